package pilotempo.marstek;

import java.time.Duration;

/**
 * How long somebody in a hurry waits at most.
 *
 * @param turn until it is the caller's turn at the battery; then nothing is sent
 * @param answer for the answer; the line's own time-out where that is shorter
 */
public record Haste(Duration turn, Duration answer) {
    /** As long as it takes. */
    public static final Haste NONE = new Haste(Duration.ofDays(1), Duration.ofDays(1));
}
