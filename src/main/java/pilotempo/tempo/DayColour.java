package pilotempo.tempo;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one Tempo day.
 *
 * @param date the day that begins at 06:00 of this date
 * @param colour null = unknown
 * @param status how sure
 * @param source {@code rte}, {@code public}, {@code demo}, {@code rule}; null = nobody said
 * @param fetchedAt when it was told; null = never
 */
public record DayColour(
        LocalDate date,
        @Nullable TempoColour colour,
        Status status,
        @Nullable String source,
        @Nullable Instant fetchedAt) {
    /** How sure a colour is. */
    public enum Status {
        /** Told after 11:00 of the day before, and not by a fall-back rule. */
        CONFIRMED,
        /** Told before, or in degraded mode: asked again. */
        PROVISIONAL,
        /** Not known. */
        UNKNOWN
    }

    /** A day of which nothing is known. */
    public static DayColour unknown(LocalDate date) {
        return new DayColour(date, null, Status.UNKNOWN, null, null);
    }
}
