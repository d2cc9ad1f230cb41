package pilotempo.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import pilotempo.ui.chart.ChartWindow;

/** The ranges that have a button. */
enum Span {
    /** One local day. */
    DAY,
    /** Seven local days. */
    WEEK,
    /** One calendar month. */
    MONTH,
    /** One calendar year. */
    YEAR,
    /** From the first reading to now. */
    ALL;

    /**
     * The window of this range that ends with, or contains, a day.
     *
     * @param day the last day for a week, any day within for the others
     * @param first day of the first reading
     */
    ChartWindow window(LocalDate day, LocalDate first, ZoneId zone) {
        return switch (this) {
            case DAY -> between(day, day.plusDays(1), zone);
            case WEEK -> between(day.minusDays(6), day.plusDays(1), zone);
            case MONTH -> {
                var begin = day.withDayOfMonth(1);
                yield between(begin, begin.plusMonths(1), zone);
            }
            case YEAR -> {
                var begin = day.withDayOfYear(1);
                yield between(begin, begin.plusYears(1), zone);
            }
            case ALL -> between(first.isAfter(day) ? day : first, day.plusDays(1), zone);
        };
    }

    /** The next wider one; all of it has none. */
    Span wider() {
        return switch (this) {
            case DAY -> WEEK;
            case WEEK -> MONTH;
            case MONTH -> YEAR;
            case YEAR, ALL -> ALL;
        };
    }

    /** The neighbour of a window of this range, later or earlier. */
    ChartWindow next(ChartWindow window, int direction, ZoneId zone) {
        var begin = window.from().atZone(zone).toLocalDate();
        var day =
                switch (this) {
                    case DAY -> begin.plusDays(direction);
                    case WEEK -> begin.plusDays(6).plusWeeks(direction);
                    case MONTH -> begin.plusMonths(direction);
                    case YEAR -> begin.plusYears(direction);
                    case ALL -> begin;
                };
        return this == ALL ? window : window(day, day, zone);
    }

    private static ChartWindow between(LocalDate from, LocalDate until, ZoneId zone) {
        return new ChartWindow(start(from, zone), start(until, zone));
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
