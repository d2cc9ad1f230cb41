package pilotempo.battery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one round of questions learnt about one battery.
 *
 * @param battery whose
 * @param at when its first power reply came; cut to whole milliseconds, for (battery, at) is the
 *     key everywhere it is stored
 * @param values what was learnt; nothing is carried over from earlier rounds
 */
public record Reading(Mac battery, Instant at, Observation values) {
    /** Cuts the instant to whole milliseconds. */
    public Reading {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
