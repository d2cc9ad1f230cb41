package pilotempo.tempo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Tells Tempo days: from 06:00 local to 06:00 of the next day, by the local clock, so that two of
 * them a year have 23 and 25 hours.
 *
 * @param zone whose local clock counts
 */
public record TempoClock(ZoneId zone) {
    private static final LocalTime DAY_BEGINS = LocalTime.of(6, 0);

    /** The Tempo day that runs at an instant: before 06:00 local it is yesterday's. */
    public LocalDate dayOf(Instant at) {
        var local = local(at);
        return local.toLocalTime().isBefore(DAY_BEGINS)
                ? local.toLocalDate().minusDays(1)
                : local.toLocalDate();
    }

    /** When a Tempo day begins. */
    public Instant startOf(LocalDate day) {
        return at(day, DAY_BEGINS);
    }

    /** When a Tempo day ends, exclusive: the next one's beginning. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** Peak or off-peak at an instant. */
    public TempoPeriod periodAt(Instant at, PeakHours hours) {
        return hours.at(local(at).toLocalTime());
    }

    /** The first instant after this one at which the day or the period changes. */
    public Instant nextChange(Instant after, PeakHours hours) {
        var date = local(after).toLocalDate();
        var next = startOf(date.plusDays(2));
        for (var day = date; !day.isAfter(date.plusDays(1)); day = day.plusDays(1)) {
            for (var time : new LocalTime[] {DAY_BEGINS, hours.from(), hours.until()}) {
                var change = at(day, time);
                if (change.isAfter(after) && change.isBefore(next)) {
                    next = change;
                }
            }
        }
        return next;
    }

    /** The local date and time at an instant. */
    public ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    /** The instant of a local date and time; where the clocks skip it, the moment after. */
    public Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
