package pilotempo.marstek;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;
import pilotempo.lifecycle.Time;

/**
 * Gives one caller at a time its turn at a battery, not before the quiet is over: writes first,
 * then what a write needs to know, then reads, then probes, each in the order they came. One that
 * was passed over often counts as a read, so that probes don't starve. Thread-safe.
 */
final class Turns {
    /** In order of precedence. */
    enum Rank {
        WRITE,
        CHECK,
        READ,
        PROBE
    }

    private static final Duration UNTIL_RUNG = Duration.ofHours(1);
    private static final int PATIENT_TURNS = 8;

    private final Time time;
    private final LongSupplier quietUntil;
    private final List<Ticket> waiting = new ArrayList<>();
    private boolean taken;
    private boolean closed;

    Turns(Time time, LongSupplier quietUntil) {
        this.time = time;
        this.quietUntil = quietUntil;
    }

    /** How waiting for a turn ended. */
    enum Turn {
        /** It is the caller's, who must {@link #release} it. */
        GIVEN,
        /** It did not come in time. */
        TOO_LATE,
        /** The line was closed. */
        CLOSED
    }

    /** Waits for a turn, at most so long. */
    Turn take(Rank rank, Duration atMost) throws InterruptedException {
        var ticket = new Ticket(rank);
        long end = time.ticker().nanos() + atMost.toNanos();
        enter(ticket);
        try {
            while (true) {
                long wait = toWait(ticket);
                if (wait <= 0) {
                    return wait == 0 ? Turn.GIVEN : Turn.CLOSED;
                }
                long left = end - time.ticker().nanos();
                if (left <= 0) {
                    return Turn.TOO_LATE;
                }
                time.pause().take(ticket.bell, Duration.ofNanos(Math.min(wait, left)));
            }
        } finally {
            leave(ticket);
        }
    }

    /** Ends the turn. */
    synchronized void release() {
        taken = false;
        ringFirst();
    }

    /** The quiet has become shorter or longer. */
    synchronized void quietChanged() {
        ringFirst();
    }

    /** Sends everybody away, now and from now on. */
    synchronized void close() {
        closed = true;
        waiting.forEach(Ticket::ring);
    }

    /** 0 = the turn is the caller's; negative = closed; else so many nanoseconds at most. */
    private synchronized long toWait(Ticket ticket) {
        if (closed) {
            return -1;
        }
        if (taken || first() != ticket) {
            return UNTIL_RUNG.toNanos();
        }
        long left = quietUntil.getAsLong() - time.ticker().nanos();
        if (left > 0) {
            return left;
        }
        taken = true;
        waiting.remove(ticket);
        waiting.forEach(other -> other.passedOver++);
        return 0;
    }

    private synchronized void enter(Ticket ticket) {
        waiting.add(ticket);
        ringFirst();
    }

    private synchronized void leave(Ticket ticket) {
        if (waiting.remove(ticket)) {
            ringFirst();
        }
    }

    private void ringFirst() {
        if (!waiting.isEmpty()) {
            first().ring();
        }
    }

    private Ticket first() {
        var first = waiting.getFirst();
        for (var ticket : waiting) {
            if (ticket.rank().compareTo(first.rank()) < 0) {
                first = ticket;
            }
        }
        return first;
    }

    private static final class Ticket {
        private final Rank rank;
        private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
        private int passedOver;

        Ticket(Rank rank) {
            this.rank = rank;
        }

        Rank rank() {
            return rank == Rank.PROBE && passedOver >= PATIENT_TURNS ? Rank.READ : rank;
        }

        void ring() {
            bell.offer(true);
        }
    }
}
