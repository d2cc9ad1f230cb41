package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time that the strip shows.
 *
 * @param from begin, a whole local hour, before now
 * @param until end, exclusive
 */
record Span(Instant from, Instant until) {
    private static final Duration AHEAD = Duration.ofHours(36);

    /** From the hour before the running one to 36 hours from now. */
    static Span around(Instant now, ZoneId zone) {
        var hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        return new Span(hour.minus(1, ChronoUnit.HOURS), now.plus(AHEAD));
    }

    /** Where an instant lies, 0 at the begin, 1 at the end. */
    double share(Instant at) {
        return (double) Duration.between(from, at).toMillis()
                / Duration.between(from, until).toMillis();
    }

    /** The instant at a share. */
    Instant at(double share) {
        return from.plusMillis(Math.round(share * Duration.between(from, until).toMillis()));
    }

    boolean touches(Instant begin, Instant end) {
        return begin.isBefore(until) && end.isAfter(from);
    }

    /** No earlier than the begin, no later than the end. */
    Instant clamp(Instant at) {
        return at.isBefore(from) ? from : at.isAfter(until) ? until : at;
    }
}
