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
    private static final int ENOUGH = 10;

    private record Hour(long number, long sent, long answered, long foreign) {}

    private final Deque<Hour> hours = new ArrayDeque<>();
    private final long[] latencies = new long[LATENCIES];
    private int latencyCount;
    private int nextLatency;

    void answered(long nowNanos, Duration latency) {
        count(nowNanos, 1, 1, 0);
        latencies[nextLatency] = latency.toNanos();
        nextLatency = (nextLatency + 1) % LATENCIES;
        latencyCount = Math.min(latencyCount + 1, LATENCIES);
    }

    void lost(long nowNanos) {
        count(nowNanos, 1, 0, 0);
    }

    /** Replies that came to somebody else's requests. */
    void foreign(long nowNanos, long replies) {
        if (replies > 0) {
            count(nowNanos, 0, 0, replies);
        }
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

    /**
     * Foreign replies a request of ours, in this hour and the one before; 0 while there are few.
     */
    double foreignShare(long nowNanos) {
        long since = Math.floorDiv(nowNanos, HOUR_NANOS) - 1;
        var recent = hours.stream().filter(hour -> hour.number >= since).toList();
        long asked = recent.stream().mapToLong(Hour::sent).sum();
        long foreign = recent.stream().mapToLong(Hour::foreign).sum();
        return asked < ENOUGH ? 0 : (double) foreign / asked;
    }

    private void count(long nowNanos, int sent, int answered, long foreign) {
        long number = Math.floorDiv(nowNanos, HOUR_NANOS);
        var last = hours.peekLast();
        if (last == null || last.number != number) {
            last = new Hour(number, 0, 0, 0);
        } else {
            hours.pollLast();
        }
        hours.addLast(
                new Hour(
                        number,
                        last.sent + sent,
                        last.answered + answered,
                        last.foreign + foreign));
        while (!hours.isEmpty() && hours.getFirst().number <= number - HOURS) {
            hours.pollFirst();
        }
    }
}
