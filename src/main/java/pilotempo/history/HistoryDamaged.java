package pilotempo.history;

import org.jspecify.annotations.Nullable;

/** The file is no database, or not a whole one. */
final class HistoryDamaged extends HistoryUnavailable {
    private static final long serialVersionUID = 1L;

    HistoryDamaged(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
