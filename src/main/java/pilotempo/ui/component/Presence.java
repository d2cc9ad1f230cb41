package pilotempo.ui.component;

import java.time.Instant;
import java.util.List;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/** How present a battery is, the same word everywhere in the window. */
public enum Presence {
    /** What is shown is the present. */
    LIVE,
    /** It is asked, but its values are too old to be the present. */
    LATE,
    /** It does not answer, or not as itself; values are from before. */
    SILENT,
    /** Nothing was ever learnt of it. */
    UNSEEN;

    /** The presence of a battery at a moment. */
    public static Presence of(BatteryState battery, Instant now) {
        if (battery.at() == null) {
            return UNSEEN;
        }
        return switch (battery.link().diagnosis()) {
            case SILENT, UNREACHABLE, STRANGER, UNRESOLVED, NOT_FOUND -> SILENT;
            case STARTING, GOOD, LOSSY, BUSY -> liveOrLate(battery, now);
        };
    }

    private static Presence liveOrLate(BatteryState battery, Instant now) {
        boolean anyFresh = false;
        for (var quantity : List.of(Quantity.SOC_PCT, Quantity.POWER_W, Quantity.ONGRID_POWER_W)) {
            var value = battery.latest(quantity);
            if (value != null && value.staleAt(now)) {
                return LATE;
            }
            anyFresh |= value != null;
        }
        return anyFresh ? LIVE : LATE;
    }

    /** Whether it answers, so that its values count. */
    public boolean counts() {
        return this == LIVE;
    }
}
