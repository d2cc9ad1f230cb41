package pilotempo.alert;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after each failure in a row: doubling up to a quarter of an hour, with jitter,
 * so that an outage of days costs a hundred tries a day. Not thread-safe.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MISCONFIGURED = Duration.ofMinutes(10);
    private static final Duration LONG_MISCONFIGURED = Duration.ofHours(1);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        failures = 0;
    }

    Duration next() {
        failures++;
        long step = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(20, failures - 1));
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }

    /** After a refusal that stays until somebody changes something. */
    Duration nextMisconfigured() {
        failures++;
        return failures <= 3 ? MISCONFIGURED : LONG_MISCONFIGURED;
    }
}
