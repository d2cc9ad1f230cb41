package pilotempo.ui.component;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilotempo.engine.Engine;

/**
 * Counts wrong PINs: after five a pause of a minute, twice as long after each further five, up to
 * an hour. The engine remembers the count, so that starting the program anew forgives nothing. FX
 * thread.
 */
public final class PinGuard {
    /** Wrong PINs until a pause. */
    public static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final String NAME = "pin-tries";

    /** Tries left, the last pause in seconds, and since when it runs, or nothing. */
    private static final Pattern REMEMBERED = Pattern.compile("([1-5]) (\\d{1,4}) (\\d{1,15})?");

    private final Engine engine;
    private int left = TRIES;
    private Duration pause = Duration.ZERO;
    private @Nullable Instant pausedAt;

    /** As the engine remembers it. */
    public PinGuard(Engine engine) {
        this.engine = engine;
        var before = REMEMBERED.matcher(engine.remembered(NAME).orElse(""));
        if (before.matches()) {
            left = Integer.parseInt(before.group(1));
            pause = atMostTheLongest(Duration.ofSeconds(Long.parseLong(before.group(2))));
            var since = before.group(3);
            pausedAt = since == null ? null : Instant.ofEpochMilli(Long.parseLong(since));
        }
    }

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
            pause = pause.isZero() ? FIRST_PAUSE : atMostTheLongest(pause.multipliedBy(2));
        }
        remember();
    }

    /** The right one was tried: all is forgiven. */
    public void right() {
        boolean clean = left == TRIES && pause.isZero();
        left = TRIES;
        pause = Duration.ZERO;
        pausedAt = null;
        if (!clean) {
            remember();
        }
    }

    private void remember() {
        var since = pausedAt == null ? "" : Long.toString(pausedAt.toEpochMilli());
        engine.remember(NAME, left + " " + pause.toSeconds() + " " + since);
    }

    private static Duration atMostTheLongest(Duration wanted) {
        return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
    }
}
