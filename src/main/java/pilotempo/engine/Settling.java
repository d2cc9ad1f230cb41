package pilotempo.engine;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.control.Control;
import pilotempo.lifecycle.Time;

/**
 * Has commands decided that were cut off, on a thread of its own that lives as long as there are
 * any.
 */
final class Settling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final Control control;
    private final Time time;
    private volatile boolean started;
    private final AtomicInteger wanted = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("settle-", 0).factory());

    Settling(Control control, Time time) {
        this.control = control;
        this.time = time;
    }

    /** An earlier run may have been cut off. */
    void start() {
        started = true;
        lookAgain();
    }

    /** An order was cut off; where nothing was started, the program ends with it. */
    void lookAgain() {
        if (!started || wanted.getAndIncrement() > 0) {
            return;
        }
        try {
            threads.execute(this::settle);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Closing");
        }
    }

    private void settle() {
        try {
            int seen;
            do {
                seen = wanted.get();
                while (!control.settle()) {
                    time.pause().forAtLeast(AGAIN);
                }
            } while (!wanted.compareAndSet(seen, 0));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("What was cut off is not decided", bug);
            wanted.set(0);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
