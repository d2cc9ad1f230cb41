package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What the errors of a database file mean, in sentences for people.
 *
 * @param file the database
 */
record FileTrouble(Path file) {
    /** The sentence for people about an error of the file. */
    HistoryUnavailable told(SQLException failed) {
        if (failed.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return inUse(failed);
        }
        if (noSpace(failed)) {
            return new HistoryUnavailable("The disk of " + file + " is full: make room.", failed);
        }
        if (Files.isRegularFile(file) && !Files.isReadable(file)) {
            return new HistoryUnavailable(
                    "The database " + file + " can't be read: check its permissions.", failed);
        }
        return damaged(failed);
    }

    /** The sentence for people about readings that an open file does not take. */
    HistoryUnavailable refused(Exception failed) {
        if (failed instanceof HistoryUnavailable known) {
            return known;
        }
        return new HistoryUnavailable(
                "Readings can't be written to "
                        + file
                        + (noSpace(failed)
                                ? ", the disk is full: make room."
                                : ": check its disk, the log says more."),
                failed);
    }

    /** Made by a version that this one does not know. */
    HistoryUnavailable newer() {
        return new HistoryUnavailable(
                "The database "
                        + file
                        + " was made by a newer Pilotempo: use that version, or another data"
                        + " folder.");
    }

    /** Not to be read. */
    HistoryUnavailable damaged(@Nullable Exception failed) {
        return new HistoryDamaged(
                "The database "
                        + file
                        + " is damaged or not a database of Pilotempo: restore a backup with"
                        + " 'pilotempo history restore FILE', or start Pilotempo, which sets it"
                        + " aside and begins a new one.",
                failed);
    }

    /** Held by another program. */
    HistoryUnavailable inUse(@Nullable Exception locked) {
        return new HistoryUnavailable(
                "The database "
                        + file
                        + " is in use by another Pilotempo: stop that one, or choose another data"
                        + " folder.",
                locked);
    }

    private static boolean noSpace(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
