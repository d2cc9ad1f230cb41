package pilotempo.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.chart.PeriodBefore;
import pilotempo.ui.component.Formats;

/**
 * What the user looks at.
 *
 * @param span the button last pressed
 * @param window the stretch of time
 * @param exact whether the window is still the button's, not zoomed or panned
 * @param look how it is looked at
 */
record Shown(Span span, ChartWindow window, boolean exact, Look look) {
    /** This week. */
    static Shown thisWeek(Instant now, ZoneId zone) {
        var today = date(now, zone);
        return new Shown(Span.WEEK, Span.WEEK.window(today, today, zone), true, Look.PLAIN);
    }

    /** Another button: the range that holds the end of what was seen. */
    Shown with(Span next, Instant now, Instant first, ZoneId zone) {
        var last = window.to().isAfter(now) ? now : window.to().minusMillis(1);
        var day = date(next == Span.ALL ? now : last, zone);
        return new Shown(next, next.window(day, date(first, zone), zone), true, look);
    }

    /** The newest window of the same button. */
    Shown today(Instant now, Instant first, ZoneId zone) {
        var newest = span.window(date(now, zone), date(first, zone), zone);
        return new Shown(span, newest, true, look);
    }

    /** Zoomed or panned: the button's whole range around the middle. Whole: the next wider one. */
    Shown wider(Instant now, Instant first, ZoneId zone) {
        if (exact) {
            return span == Span.ALL ? this : with(span.wider(), now, first, zone);
        }
        var middle = window.from().plus(window.length().dividedBy(2));
        var day = date(middle.isAfter(now) ? now : middle, zone);
        boolean today = span == Span.ALL || day.equals(date(now, zone));
        // A week ends with its day: three days later, the middle stays the middle.
        var end = span == Span.WEEK && !today ? day.plusDays(3) : day;
        var last = end.isAfter(date(now, zone)) ? date(now, zone) : end;
        var whole = span.window(today ? date(now, zone) : last, date(first, zone), zone);
        return new Shown(span, whole, true, look);
    }

    /** One window later or earlier. */
    Shown moved(int direction, ZoneId zone) {
        var next = exact ? span.next(window, direction, zone) : window.panned(direction);
        return new Shown(span, next, exact, look);
    }

    /** Zoomed or panned; never past the end of today. */
    Shown free(ChartWindow next, Instant now, ZoneId zone) {
        return new Shown(span, next.notAfter(endOfDay(now, zone)), false, look);
    }

    Shown looking(Look next) {
        return new Shown(span, window, exact, next);
    }

    /** Whether this is where "today" leads. */
    boolean current(Instant now, Instant first, ZoneId zone) {
        return exact && window.equals(today(now, first, zone).window());
    }

    boolean hasLater(Instant now) {
        return window.to().isBefore(now) && !all();
    }

    boolean hasEarlier(Instant first) {
        return window.from().isAfter(first) && !all();
    }

    /** Before the whole history there is nothing to compare with. */
    boolean comparable() {
        return !all();
    }

    private boolean all() {
        return exact && span == Span.ALL;
    }

    /** What it is compared with; empty when it isn't. */
    Optional<PeriodBefore> before(ZoneId zone) {
        return look.compared() && comparable()
                ? Optional.of(PeriodBefore.of(window, zone))
                : Optional.empty();
    }

    boolean holds(Instant now) {
        return !now.isBefore(window.from()) && now.isBefore(window.to());
    }

    String title(Formats formats) {
        return title(window, formats);
    }

    /** Of another window of the same kind. */
    String title(ChartWindow other, Formats formats) {
        var title = new WindowTitle(formats);
        return exact ? title.exact(span, other) : title.free(other);
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Instant endOfDay(Instant now, ZoneId zone) {
        return date(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
