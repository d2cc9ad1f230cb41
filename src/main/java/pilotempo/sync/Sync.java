package pilotempo.sync;

import pilotempo.lifecycle.Subscription;

/** Sends what is recorded to a server, in the background. Thread-safe. */
public interface Sync extends AutoCloseable {
    /** A sync without a server. */
    static Sync none() {
        return new NoSync();
    }

    /** How it goes, at once, from memory. */
    SyncState state();

    /** Signals at once and on each change of {@link #state()}, on any thread; must not wait. */
    Subscription onChange(Runnable listener);

    /** Begins to send in the background; without a server it does nothing. */
    void start();

    /** Tries now instead of when the back-off ends. */
    void tryNow();

    /**
     * One pass in the caller's thread: sends until nothing waits, or an error ends it. Waits.
     * Beside the background it takes its turn.
     */
    SyncReport pass() throws InterruptedException;

    /** Ends within two seconds; what was not acknowledged is sent again next time. */
    @Override
    void close();
}
