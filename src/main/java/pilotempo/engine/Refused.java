package pilotempo.engine;

/**
 * Something asked of the engine can't be done; the message says why and what to do, in the user's
 * words.
 */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    /** With the sentence to show. */
    public Refused(String message) {
        super(message);
    }
}
