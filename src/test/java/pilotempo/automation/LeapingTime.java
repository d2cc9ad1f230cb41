package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Pause;
import pilotempo.lifecycle.Time;

/**
 * Real time sped up, whose wall clock can be set: forward, as a machine sees it that slept, or to
 * wherever a wrong clock stands.
 */
final class LeapingTime {
    private final long born = System.nanoTime();
    private final AtomicLong leaptNanos = new AtomicLong();
    private final int factor;
    private final Instant start;

    LeapingTime(int factor, Instant start) {
        this.factor = factor;
        this.start = start;
    }

    Instant now() {
        return start.plusNanos(nanos()).plusNanos(leaptNanos.get());
    }

    private long nanos() {
        return (System.nanoTime() - born) * factor;
    }

    void leapTo(Instant to) {
        leaptNanos.addAndGet(Duration.between(now(), to).toNanos());
    }

    Time time() {
        return new Time(this::now, this::nanos, new Waiting());
    }

    private final class Waiting implements Pause {
        @Override
        public void forAtLeast(Duration duration) throws InterruptedException {
            if (duration.isPositive()) {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos() / factor + 1);
            }
        }

        @Override
        public <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost)
                throws InterruptedException {
            return queue.poll(Math.max(0, atMost.toNanos() / factor), TimeUnit.NANOSECONDS);
        }
    }
}
