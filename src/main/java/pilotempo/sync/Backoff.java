package pilotempo.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after each failure: doubling, with full jitter, so that nobody is stormed. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration CONFIGURATION = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** It worked. */
    void reset() {
        failures = 0;
    }

    /** How long to wait after another failure. */
    Duration next(ServerProblem problem) {
        failures++;
        if (problem.isConfiguration()) {
            return CONFIGURATION;
        }
        long step = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(20, failures - 1));
        return Duration.ofMillis(step / 4 + random.nextLong(step * 3 / 4 + 1));
    }
}
