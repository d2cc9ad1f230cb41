package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import pilotempo.live.HarmSign;

/**
 * Counts the signs that asking hurts a battery and says how much slower to ask. An hour in which
 * one kind of sign comes too often doubles the pace; each hour without brings it half the way back.
 * Not thread-safe.
 */
final class HarmGuard {
    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
    private static final int SLOWEST = 16;

    /**
     * How many of a kind within an hour are too many. One flip may be somebody at the app, one
     * silence a router that was restarted.
     */
    private static final Map<HarmSign, Integer> TOO_MANY =
            Map.of(
                    HarmSign.METER_LOST, 2,
                    HarmSign.MODE_FLIPPED, 2,
                    HarmSign.API_SILENT, 2,
                    HarmSign.FOREIGN_REPLIES, 10);

    private record Seen(HarmSign sign, int times, long nanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();
    private int slowing = 1;
    private long changedNanos;
    private long lastSignNanos;

    /** Signs that were seen now. */
    void saw(HarmSign sign, int times, long nowNanos) {
        if (times <= 0) {
            return;
        }
        seen.addLast(new Seen(sign, times, nowNanos));
        forget(nowNanos);
        lastSignNanos = nowNanos;
        if (sinceChange(sign) >= TOO_MANY.getOrDefault(sign, Integer.MAX_VALUE)
                && slowing < SLOWEST) {
            slowing *= 2;
            changedNanos = nowNanos;
        }
    }

    /** By how much to slow down: 1 = not at all. */
    int slowing(long nowNanos) {
        long calm = Math.min(nowNanos - changedNanos, nowNanos - lastSignNanos);
        while (slowing > 1 && calm >= HOUR_NANOS) {
            slowing /= 2;
            calm -= HOUR_NANOS;
            changedNanos = nowNanos - calm;
        }
        return slowing;
    }

    /** How often each sign was seen in the last hour. */
    Map<HarmSign, Integer> lastHour(long nowNanos) {
        forget(nowNanos);
        var counts = new EnumMap<HarmSign, Integer>(HarmSign.class);
        seen.forEach(one -> counts.merge(one.sign(), one.times(), Integer::sum));
        return counts;
    }

    /** Signs of any kind since an instant, as far as they are remembered. */
    int since(long nanos) {
        return seen.stream().filter(one -> one.nanos() - nanos >= 0).mapToInt(Seen::times).sum();
    }

    private int sinceChange(HarmSign sign) {
        return seen.stream()
                .filter(one -> one.sign() == sign)
                .filter(one -> slowing == 1 || one.nanos() - changedNanos > 0)
                .mapToInt(Seen::times)
                .sum();
    }

    private void forget(long nowNanos) {
        while (!seen.isEmpty() && nowNanos - seen.getFirst().nanos() >= HOUR_NANOS) {
            seen.removeFirst();
        }
    }
}
