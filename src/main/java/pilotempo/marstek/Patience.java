package pilotempo.marstek;

import java.time.Duration;

/**
 * How long to wait for a battery's answer: its mean latency and four mean deviations (as TCP does,
 * RFC 6298), within bounds. Late answers teach too, else a slow battery could never be waited for.
 * Thread-safe.
 */
final class Patience {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration AT_FIRST = Duration.ofSeconds(5);
    private static final int SAMPLES_TO_TRUST = 5;

    private final Duration longest;
    private int samples;
    private double mean;
    private double deviation;

    Patience(Duration longest) {
        this.longest = longest;
    }

    /** An answer took so long. */
    synchronized void learn(long nanos) {
        if (samples == 0) {
            mean = nanos;
            deviation = nanos / 2.0;
        } else {
            deviation = 0.75 * deviation + 0.25 * Math.abs(mean - nanos);
            mean = 0.875 * mean + 0.125 * nanos;
        }
        samples++;
    }

    /** The time-out in force. */
    synchronized Duration timeOut() {
        var learnt = Duration.ofNanos((long) (mean + 4 * deviation));
        var lowest = samples < SAMPLES_TO_TRUST ? AT_FIRST : SHORTEST;
        var wanted = learnt.compareTo(lowest) < 0 ? lowest : learnt;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
