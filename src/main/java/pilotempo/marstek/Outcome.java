package pilotempo.marstek;

import java.time.Duration;

/** How a request ended, before anybody looked into the answer. */
sealed interface Outcome {
    /**
     * An answer came in time.
     *
     * @param answer its message
     */
    record Came(Message.Answer answer, Arrival arrival, Duration latency) implements Outcome {}

    /** Time is up, or the socket closed. */
    record NothingCame(Duration waited) implements Outcome {}

    /** It was not sent. */
    record Unsent(String why) implements Outcome {}
}
