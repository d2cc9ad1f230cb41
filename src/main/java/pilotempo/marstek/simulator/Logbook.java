package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what one battery is asked. Thread-safe. */
final class Logbook {
    private final Map<String, Integer> byMethod = new TreeMap<>();
    private final List<FleetLog.Write> writes = new ArrayList<>();
    private int requests;
    private int hangs;
    private int beingAnswered;
    private @Nullable Long lastRequest;
    private @Nullable Long lastReply;
    private @Nullable Long smallestInterval;
    private @Nullable Long smallestQuiet;

    /** A request came; gives the nanoseconds since the one before it, or the longest time. */
    synchronized long asked(String method, long nanos) {
        requests++;
        byMethod.merge(method, 1, Integer::sum);
        long interval = lastRequest == null ? Long.MAX_VALUE : nanos - lastRequest;
        if (lastRequest != null) {
            smallestInterval = smaller(smallestInterval, interval);
        }
        if (beingAnswered > 0) {
            smallestQuiet = 0L;
        } else if (lastReply != null) {
            smallestQuiet = smaller(smallestQuiet, nanos - lastReply);
        }
        lastRequest = nanos;
        return interval;
    }

    /** Something came that asks nothing. */
    synchronized void noted(String kind) {
        byMethod.merge(kind, 1, Integer::sum);
    }

    synchronized void wrote(Instant at, String method, String params) {
        writes.add(new FleetLog.Write(at, method, params));
    }

    synchronized void hung() {
        hangs++;
    }

    synchronized void answering() {
        beingAnswered++;
    }

    synchronized void answered(long nanos) {
        beingAnswered--;
        lastReply = nanos;
    }

    synchronized FleetLog.Battery read() {
        return new FleetLog.Battery(
                requests,
                smallestInterval == null ? null : Duration.ofNanos(smallestInterval),
                smallestQuiet == null ? null : Duration.ofNanos(smallestQuiet),
                hangs,
                byMethod,
                writes);
    }

    private static Long smaller(@Nullable Long known, long next) {
        return known == null ? next : Math.min(known, next);
    }
}
