package pilotempo.history;

import org.jspecify.annotations.Nullable;

/**
 * A file that can't be imported, before any of it was; the message is one sentence for people that
 * says what to do.
 */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    ImportRefused(String message) {
        super(message);
    }
}
