package pilotempo.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;
import pilotempo.live.RestTest;

/**
 * The rest test of one battery: nothing is asked for half an hour, then it is compared with how it
 * was. Thread-safe.
 */
final class Resting {
    static final Duration LASTS = Duration.ofMinutes(30);

    /** Rounds after the rest that are looked at. */
    private static final int ROUNDS = 3;

    private @Nullable RestTest test;
    private long endNanos;
    private int rounds;
    private int asked;
    private int lost;

    /** Begins; one that runs already goes on. */
    synchronized void begin(RestTest.Condition now, Instant at, long nowNanos) {
        if (test != null && test.verdict() == null) {
            return;
        }
        test = new RestTest(at, at.plus(LASTS), null, now, null);
        endNanos = nowNanos + LASTS.toNanos();
        rounds = 0;
        asked = 0;
        lost = 0;
    }

    /** Ends it before its time. */
    synchronized void end() {
        if (test != null && test.verdict() == null) {
            test = decided(test, RestTest.Verdict.ENDED, null);
        }
    }

    /** How long it is still left alone; zero when it is not. */
    synchronized Duration left(long nowNanos) {
        return test == null || test.verdict() != null || nowNanos >= endNanos
                ? Duration.ZERO
                : Duration.ofNanos(endNanos - nowNanos);
    }

    /**
     * A round was asked; after some rounds the test is decided.
     *
     * @param signsSince signs of harm seen since an instant of the ticker
     */
    synchronized void round(
            Tally tally,
            @Nullable Boolean meterHeard,
            LongToIntFunction signsSince,
            long nowNanos) {
        var running = test;
        if (running == null || running.verdict() != null || nowNanos < endNanos) {
            return;
        }
        asked += tally.sent();
        lost += tally.lost();
        if (++rounds < ROUNDS) {
            return;
        }
        var after =
                new RestTest.Condition(
                        asked == 0 ? null : 100.0 * lost / asked,
                        meterHeard,
                        signsSince.applyAsInt(endNanos));
        var verdict =
                !running.before().ill()
                        ? RestTest.Verdict.WAS_WELL
                        : after.ill() ? RestTest.Verdict.NO_DIFFERENCE : RestTest.Verdict.HELPED;
        test = decided(running, verdict, after);
    }

    /** Whether the rest is over and nothing was asked since. */
    synchronized boolean justOver(long nowNanos) {
        return test != null && test.verdict() == null && nowNanos >= endNanos && rounds == 0;
    }

    synchronized @Nullable RestTest test() {
        return test;
    }

    private static RestTest decided(
            RestTest test, RestTest.Verdict verdict, RestTest.@Nullable Condition after) {
        return new RestTest(test.from(), test.until(), verdict, test.before(), after);
    }
}
