package pilotempo.control;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One order at a time for each battery, in the order they came, on their callers' threads; closing
 * interrupts those inside. Thread-safe.
 */
final class OrderQueue {
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final Map<String, ReentrantLock> batteries = new HashMap<>();
    private final ReentrantLock door = new ReentrantLock();
    private final Condition left = door.newCondition();
    private final Set<Thread> inside = new HashSet<>();
    private boolean closed;

    /** What is done in turn. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E, InterruptedException;
    }

    /** Waits for the battery's turn, then works. */
    <T, E extends Exception> T inTurn(String battery, Work<T, E> work)
            throws E, InterruptedException {
        var turn = enter(battery);
        try {
            turn.lockInterruptibly();
            try {
                return work.run();
            } finally {
                turn.unlock();
            }
        } finally {
            leave();
        }
    }

    private ReentrantLock enter(String battery) throws InterruptedException {
        door.lockInterruptibly();
        try {
            if (closed) {
                throw new InterruptedException("the program closes");
            }
            inside.add(Thread.currentThread());
            return batteries.computeIfAbsent(battery, _ -> new ReentrantLock(true));
        } finally {
            door.unlock();
        }
    }

    private void leave() {
        door.lock();
        try {
            inside.remove(Thread.currentThread());
            left.signalAll();
        } finally {
            door.unlock();
        }
    }

    /** Lets nobody in any more, interrupts those inside and waits for them to leave. */
    void close() throws InterruptedException {
        door.lockInterruptibly();
        try {
            closed = true;
            inside.forEach(Thread::interrupt);
            long wait = TO_LEAVE.toNanos();
            while (!inside.isEmpty() && wait > 0) {
                wait = left.awaitNanos(wait);
            }
        } finally {
            door.unlock();
        }
    }
}
