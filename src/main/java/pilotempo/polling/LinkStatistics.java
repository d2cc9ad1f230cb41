package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers of the last 24 h, by the hour, and the latencies of the recent answers. Not
 * thread-safe.
 */
final class LinkStatistics {
    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
    private static final int HOURS = 24;
    private static final int LATENCIES = 200;

    private record Hour(long number, long sent, long answered) {}

    private final Deque<Hour> hours = new ArrayDeque<>();
    private final long[] latencies = new long[LATENCIES];
    private int latencyCount;
    private int nextLatency;

    void answered(long nowNanos, Duration latency) {
        count(nowNanos, 1);
        latencies[nextLatency] = latency.toNanos();
        nextLatency = (nextLatency + 1) % LATENCIES;
        latencyCount = Math.min(latencyCount + 1, LATENCIES);
    }

    void lost(long nowNanos) {
        count(nowNanos, 0);
    }

    long sent() {
        return hours.stream().mapToLong(Hour::sent).sum();
    }

    long answered() {
        return hours.stream().mapToLong(Hour::answered).sum();
    }

    /** The latency that the given share of the recent answers kept below; null without any. */
    @Nullable Duration percentile(double share) {
        if (latencyCount == 0) {
            return null;
        }
        var sorted = Arrays.copyOf(latencies, latencyCount);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.ceil(share * latencyCount) - 1]);
    }

    private void count(long nowNanos, int answers) {
        long number = Math.floorDiv(nowNanos, HOUR_NANOS);
        var last = hours.peekLast();
        if (last != null && last.number == number) {
            hours.pollLast();
            hours.addLast(new Hour(number, last.sent + 1, last.answered + answers));
        } else {
            hours.addLast(new Hour(number, 1, answers));
        }
        while (!hours.isEmpty() && hours.getFirst().number <= number - HOURS) {
            hours.pollFirst();
        }
    }
}
