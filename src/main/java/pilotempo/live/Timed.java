package pilotempo.live;

import java.time.Duration;
import java.time.Instant;

/**
 * A value with its own time.
 *
 * @param at when it came
 * @param goodFor how long it may be shown as the present: three intervals of the tier that asks for
 *     it
 */
public record Timed<T>(T value, Instant at, Duration goodFor) {
    /**
     * Whether it is too old to stand for the present. A clock set back does not make a value young
     * for ever.
     */
    public boolean staleAt(Instant now) {
        var age = Duration.between(at, now);
        return age.compareTo(goodFor) > 0 || age.negated().compareTo(goodFor) > 0;
    }
}
