package pilotempo.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pilotempo.lifecycle.Subscription;

/**
 * What a sync reads of the local database, and what it notes there. Only rows that survive a power
 * cut are given: a row that the file forgot and a server has would lose its number to another.
 * Thread-safe; waits for the disk.
 */
public interface Outbox {
    /**
     * Which local database this is. Made with it, and anew when a backup is restored: numbers then
     * begin again where the backup stood. See {@link #renew}.
     */
    UUID identity();

    /**
     * The newest run of the program whose rows survive a power cut; a server keeps it beside its
     * marks. Empty while no run has left any. It is never older than the rows given before it was
     * asked for.
     */
    Optional<UUID> opening();

    /**
     * Whether a number that a server has is one of this file. It is not when an older copy of the
     * file was put back by hand, whether the numbers have caught up since or not.
     *
     * @param opening the run in which the server heard it; empty if it does not know
     */
    boolean knows(OutboxStream stream, long seq, Optional<UUID> opening)
            throws InterruptedException;

    /**
     * Becomes another database for all servers: they get everything again, under a new identity.
     */
    void renew() throws InterruptedException;

    /** The highest number of a stream that survives a power cut; 0 while there is none. */
    long newest(OutboxStream stream);

    /**
     * The first rows after a number, in order of their numbers, none above {@link #newest}. Empty
     * when all have been given.
     */
    List<Outgoing> after(OutboxStream stream, long seq, int most) throws InterruptedException;

    /** How much of a stream is behind a number. */
    Backlog backlog(OutboxStream stream, long seq) throws InterruptedException;

    /**
     * Remembers how far a server has taken a stream; what it has may one day be purged here.
     *
     * @param target the server's own identity
     */
    void acknowledged(UUID target, OutboxStream stream, long seq) throws InterruptedException;

    /** The number remembered; 0 for a server never heard of. */
    long acknowledged(UUID target, OutboxStream stream) throws InterruptedException;

    /** The number remembered for the server that was heard last; 0 if none ever was. */
    long lastAcknowledged(OutboxStream stream) throws InterruptedException;

    /** Sets a row aside that a server will never take; durable when this returns. */
    void reject(Rejected rejected) throws InterruptedException;

    /** Rows set aside, the newest first. */
    List<Rejected> rejected(int most) throws InterruptedException;

    /** How many rows are set aside. */
    long rejectedCount() throws InterruptedException;

    /** Hears, on any thread, that there may be more to send; must not wait. */
    Subscription onMore(Runnable listener);

    /**
     * What waits.
     *
     * @param rows how many; above 10,000 an estimate
     * @param oldest time of the oldest of them; empty when none waits, or it has no time
     */
    record Backlog(long rows, Optional<Instant> oldest) {
        /** Nothing waits. */
        public static final Backlog NONE = new Backlog(0, Optional.empty());
    }

    /**
     * A row that a server refused.
     *
     * @param stream whose
     * @param seq its number
     * @param at when it was refused
     * @param reason the server's words
     * @param row for people
     */
    record Rejected(OutboxStream stream, long seq, Instant at, String reason, String row) {}
}
