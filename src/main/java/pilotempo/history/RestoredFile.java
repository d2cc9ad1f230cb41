package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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

    /** Puts it in its place, if it waits; the database that was there is kept, and told. */
    Optional<SetAside> settle() {
        if (Files.notExists(waiting)) {
            return Optional.empty();
        }
        try {
            Optional<SetAside> kept = Optional.empty();
            if (Files.exists(file)) {
                var written = Files.getLastModifiedTime(waiting).toInstant();
                kept = Optional.of(SetAside.replaced(file, written));
            }
            Files.move(waiting, file);
            return kept;
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The restored database "
                            + waiting
                            + " can't be put in its place: check the permissions of its folder.",
                    refused);
        }
    }
}
