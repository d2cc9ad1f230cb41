package pilotempo.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/**
 * A battery as a strategy sees it.
 *
 * @param id people's id
 * @param reachable whether it answers
 * @param obeys whether a plan may steer it: it takes a power for a duration, and nobody else has
 *     taken it over
 * @param socPct level; null while unknown
 * @param capacityWh rated energy; null while unknown
 * @param full whether its BMS stopped: 92 % or above, told to charge, 0 W. Stays so after the
 *     charge has given way to a hold, until the next day begins or the level is 3 % lower; else it
 *     would be charged again all night
 * @param chargeLimitW the most it takes, W, positive
 * @param dayMode what it goes back to by day: AUTO, AI or MANUAL
 * @param running what the last plan's command makes it do; null = none runs, or nobody knows
 */
public record BatteryNow(
        String id,
        boolean reachable,
        boolean obeys,
        @Nullable Double socPct,
        @Nullable Double capacityWh,
        boolean full,
        int chargeLimitW,
        OperatingMode dayMode,
        @Nullable Running running) {
    /**
     * A plan's command that runs. With it a strategy keeps what is good enough instead of sending
     * something else each minute.
     *
     * @param powerW as sent: negative charges, 0 holds
     * @param since when this power was sent first
     */
    public record Running(int powerW, Instant since) {
        /** Charging power, W, not negative. */
        public int chargeW() {
            return Math.max(0, -powerW);
        }
    }
}
