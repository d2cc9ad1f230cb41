package pilotempo.engine;

import org.jspecify.annotations.Nullable;

/**
 * Something asked of the engine can't be done; the message says why and what to do, in the user's
 * words.
 */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** With the sentence to show. */
    public Refused(@Nullable String message) {
        super(String.valueOf(message));
    }
}
