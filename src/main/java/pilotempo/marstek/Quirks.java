package pilotempo.marstek;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one family writes its values from one firmware on; a factor turns the raw value into our
 * unit. A row of {@link FirmwareTable}.
 *
 * @param family whose
 * @param from lowest firmware it holds for, as decimal: 157.3
 * @param temperature how the cells' temperature is written
 * @param capacity factor of the remaining capacity; used where plausibility can't decide; null =
 *     unknown
 * @param batteryPower factor of {@code bat_power}, where there is one
 * @param gridTotals factor of the counters at the AC port; null = unknown, the counters too
 * @param solarTotal factor of the PV counter; null = unknown, the counter too
 * @param solarInStatus whether 0 in {@code pv_power} of ES.GetStatus means no sun
 * @param signalWithoutMinus whether the Wi-Fi signal lacks its minus
 * @param capacityIsRemaining whether {@code bat_cap} is the energy left instead of the capacity
 * @param unanswered what it does not answer
 * @param gap quiet it needs between requests
 */
record Quirks(
        Family family,
        double from,
        Temperature temperature,
        @Nullable Double capacity,
        double batteryPower,
        @Nullable Double gridTotals,
        @Nullable Double solarTotal,
        boolean solarInStatus,
        boolean signalWithoutMinus,
        boolean capacityIsRemaining,
        Set<Query> unanswered,
        Duration gap) {}
