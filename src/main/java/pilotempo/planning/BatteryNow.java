package pilotempo.planning;

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
 * @param full whether its BMS stopped: 92 % or above, told to charge, 0 W
 * @param chargeLimitW the most it takes, W, positive
 * @param dayMode what it goes back to by day: AUTO, AI or MANUAL
 */
public record BatteryNow(
        String id,
        boolean reachable,
        boolean obeys,
        @Nullable Double socPct,
        @Nullable Double capacityWh,
        boolean full,
        int chargeLimitW,
        OperatingMode dayMode) {}
