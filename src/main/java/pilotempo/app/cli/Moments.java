package pilotempo.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import pilotempo.tempo.TempoClock;

/** Reads moments on the command line: an instant, or a date. */
final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /** A date means its local midnight. */
    static Instant parse(String option, String text, ZoneId zone) throws CommandProblem {
        return parse(option, text, date -> date.atStartOfDay(zone).toInstant());
    }

    /** A date means the Tempo day that begins at 06:00 local. */
    static Instant tempoDay(String option, String text, TempoClock clock) throws CommandProblem {
        return parse(option, text, clock::startOf);
    }

    private static Instant parse(String option, String text, Function<LocalDate, Instant> begin)
            throws CommandProblem {
        try {
            var moment =
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : begin.apply(LocalDate.parse(text));
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw CommandProblem.wrong(
                        option + " '" + text + "' is out of range: give a year from 1 to 9999");
            }
            return moment;
        } catch (DateTimeException unreadable) {
            throw CommandProblem.wrong(
                    option
                            + " '"
                            + text
                            + "' is neither a date (2026-01-05) nor an instant"
                            + " (2026-01-05T06:00:00Z)");
        }
    }
}
