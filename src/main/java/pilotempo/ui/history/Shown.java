package pilotempo.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.component.Formats;

/**
 * What the user looks at.
 *
 * @param span the button last pressed
 * @param window the stretch of time
 * @param exact whether the window is still the button's, not zoomed or panned
 * @param perBattery lanes instead of the total
 */
record Shown(Span span, ChartWindow window, boolean exact, boolean perBattery) {
    /** This week. */
    static Shown thisWeek(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return new Shown(Span.WEEK, Span.WEEK.window(today, today, zone), true, false);
    }

    /** Another button: the range that holds the end of what was seen. */
    Shown with(Span next, Instant now, Instant first, ZoneId zone) {
        var last = window.to().isAfter(now) ? now : window.to().minusMillis(1);
        var day = (next == Span.ALL ? now : last).atZone(zone).toLocalDate();
        return new Shown(next, next.window(day, date(first, zone), zone), true, perBattery);
    }

    /** The newest window of the same button. */
    Shown today(Instant now, Instant first, ZoneId zone) {
        var window = span.window(date(now, zone), date(first, zone), zone);
        return new Shown(span, window, true, perBattery);
    }

    /** One window later or earlier. */
    Shown moved(int direction, ZoneId zone) {
        var next = exact ? span.next(window, direction, zone) : window.panned(direction);
        return new Shown(span, next, exact, perBattery);
    }

    /** Zoomed or panned; never past the end of today. */
    Shown free(ChartWindow next, Instant now, ZoneId zone) {
        return new Shown(span, next.notAfter(endOfDay(now, zone)), false, perBattery);
    }

    Shown inLanes(boolean lanes) {
        return new Shown(span, window, exact, lanes);
    }

    /** Whether this is where "today" leads. */
    boolean current(Instant now, Instant first, ZoneId zone) {
        return exact && window.equals(today(now, first, zone).window());
    }

    boolean hasLater(Instant now) {
        return window.to().isBefore(now) && !(exact && span == Span.ALL);
    }

    boolean hasEarlier(Instant first) {
        return window.from().isAfter(first) && !(exact && span == Span.ALL);
    }

    boolean holds(Instant now) {
        return !now.isBefore(window.from()) && now.isBefore(window.to());
    }

    /** "mardi 6 janvier", "31 déc. – 6 janv.", "janvier 2026", "2025", "5 janv. 06:00 – 12:30". */
    String title(Formats formats) {
        var zone = formats.zone();
        var from = window.from().atZone(zone);
        var last = window.to().minusMillis(1).atZone(zone).toLocalDate();
        if (exact) {
            return switch (span) {
                case DAY -> formats.shortDate(from.toLocalDate());
                case WEEK -> days(from.toLocalDate(), last, formats);
                case MONTH -> formats.month(from.toLocalDate());
                case YEAR -> Integer.toString(from.getYear());
                case ALL -> days(from.toLocalDate(), last, formats);
            };
        }
        if (window.length().toDays() >= 2) {
            return days(from.toLocalDate(), last, formats);
        }
        boolean sameDay = from.toLocalDate().equals(last);
        return day(from.toLocalDate(), formats)
                + " "
                + formats.time(window.from())
                + " – "
                + (sameDay ? "" : day(window.to().atZone(zone).toLocalDate(), formats) + " ")
                + formats.time(window.to());
    }

    private static String days(LocalDate from, LocalDate last, Formats formats) {
        if (from.equals(last)) {
            return formats.shortDate(from);
        }
        boolean years =
                from.getYear() != last.getYear() && last.toEpochDay() - from.toEpochDay() > 62;
        var pattern = DateTimeFormatter.ofPattern(years ? "MMM uuuu" : "d MMM", formats.locale());
        return pattern.format(from) + " – " + pattern.format(last);
    }

    private static String day(LocalDate date, Formats formats) {
        return DateTimeFormatter.ofPattern("d MMM", formats.locale()).format(date);
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant endOfDay(Instant now, ZoneId zone) {
        return date(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
