package pilotempo.cost;

import org.jspecify.annotations.Nullable;

import pilotempo.tempo.TempoColour;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Energy and money.
 *
 * @param rows in order of time; stretches without any data are left out
 * @param total of all rows
 * @param byColour the same by the day's colour; days of unknown colour are in none
 */
public record CostReport(List<Row> rows, Line total, Map<TempoColour, Line> byColour) {
    /** Copies. */
    public CostReport {
        rows = List.copyOf(rows);
        byColour = Map.copyOf(byColour);
    }

    /**
     * One day, month or season.
     *
     * @param period {@code 2026-01-05}, {@code 2026-01} or {@code 2025-2026}
     * @param from its first Tempo day that was asked for
     * @param to its last, exclusive
     * @param colour of a day; null for more than a day, or while unknown
     * @param line its sums
     */
    public record Row(
            String period, LocalDate from, LocalDate to, @Nullable TempoColour colour, Line line) {}

    /** All hours, and the same by period. */
    public record Line(Sums all, Sums hp, Sums hc) {}
}
