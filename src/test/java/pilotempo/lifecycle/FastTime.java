package pilotempo.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Real time sped up, for tests over real sockets: gaps and time-outs of seconds pass in
 * milliseconds.
 */
public final class FastTime {
    private FastTime() {}

    /** Time that starts at an instant and runs so many times faster. */
    public static Time by(int factor, Instant start) {
        long born = System.nanoTime();
        Ticker ticker = () -> (System.nanoTime() - born) * factor;
        return new Time(
                () -> start.plusNanos(ticker.nanos()),
                ticker,
                new Pause() {
                    @Override
                    public void forAtLeast(Duration duration) throws InterruptedException {
                        if (duration.isPositive()) {
                            TimeUnit.NANOSECONDS.sleep(duration.toNanos() / factor + 1);
                        }
                    }

                    @Override
                    public <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost)
                            throws InterruptedException {
                        return queue.poll(
                                Math.max(0, atMost.toNanos() / factor), TimeUnit.NANOSECONDS);
                    }
                });
    }
}
