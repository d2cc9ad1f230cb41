package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.live.HarmSign;

/**
 * Counts the signs that asking hurts a battery and says how much slower to ask. Too many of one
 * kind of sign within an hour halve the pace; an hour without any brings it one step back. A step
 * back that brought the signs back is remembered: the next is tried after twice the time, up to a
 * day, so that a battery stays at the pace that it bears. Not thread-safe.
 */
final class HarmGuard {
    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();

    /** A trial a day costs a battery a dozen requests, and its owner no more than that. */
    private static final long MOST_PATIENCE_NANOS = Duration.ofDays(1).toNanos();

    /**
     * How many of a kind within an hour are too many. One flip may be somebody at the app, one
     * silence a router that was restarted; losses are a sign only when they are too many.
     */
    private static final Map<HarmSign, Integer> TOO_MANY =
            Map.of(
                    HarmSign.METER_LOST, 2,
                    HarmSign.METER_GONE, 1,
                    HarmSign.MODE_FLIPPED, 2,
                    HarmSign.API_SILENT, 2,
                    HarmSign.FOREIGN_REPLIES, 10,
                    HarmSign.LOSSES, 1);

    private record Seen(HarmSign sign, int times, long nanos) {}

    private final Deque<Seen> seen = new ArrayDeque<>();
    private int most = 1;
    private int slowing = 1;
    private @Nullable HarmSign cause;
    private long changedNanos;
    private long lastSignNanos;
    private long patienceNanos = HOUR_NANOS;
    private boolean onTrial;

    /** Sets how much slower it may get: 1 = not at all. */
    void limit(int factor) {
        most = factor;
    }

    /** Signs that were seen now. */
    void saw(HarmSign sign, int times, long nowNanos) {
        if (times <= 0) {
            return;
        }
        slowing(nowNanos);
        seen.addLast(new Seen(sign, times, nowNanos));
        forget(nowNanos);
        lastSignNanos = nowNanos;
        if (sinceChange(sign) >= TOO_MANY.getOrDefault(sign, Integer.MAX_VALUE) && slowing < most) {
            slowing = Math.min(slowing * 2, most);
            cause = sign;
            changedNanos = nowNanos;
            if (onTrial) {
                patienceNanos = Math.min(patienceNanos * 2, MOST_PATIENCE_NANOS);
                onTrial = false;
            }
        }
    }

    /** What was seen goes on: no reason to slow further, and none to come back. */
    void goesOn(long nowNanos) {
        slowing(nowNanos);
        lastSignNanos = nowNanos;
    }

    /** By how much to slow down: 1 = not at all. */
    int slowing(long nowNanos) {
        long calm = Math.min(nowNanos - changedNanos, nowNanos - lastSignNanos);
        while ((slowing > 1 || onTrial) && calm >= patienceNanos) {
            calm -= patienceNanos;
            changedNanos = nowNanos - calm;
            if (slowing > 1) {
                slowing /= 2;
                onTrial = true;
            } else {
                patienceNanos = HOUR_NANOS;
                onTrial = false;
            }
        }
        return Math.min(slowing, most);
    }

    /** The sign for which it is slowed; null when it is not. */
    @Nullable HarmSign cause(long nowNanos) {
        return slowing(nowNanos) > 1 ? cause : null;
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
