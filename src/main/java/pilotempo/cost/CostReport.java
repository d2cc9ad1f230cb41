package pilotempo.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;

/**
 * Energy and money.
 *
 * @param rows in order of time; stretches without any data are left out
 * @param total of all rows
 * @param byColour the same by the day's colour; days of unknown colour are in none
 * @param daysUnpriced Tempo days with data whose colour, or a price of them, is unknown; in order
 */
public record CostReport(
        List<Row> rows, Line total, Map<TempoColour, Line> byColour, List<LocalDate> daysUnpriced) {
    /** Copies. */
    public CostReport {
        rows = List.copyOf(rows);
        byColour = Map.copyOf(byColour);
        daysUnpriced = List.copyOf(daysUnpriced);
    }

    /**
     * One day, month or season.
     *
     * @param period {@code 2026-01-05}, {@code 2026-01} or {@code 2025-2026}
     * @param from its first Tempo day with data
     * @param to the day after its last Tempo day with data
     * @param colour of a day; null for more than a day, or while unknown
     * @param line its sums
     */
    public record Row(
            String period, LocalDate from, LocalDate to, @Nullable TempoColour colour, Line line) {}

    /** All hours, and the same by period. */
    public record Line(Sums all, Sums hp, Sums hc) {
        /** Nothing at all. */
        public static final Line NOTHING = new Line(Sums.NOTHING, Sums.NOTHING, Sums.NOTHING);

        /** Both together. */
        public Line plus(Line other) {
            return new Line(all.plus(other.all), hp.plus(other.hp), hc.plus(other.hc));
        }
    }
}
