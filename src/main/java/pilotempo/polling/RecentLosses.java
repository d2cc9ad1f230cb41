package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The share of requests lost in the last three quarters of an hour: long enough for some ten rounds
 * of the slowest pace, short enough that a bad night is seen in a program that has run for days.
 * Fewer than ten requests are no share, so that of a battery asked very seldom the last ten count,
 * however old. Not thread-safe.
 */
final class RecentLosses {
    private static final long WINDOW_NANOS = Duration.ofMinutes(45).toNanos();
    private static final int ENOUGH = 10;

    /**
     * Lossy above the first, until below the second: chance moves the share of a window of 150
     * requests, one a minute and repeats, by some four points either way.
     */
    private static final double LOSSY = 0.3;

    private static final double WELL_AGAIN = 0.2;

    private record Seen(Tally tally, long nanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();
    private int sent;
    private int lost;
    private boolean lossy;

    /** Takes in requests to a battery that is there. */
    void add(Tally tally, long nowNanos) {
        if (tally.sent() == 0) {
            return;
        }
        seen.addLast(new Seen(tally, nowNanos));
        count(tally, 1);
        while (nowNanos - seen.getFirst().nanos() >= WINDOW_NANOS
                && sent - seen.getFirst().tally().sent() >= ENOUGH) {
            count(seen.removeFirst().tally(), -1);
        }
        lossy = sent >= ENOUGH && lost > (lossy ? WELL_AGAIN : LOSSY) * sent;
    }

    /** Whether much is lost. */
    boolean lossy() {
        return lossy;
    }

    /** Per cent; null before the first. */
    @Nullable Double percent() {
        return sent == 0 ? null : 100.0 * lost / sent;
    }

    private void count(Tally tally, int sign) {
        sent += sign * tally.sent();
        lost += sign * tally.lost();
    }
}
