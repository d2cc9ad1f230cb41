package pilotempo.tempo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices by date; data, never constants in code. A row holds from 00:00 local of its date, even
 * inside a Tempo day.
 *
 * @param offer its name, {@code edf-tempo}
 * @param rows in order of date
 */
public record PriceTable(String offer, List<Row> rows) {
    /** No price known. */
    public static final PriceTable NONE = new PriceTable("", List.of());

    /** Copies the rows. */
    public PriceTable {
        rows = List.copyOf(rows);
    }

    /** A price class. */
    public record PriceClass(TempoColour colour, TempoPeriod period) {}

    /**
     * Prices from one date on.
     *
     * @param from first calendar day
     * @param eurPerKwh incl. tax; all six classes
     */
    public record Row(LocalDate from, Map<PriceClass, BigDecimal> eurPerKwh) {
        /** Copies the map. */
        public Row {
            eurPerKwh = Map.copyOf(eurPerKwh);
        }
    }

    /** The row in force on a calendar day; empty before the first. */
    public Optional<Row> on(LocalDate calendarDay) {
        return rows.reversed().stream().filter(row -> !row.from().isAfter(calendarDay)).findFirst();
    }
}
