package pilotempo.marstek;

import java.time.Duration;

/**
 * When a battery may be asked again: a gap after the last request ended, and after what it still
 * said since. Times are the ticker's. Thread-safe.
 */
final class Quiet {
    /** A timer that wakes early must not cut a gap. */
    private static final Duration MARGIN = Duration.ofMillis(5);

    private long ended;
    private long disturbed;

    Quiet(long now) {
        ended = now;
        disturbed = now;
    }

    /** A request was answered or lost, or a late or doubled reply of one came. */
    synchronized void ended(long at) {
        ended = later(ended, at);
        disturbed = later(disturbed, at);
    }

    /** The battery said something that is not ours. */
    synchronized void disturbed(long at) {
        disturbed = later(disturbed, at);
    }

    /** The moment from which on it may be asked; what is not ours delays by one gap at most. */
    synchronized long until(Duration gap) {
        long wait = gap.toNanos();
        long foreign = Math.min(disturbed - ended, wait);
        return ended + foreign + wait + MARGIN.toNanos();
    }

    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
