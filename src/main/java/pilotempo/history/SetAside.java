package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A database file that was moved out of the way, beside its old place.
 *
 * @param from where it was
 * @param to where it is
 */
record SetAside(Path from, Path to) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** Moves a damaged file away. */
    static SetAside damaged(Path file, Instant now) {
        return move(file, "damaged", now);
    }

    /** Moves the file away that a restored one replaces. */
    static SetAside replaced(Path file, Instant now) {
        return move(file, "before-restore", now);
    }

    /** For people. */
    String sentence() {
        return "The database was damaged. It was set aside as "
                + to
                + " and a new one was begun: to have the past back, stop Pilotempo and restore a"
                + " backup with 'pilotempo history restore FILE'.";
    }

    private static SetAside move(Path file, String why, Instant now) {
        var stamp = STAMP.format(now);
        for (int copy = 1; ; copy++) {
            var number = copy == 1 ? "" : "-" + copy;
            var to = file.resolveSibling("history-" + why + "-" + stamp + number + ".mv.db");
            if (Files.notExists(to)) {
                try {
                    return new SetAside(file, Files.move(file, to));
                } catch (IOException refused) {
                    throw new HistoryUnavailable(
                            "The database "
                                    + file
                                    + " can't be moved away: check the permissions of its folder.",
                            refused);
                }
            }
        }
    }
}
