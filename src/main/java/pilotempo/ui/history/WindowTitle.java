package pilotempo.ui.history;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.component.Formats;

/**
 * A window in words: "mar. 6 janv.", "31 déc. – 6 janv.", "janvier 2026", "2025", "5 janv. 06:00 –
 * 12:30".
 */
record WindowTitle(Formats formats) {
    /** Of the button's own range. */
    String exact(Span span, ChartWindow window) {
        var from = first(window);
        return switch (span) {
            case DAY -> formats.shortDate(from);
            case WEEK, ALL -> days(from, last(window));
            case MONTH -> formats.month(from);
            case YEAR -> Integer.toString(from.getYear());
        };
    }

    /** Of any window. */
    String free(ChartWindow window) {
        var from = first(window);
        var last = last(window);
        if (window.length().toDays() >= 2) {
            return days(from, last);
        }
        var end = window.to().atZone(formats.zone()).toLocalDate();
        return day(from)
                + " "
                + formats.time(window.from())
                + " – "
                + (from.equals(last) ? "" : day(end) + " ")
                + formats.time(window.to());
    }

    private LocalDate first(ChartWindow window) {
        return window.from().atZone(formats.zone()).toLocalDate();
    }

    private LocalDate last(ChartWindow window) {
        return window.to().minusMillis(1).atZone(formats.zone()).toLocalDate();
    }

    private String days(LocalDate from, LocalDate last) {
        if (from.equals(last)) {
            return formats.shortDate(from);
        }
        boolean years =
                from.getYear() != last.getYear() && last.toEpochDay() - from.toEpochDay() > 62;
        var pattern = DateTimeFormatter.ofPattern(years ? "MMM uuuu" : "d MMM", formats.locale());
        return pattern.format(from) + " – " + pattern.format(last);
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM", formats.locale()).format(date);
    }
}
