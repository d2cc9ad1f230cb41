package pilotempo.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The period that a window is compared with: the same local days and times of day so many days,
 * weeks, months or years earlier. What has no counterpart is left out: the 31st beside a shorter
 * month, the hour that a clock leaps over, the hour that comes twice. Pure.
 *
 * @param window the earlier period
 * @param unit days, weeks, months or years
 * @param amount how many of them it lies before
 * @param zone whose clock and calendar count
 */
public record PeriodBefore(ChartWindow window, ChronoUnit unit, int amount, ZoneId zone) {
    private static final Duration CHANGED_CLOCK = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1).plus(CHANGED_CLOCK);
    private static final Duration WEEK = Duration.ofDays(7).plus(CHANGED_CLOCK);
    private static final Duration MONTH = Duration.ofDays(31).plus(CHANGED_CLOCK);
    private static final Duration YEAR = Duration.ofDays(366).plus(CHANGED_CLOCK);
    private static final long NOWHERE = Long.MIN_VALUE;

    /** One day, week, month or year before, the shortest that is as long as the window. */
    public static PeriodBefore of(ChartWindow window, ZoneId zone) {
        var length = window.length();
        if (length.compareTo(DAY) <= 0) {
            return of(window, ChronoUnit.DAYS, 1, zone);
        }
        if (length.compareTo(WEEK) <= 0) {
            return of(window, ChronoUnit.WEEKS, 1, zone);
        }
        if (length.compareTo(MONTH) <= 0) {
            return of(window, ChronoUnit.MONTHS, 1, zone);
        }
        int years = 1;
        while (length.compareTo(YEAR.multipliedBy(years)) > 0) {
            years++;
        }
        return of(window, ChronoUnit.YEARS, years, zone);
    }

    private static PeriodBefore of(ChartWindow window, ChronoUnit unit, int amount, ZoneId zone) {
        var from = back(window.from(), unit, amount, zone);
        var to = back(window.to(), unit, amount, zone);
        // Within the end of a long month both may fall on the shorter one's last day.
        var end = to.isAfter(from) ? to : from.plus(window.length());
        return new PeriodBefore(new ChartWindow(from, end), unit, amount, zone);
    }

    /** The same local time so much earlier. */
    public Instant back(Instant present) {
        return back(present, unit, amount, zone);
    }

    private static Instant back(Instant present, ChronoUnit unit, int amount, ZoneId zone) {
        return present.atZone(zone).toLocalDateTime().minus(amount, unit).atZone(zone).toInstant();
    }

    /** The date that an earlier one stands beside; empty when it has no counterpart. */
    public Optional<LocalDate> present(LocalDate earlier) {
        var date = earlier.plus(amount, unit);
        return date.minus(amount, unit).equals(earlier) ? Optional.of(date) : Optional.empty();
    }

    /** An earlier curve moved to where it stands beside the present one. */
    public Curve present(Curve earlier) {
        var points = new CurvePoints(earlier.size());
        long last = NOWHERE;
        for (int i = 0; i < earlier.size(); i++) {
            long time = present(earlier.times()[i]);
            if (time > last) {
                points.add(
                        time,
                        time + earlier.ends()[i] - earlier.times()[i],
                        earlier.mean()[i],
                        earlier.least()[i],
                        earlier.greatest()[i],
                        earlier.known()[i]);
                last = time;
            }
        }
        return points.curve(earlier.outOf(), earlier.gapAfter());
    }

    private long present(long earlier) {
        var old = Instant.ofEpochMilli(earlier).atZone(zone);
        var date = present(old.toLocalDate());
        if (date.isEmpty()) {
            return NOWHERE;
        }
        var local = date.get().atTime(old.toLocalTime());
        var offsets = zone.getRules().getValidOffsets(local);
        boolean second = isSecond(old);
        if (offsets.isEmpty() || (second && offsets.size() == 1)) {
            return NOWHERE;
        }
        return local.toInstant(second ? offsets.getLast() : offsets.getFirst()).toEpochMilli();
    }

    /** Whether it lies in the second course of an hour that comes twice. */
    private boolean isSecond(ZonedDateTime moment) {
        var offsets = zone.getRules().getValidOffsets(moment.toLocalDateTime());
        return offsets.size() == 2 && moment.getOffset().equals(offsets.getLast());
    }
}
