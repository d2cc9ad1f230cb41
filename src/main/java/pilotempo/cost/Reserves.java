package pilotempo.cost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/** How much of what a battery holds reaches the house. */
final class Reserves {
    /**
     * From the cells to the AC port: what is left of a round trip of about 85 %, of which charging
     * loses the other half.
     */
    static final double DELIVERED = 0.92;

    /** The device keeps 12 % unless told otherwise (depth of discharge 88 %); no API tells it. */
    static final double KEPT = 0.12;

    private Reserves() {}

    /** Wh; null while the level is unknown. */
    static @Nullable Double usableWh(BatteryState battery, Instant now) {
        var level = battery.now(Quantity.SOC_PCT, now);
        var rated = battery.now(Quantity.RATED_WH, now);
        var stored = battery.now(Quantity.REMAINING_WH, now);
        if (level != null && rated != null) {
            return Math.max(0, level / 100 - KEPT) * rated * DELIVERED;
        }
        if (stored == null) {
            return null;
        }
        double kept = level == null || level == 0 ? 0 : KEPT * stored * 100 / level;
        return Math.max(0, stored - kept) * DELIVERED;
    }
}
