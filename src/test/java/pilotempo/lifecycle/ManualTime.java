package pilotempo.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that moves only when a test says so. Threads that wait in it wake up when it has moved far
 * enough.
 */
public final class ManualTime {
    private Instant wall;
    private long nanos;
    private final Set<Waiter> waiting = new HashSet<>();

    private ManualTime(Instant start) {
        wall = start;
    }

    /** Starts at an instant in ISO 8601. */
    public static ManualTime at(String instant) {
        return new ManualTime(Instant.parse(instant));
    }

    /** The time to give away. */
    public Time time() {
        return new Time(this::wall, this::nanos, new ManualPause());
    }

    /** Moves both clocks forward and wakes whoever is due. */
    public synchronized void advance(Duration by) {
        wall = wall.plus(by);
        nanos += by.toNanos();
        // Who is due no longer waits, even before its thread runs: a test may count on that.
        waiting.removeIf(waiter -> waiter.end <= nanos);
        notifyAll();
    }

    /** Sets the wall clock alone, as NTP or a user does. */
    public synchronized void setWall(Instant to) {
        wall = to;
    }

    /** Waits (in real time, bounded) until at least so many threads wait in this time. */
    public synchronized void awaitWaiting(int threads) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (waiting.size() < threads) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(
                        "only " + waiting.size() + " of " + threads + " threads wait");
            }
            wait(left);
        }
    }

    private synchronized Instant wall() {
        return wall;
    }

    private synchronized long nanos() {
        return nanos;
    }

    /** A thread that waits until the ticker says {@code end}; each is its own. */
    private static final class Waiter {
        private final long end;

        private Waiter(long end) {
            this.end = end;
        }
    }

    private final class ManualPause implements Pause {
        @Override
        public void forAtLeast(Duration duration) throws InterruptedException {
            synchronized (ManualTime.this) {
                long end = nanos + duration.toNanos();
                var waiter = new Waiter(end);
                if (duration.isPositive()) {
                    waiting.add(waiter);
                }
                ManualTime.this.notifyAll();
                try {
                    while (nanos < end) {
                        ManualTime.this.wait();
                    }
                } finally {
                    waiting.remove(waiter);
                }
            }
        }

        @Override
        public <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost)
                throws InterruptedException {
            synchronized (ManualTime.this) {
                long end = nanos + atMost.toNanos();
                var waiter = new Waiter(end);
                if (atMost.isPositive()) {
                    waiting.add(waiter);
                }
                ManualTime.this.notifyAll();
                try {
                    T head = queue.poll();
                    while (head == null && nanos < end) {
                        ManualTime.this.wait(5);
                        head = queue.poll();
                    }
                    return head;
                } finally {
                    waiting.remove(waiter);
                }
            }
        }
    }
}
