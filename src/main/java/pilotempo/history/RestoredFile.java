package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A whole database that waits to take the place of the present one. Putting it there takes two
 * moves; a kill between them leaves the second to the next start.
 *
 * @param file the database's place
 * @param waiting where the restored one waits
 */
record RestoredFile(Path file, Path waiting) {
    /** The one that waits beside a database, or none. */
    static RestoredFile in(Path file) {
        return new RestoredFile(file, file.resolveSibling("history.restored.mv.db"));
    }

    /** Puts it in its place, if it waits; the present database is kept beside it. */
    void settle() {
        if (Files.notExists(waiting)) {
            return;
        }
        try {
            if (Files.exists(file)) {
                FileTime written = Files.getLastModifiedTime(waiting);
                SetAside.replaced(file, Instant.ofEpochMilli(written.toMillis()));
            }
            Files.move(waiting, file);
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The restored database "
                            + waiting
                            + " can't be put in its place: check the permissions of its folder.",
                    refused);
        }
    }
}
