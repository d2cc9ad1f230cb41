package pilotempo.history;

import java.time.Instant;
import java.util.UUID;

/**
 * One message to one channel: a queue that outlives a run.
 *
 * @param id made once
 * @param alert the episode it tells of
 * @param channel {@code telegram}, {@code webhook}
 * @param resolved whether it tells the end of the episode
 * @param text the words, as they were when it was queued, at most 2,000 characters
 * @param queuedAt when
 * @param due not before; of one that was sent, when
 * @param state how far it is
 * @param tries how often it was tried
 * @param problem why the last try failed; empty if it did not. No secret is in it.
 */
public record AlertMessage(
        UUID id,
        UUID alert,
        String channel,
        boolean resolved,
        String text,
        Instant queuedAt,
        Instant due,
        State state,
        int tries,
        String problem) {
    /** Whether it is still to be brought to an end. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.SENDING;
    }

    /** The same, further. */
    public AlertMessage with(State next, Instant nextDue, int nextTries, String nextProblem) {
        return new AlertMessage(
                id,
                alert,
                channel,
                resolved,
                text,
                queuedAt,
                nextDue,
                next,
                nextTries,
                nextProblem);
    }

    /** The same in other words or at another time, waiting. */
    public AlertMessage with(String nextText, Instant nextDue) {
        return new AlertMessage(
                id,
                alert,
                channel,
                resolved,
                nextText,
                queuedAt,
                nextDue,
                State.WAITING,
                tries,
                problem);
    }

    /** How far a message is. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** On its way: after the program's end nobody knows whether it arrived. */
        SENDING,
        /** Taken by the channel. */
        SENT,
        /** Refused for good, or too old to be of use. */
        GIVEN_UP
    }
}
