package pilotempo.ui.chart;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a time axis, aligned on local midnights.
 *
 * @param unit minutes, hours, days, weeks, months or years
 * @param every how many of them
 */
record TimeStep(ChronoUnit unit, int every) {
    /** From the finest to the coarsest. */
    static final List<TimeStep> ALL =
            List.of(
                    new TimeStep(ChronoUnit.MINUTES, 1),
                    new TimeStep(ChronoUnit.MINUTES, 2),
                    new TimeStep(ChronoUnit.MINUTES, 5),
                    new TimeStep(ChronoUnit.MINUTES, 10),
                    new TimeStep(ChronoUnit.MINUTES, 15),
                    new TimeStep(ChronoUnit.MINUTES, 30),
                    new TimeStep(ChronoUnit.HOURS, 1),
                    new TimeStep(ChronoUnit.HOURS, 2),
                    new TimeStep(ChronoUnit.HOURS, 3),
                    new TimeStep(ChronoUnit.HOURS, 4),
                    new TimeStep(ChronoUnit.HOURS, 6),
                    new TimeStep(ChronoUnit.HOURS, 12),
                    new TimeStep(ChronoUnit.DAYS, 1),
                    new TimeStep(ChronoUnit.DAYS, 2),
                    new TimeStep(ChronoUnit.WEEKS, 1),
                    new TimeStep(ChronoUnit.WEEKS, 2),
                    new TimeStep(ChronoUnit.MONTHS, 1),
                    new TimeStep(ChronoUnit.MONTHS, 2),
                    new TimeStep(ChronoUnit.MONTHS, 3),
                    new TimeStep(ChronoUnit.MONTHS, 6),
                    new TimeStep(ChronoUnit.YEARS, 1),
                    new TimeStep(ChronoUnit.YEARS, 2),
                    new TimeStep(ChronoUnit.YEARS, 5),
                    new TimeStep(ChronoUnit.YEARS, 10));

    /** Roughly how long it is, in milliseconds. */
    long nominal() {
        return unit.getDuration().toMillis() * every;
    }

    /** Every aligned instant from one to another, both included. */
    List<Instant> between(Instant from, Instant to, ZoneId zone) {
        var ticks = new ArrayList<Instant>();
        var last = to.atZone(zone).toLocalDate();
        for (var date = firstDate(from.atZone(zone).toLocalDate());
                !date.isAfter(last);
                date = nextDate(date)) {
            for (var tick : ofDay(date, zone)) {
                if (!tick.isBefore(from) && !tick.isAfter(to)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private LocalDate firstDate(LocalDate date) {
        return switch (unit) {
            case DAYS -> date.minusDays(Math.floorMod(date.toEpochDay(), every));
            case WEEKS -> {
                var monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                long week = Math.floorDiv(monday.toEpochDay() + 3, 7);
                yield monday.minusWeeks(Math.floorMod(week, every));
            }
            case MONTHS -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % every);
            case YEARS -> date.withDayOfYear(1).minusYears(Math.floorMod(date.getYear(), every));
            default -> date;
        };
    }

    private LocalDate nextDate(LocalDate date) {
        return unit.isTimeBased() ? date.plusDays(1) : date.plus(every, unit);
    }

    private List<Instant> ofDay(LocalDate date, ZoneId zone) {
        var midnight = date.atStartOfDay(zone);
        if (!unit.isTimeBased()) {
            return List.of(midnight.toInstant());
        }
        return nominal() <= ChronoUnit.HOURS.getDuration().toMillis()
                ? everyHourOrLess(midnight, date.plusDays(1).atStartOfDay(zone))
                : wholeHours(date, zone);
    }

    /** Real time, so that the hour that comes twice has its ticks twice. */
    private List<Instant> everyHourOrLess(ZonedDateTime midnight, ZonedDateTime next) {
        var ticks = new ArrayList<Instant>();
        for (var at = midnight.toInstant();
                at.isBefore(next.toInstant());
                at = at.plusMillis(nominal())) {
            ticks.add(at);
        }
        return ticks;
    }

    /** Local time; an hour that the clock leaps over has no tick. */
    private List<Instant> wholeHours(LocalDate date, ZoneId zone) {
        var ticks = new ArrayList<Instant>();
        for (int hour = 0; hour < 24; hour += every) {
            var wanted = LocalTime.of(hour, 0);
            var at = ZonedDateTime.of(date, wanted, zone);
            if (at.toLocalTime().equals(wanted)) {
                ticks.add(at.toInstant());
            }
        }
        return ticks;
    }
}
