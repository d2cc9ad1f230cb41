package pilotempo.cost;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What is asked.
 *
 * @param from first Tempo day; null = the first of which anything is known
 * @param to last Tempo day, exclusive; null = all there is
 * @param by one row a what
 */
public record CostQuery(@Nullable LocalDate from, @Nullable LocalDate to, By by) {
    /** How days are summed up; a month or a season is the sum of its Tempo days. */
    public enum By {
        /** One row a Tempo day. */
        DAY,
        /** One row a calendar month. */
        MONTH,
        /** One row a season, from 1 September. */
        SEASON
    }
}
