package pilotempo.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/**
 * What one battery does for a stretch of time.
 *
 * @param from begin
 * @param until end, exclusive
 * @param battery people's id
 * @param mode PASSIVE for a charge or a hold, else the day mode by its own name
 * @param powerW of PASSIVE: negative charges, 0 holds, positive delivers; null in other modes
 * @param targetSocPct where a charge stops; null where there is none
 * @param reason why
 * @param socFromPct the level expected at its begin; null = unknown
 * @param socUntilPct the level expected at its end; null = unknown
 */
public record PlannedAction(
        Instant from,
        Instant until,
        String battery,
        OperatingMode mode,
        @Nullable Integer powerW,
        @Nullable Integer targetSocPct,
        Reason reason,
        @Nullable Double socFromPct,
        @Nullable Double socUntilPct) {
    /** Whether it runs at an instant. */
    public boolean runsAt(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /** Whether it charges. */
    public boolean charges() {
        return powerW != null && powerW < 0;
    }

    /** Whether it holds the level at 0 W. */
    public boolean holds() {
        return powerW != null && powerW == 0;
    }
}
