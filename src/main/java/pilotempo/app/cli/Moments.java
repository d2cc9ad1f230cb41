package pilotempo.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads moments on the command line: an instant, or a date that means its local midnight. */
final class Moments {
    private Moments() {}

    static Instant parse(String option, String text, ZoneId zone) throws CommandProblem {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw CommandProblem.wrong(
                    option
                            + " '"
                            + text
                            + "' is neither a date (2026-01-05) nor an instant (2026-01-05T06:00:00Z)");
        }
    }
}
