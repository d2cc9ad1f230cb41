package pilotempo.ui.component;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts wrong PINs: after five a pause of a minute, twice as long after each further five, up to
 * an hour. Kept for as long as the window lives. FX thread.
 */
public final class PinGuard {
    /** Wrong PINs until a pause. */
    public static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private int left = TRIES;
    private Duration pause = Duration.ZERO;
    private @Nullable Instant pausedAt;

    /** Nothing was tried yet. */
    public PinGuard() {}

    /** How many tries there are until the next pause. */
    public int triesLeft() {
        return left;
    }

    /** How long nothing may be tried; zero when it may. A clock set back begins the pause anew. */
    public Duration pauseLeft(Instant now) {
        if (pausedAt == null) {
            return Duration.ZERO;
        }
        if (now.isBefore(pausedAt)) {
            pausedAt = now;
        }
        var rest = pause.minus(Duration.between(pausedAt, now));
        if (rest.isPositive()) {
            return rest;
        }
        pausedAt = null;
        return Duration.ZERO;
    }

    /** A wrong one was tried. */
    public void wrong(Instant now) {
        left--;
        if (left == 0) {
            left = TRIES;
            pausedAt = now;
            var next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        }
    }

    /** The right one was tried: all is forgiven. */
    public void right() {
        left = TRIES;
        pause = Duration.ZERO;
        pausedAt = null;
    }
}
