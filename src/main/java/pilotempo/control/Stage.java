package pilotempo.control;

/**
 * How far an order is.
 *
 * @param step what happens now
 * @param attempt which send, from 1; 0 before the first
 */
public record Stage(Step step, int attempt) {
    /** What happens. */
    public enum Step {
        /** Waits for its turn. */
        QUEUED,
        /** On its way. */
        SENDING,
        /** Read back soon, or just now. */
        CHECKING,
        /** Waits before it is sent again. */
        RETRYING,
        /** The power is the reverse of what was asked: put back. */
        UNDOING
    }
}
