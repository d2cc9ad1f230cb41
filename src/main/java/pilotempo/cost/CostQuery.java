package pilotempo.cost;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoClock;

/**
 * What is asked.
 *
 * @param from where it begins; what is known in quarters of an hour counts from the first quarter
 *     that begins then or later; null = the first of which anything is known
 * @param to where it ends, exclusive; null = all there is
 * @param by one row a what
 */
public record CostQuery(@Nullable Instant from, @Nullable Instant to, By by) {
    /** How days are summed up; a month or a season is the sum of its Tempo days. */
    public enum By {
        /** One row a Tempo day. */
        DAY,
        /** One row a calendar month. */
        MONTH,
        /** One row a season, from 1 September. */
        SEASON
    }

    /** Whole Tempo days, {@code to} exclusive. */
    public static CostQuery days(TempoClock clock, LocalDate from, LocalDate to, By by) {
        return new CostQuery(clock.startOf(from), clock.startOf(to), by);
    }
}
