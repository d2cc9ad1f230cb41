package pilotempo.planning;

import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/**
 * What a battery does in a step of a plan, and what it is then.
 *
 * @param mode PASSIVE or the day mode
 * @param powerW of PASSIVE; null in the day mode
 * @param target of a charge, per cent; null where there is none
 * @param why its reason
 * @param after the battery at the step's end
 */
record Doing(
        OperatingMode mode,
        @Nullable Integer powerW,
        @Nullable Integer target,
        Reason why,
        Pack after) {}
