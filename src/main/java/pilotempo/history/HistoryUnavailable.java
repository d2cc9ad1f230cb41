package pilotempo.history;

import org.jspecify.annotations.Nullable;

/**
 * The local database can't be used; the message is one sentence for people that says what to do.
 */
public class HistoryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistoryUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    HistoryUnavailable(String message) {
        super(message);
    }
}
