package pilotempo.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of the program, always a parameter.
 *
 * @param clock the wall clock: what is stored or shown
 * @param ticker runs only forward: time-outs and ages
 * @param pause waiting
 */
public record Time(InstantSource clock, Ticker ticker, Pause pause) {
    /** The machine's own time. */
    public static Time system() {
        return new Time(InstantSource.system(), System::nanoTime, new SystemPause());
    }

    /** Now, by the wall clock. */
    public Instant now() {
        return clock.instant();
    }

    private static final class SystemPause implements Pause {
        @Override
        public void forAtLeast(Duration duration) throws InterruptedException {
            if (duration.isPositive()) {
                Thread.sleep(duration);
            }
        }

        @Override
        public <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost)
                throws InterruptedException {
            return queue.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        }
    }
}
