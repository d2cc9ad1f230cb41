package pilotempo.tempo.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;

/**
 * A colour as a source told it.
 *
 * @param date the Tempo day
 * @param colour its colour
 * @param fallback whether RTE chose it by its fall-back rule, in degraded mode
 */
record ToldColour(LocalDate date, TempoColour colour, boolean fallback) {
    /** What is told for tomorrow before this local time may still change. */
    static final LocalTime BINDING = LocalTime.of(11, 0);

    /** This as something known: how sure depends on when it was asked for. */
    DayColour known(String source, Instant askedAt, ZoneId zone) {
        return new DayColour(date, colour, status(askedAt, zone), source, askedAt);
    }

    private Status status(Instant askedAt, ZoneId zone) {
        var local = askedAt.atZone(zone);
        if (date.isBefore(local.toLocalDate())) {
            return Status.CONFIRMED;
        }
        boolean early =
                askedAt.isBefore(date.minusDays(1).atTime(BINDING).atZone(zone).toInstant());
        return early || fallback ? Status.PROVISIONAL : Status.CONFIRMED;
    }
}
