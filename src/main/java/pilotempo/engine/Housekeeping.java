package pilotempo.engine;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.HistoryUnavailable;
import pilotempo.lifecycle.Time;

/**
 * What a program that records does once a day: raw readings older than {@code history.raw-days} go.
 * Thread {@code housekeeping}, until it is closed.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofHours(24);

    private final Purge purge;
    private final Time time;
    private final Thread thread;

    /** Removes what is old, and tells how much that was. */
    @FunctionalInterface
    interface Purge {
        long run() throws InterruptedException;
    }

    private Housekeeping(Purge purge, Time time) {
        this.purge = purge;
        this.time = time;
        thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);
    }

    /** Starts it; the first purge comes a while after the start, which has enough to do. */
    static Housekeeping start(Purge purge, Time time) {
        var keeping = new Housekeeping(purge, time);
        keeping.thread.start();
        return keeping;
    }

    private void run() {
        try {
            time.pause().forAtLeast(AFTER_START);
            while (true) {
                purge();
                time.pause().forAtLeast(EVERY);
            }
        } catch (InterruptedException closing) {
            LOG.debug("Housekeeping ends", closing);
        }
    }

    private void purge() throws InterruptedException {
        try {
            long removed = purge.run();
            if (removed > 0) {
                LOG.info("{} old readings were removed, as history.raw-days wants", removed);
            }
        } catch (HistoryUnavailable refused) {
            LOG.warn("Old readings stay for another day", refused);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
