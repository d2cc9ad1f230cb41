package pilotempo.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time for whole programs over real sockets and real files. It stands still while anybody works and
 * leaps to the next moment for which somebody waits as soon as nobody does, so that hours pass in
 * seconds and a slow machine makes nothing late. It moves only while a test lets it ({@link
 * #until}, {@link #await}, {@link #during}, or for good {@link #free}); between these all is at
 * rest and can be looked at.
 *
 * <p>Whether anybody works is asked of the operating system ({@link ProcessThreads}), so a datagram
 * under way counts too.
 */
public final class SteppedTime implements AutoCloseable {
    private static final long GLANCE_NANOS = 30_000;

    /** Where the system does not tell whether somebody works. */
    private static final long QUIET_NANOS = 2_000_000;

    private static final long FAR_NANOS = 500_000_000;
    private static final Duration ASKED_EVERY = Duration.ofMillis(250);

    private static final Set<Thread.State> WORKING =
            EnumSet.of(Thread.State.RUNNABLE, Thread.State.BLOCKED);

    private final Set<Waiter> waiting = new HashSet<>();
    private final Set<Thread> awake = new HashSet<>();
    private final Thread stepper;
    private volatile Instant wall;
    private volatile long nanos;
    private @Nullable Run run;
    private int letGo;

    private SteppedTime(Instant start) {
        wall = start;
        stepper = Thread.ofPlatform().daemon().name("stepped-time").start(this::step);
    }

    /** Starts at an instant, and stands. */
    public static SteppedTime at(Instant start) {
        return new SteppedTime(start);
    }

    /** The time to give away. */
    public Time time() {
        return new Time(this::now, this::nanos, new Waiting());
    }

    /** Goes on by itself from now on, whenever nobody works; a test that only looks works. */
    public SteppedTime free() {
        synchronized (this) {
            letGo++;
        }
        return this;
    }

    /** The wall clock. */
    public Instant now() {
        return wall;
    }

    private long nanos() {
        return nanos;
    }

    /** Sets the wall clock alone: forward, as a machine sees it that slept, or wherever. */
    public synchronized void leapTo(Instant to) {
        wall = to;
    }

    /** Lives on until the wall clock says so. */
    public void until(Instant end) {
        var left = Duration.between(wall, end);
        if (left.isPositive()) {
            live(new Run(nanos() + left.toNanos(), () -> false, true));
        }
    }

    /**
     * Lives on until something is so, asked while all is at rest.
     *
     * @throws AssertionError when it is not so for that long
     */
    public void await(BooleanSupplier so, Duration atMost) {
        live(new Run(nanos() + atMost.toNanos(), so, false));
    }

    /** Lives on while the caller does something that takes time. */
    public <E extends Exception> void during(Doing<E> doing) throws E {
        synchronized (this) {
            letGo++;
        }
        try {
            doing.run();
        } finally {
            synchronized (this) {
                letGo--;
            }
        }
    }

    /** What takes time. */
    @FunctionalInterface
    public interface Doing<E extends Exception> {
        /** Does it. */
        void run() throws E;
    }

    private void live(Run next) {
        synchronized (this) {
            run = next;
        }
        try {
            next.over.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    private void step() {
        try (var process = ProcessThreads.open()) {
            while (!Thread.currentThread().isInterrupted()) {
                if (somebodyWorks() || !mayGo() || !quiet(process, farAhead())) {
                    LockSupport.parkNanos(GLANCE_NANOS);
                } else {
                    leap();
                }
            }
        }
    }

    private static boolean quiet(@Nullable ProcessThreads process, boolean far) {
        if (process != null) {
            return process.allSleep(far);
        }
        LockSupport.parkNanos(QUIET_NANOS);
        return true;
    }

    /** Wakes who is due, or has got what it waits for; whoever was woken and still runs works. */
    private synchronized boolean somebodyWorks() {
        var due = waiting.stream().filter(waiter -> waiter.isDue(nanos)).toList();
        due.forEach(this::wake);
        awake.removeIf(thread -> !WORKING.contains(thread.getState()));
        return !due.isEmpty() || !awake.isEmpty();
    }

    private void wake(Waiter waiter) {
        waiting.remove(waiter);
        waiter.woken = true;
        awake.add(waiter.thread);
        LockSupport.unpark(waiter.thread);
    }

    private synchronized boolean mayGo() {
        return run != null || letGo > 0;
    }

    /** Whether the next leap is so long that somebody overlooked would be given up. */
    private synchronized boolean farAhead() {
        return next() - nanos > FAR_NANOS;
    }

    private synchronized void leap() {
        if (somebodyWorks()) {
            return; // it was given something while the others were looked at
        }
        var current = run;
        if (current != null && current.isOver(nanos)) {
            run = null;
            return;
        }
        long next = next();
        if (next > nanos && next != Long.MAX_VALUE) {
            wall = wall.plusNanos(next - nanos);
            nanos = next;
        }
    }

    private long next() {
        long next = waiting.stream().mapToLong(waiter -> waiter.end).min().orElse(Long.MAX_VALUE);
        return run == null ? next : Math.min(next, run.next(nanos));
    }

    @Override
    public void close() {
        stepper.interrupt();
        try {
            stepper.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a test waits for. */
    private static final class Run {
        private final long end;
        private final BooleanSupplier so;
        private final boolean endIsFine;
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private long askAgain = Long.MIN_VALUE;

        private Run(long end, BooleanSupplier so, boolean endIsFine) {
            this.end = end;
            this.so = so;
            this.endIsFine = endIsFine;
        }

        private boolean isOver(long now) {
            try {
                if ((now >= end && endIsFine) || (now >= askAgain && so.getAsBoolean())) {
                    return over.complete(null);
                }
                if (now >= askAgain) {
                    askAgain = now + ASKED_EVERY.toNanos();
                }
            } catch (RuntimeException | Error failed) {
                return over.completeExceptionally(failed);
            }
            return now >= end
                    && over.completeExceptionally(
                            new AssertionError("it did not become so in the time given"));
        }

        private long next(long now) {
            return endIsFine ? end : Math.min(end, Math.max(askAgain, now));
        }
    }

    /** A thread that waits until the ticker says {@code end}, or its queue has something. */
    private static final class Waiter {
        private final Thread thread = Thread.currentThread();
        private final long end;
        private final @Nullable BlockingQueue<?> queue;
        private volatile boolean woken;

        private Waiter(long end, @Nullable BlockingQueue<?> queue) {
            this.end = end;
            this.queue = queue;
        }

        private boolean isDue(long now) {
            return end <= now || (queue != null && !queue.isEmpty());
        }
    }

    private final class Waiting implements Pause {
        @Override
        public void forAtLeast(Duration duration) throws InterruptedException {
            if (duration.isPositive()) {
                rest(null, duration);
            }
        }

        @Override
        public <T> @Nullable T take(BlockingQueue<T> queue, Duration atMost)
                throws InterruptedException {
            long end = nanos() + atMost.toNanos();
            T head = queue.poll();
            while (head == null && nanos() < end) {
                rest(queue, Duration.ofNanos(end - nanos()));
                head = queue.poll();
            }
            return head;
        }

        private void rest(@Nullable BlockingQueue<?> queue, Duration duration)
                throws InterruptedException {
            Waiter waiter;
            synchronized (SteppedTime.this) {
                waiter = new Waiter(nanos + duration.toNanos(), queue);
                waiting.add(waiter);
                awake.remove(waiter.thread);
            }
            try {
                while (!waiter.woken) {
                    LockSupport.park(waiter);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            } finally {
                synchronized (SteppedTime.this) {
                    waiting.remove(waiter);
                }
            }
        }
    }
}
