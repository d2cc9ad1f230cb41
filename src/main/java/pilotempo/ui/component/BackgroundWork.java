package pilotempo.ui.component;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work off the FX thread, its end told on it. Cancelling interrupts the work, and then neither
 * consumer is called. Owned by the shell, which closes it.
 */
public final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ui-work-", 0).factory());
    private final Executor fx;

    /** The executor is {@code Platform::runLater}; tests may run at once. */
    public BackgroundWork(Executor fx) {
        this.fx = fx;
    }

    /** A piece of work under way. */
    @FunctionalInterface
    public interface Job {
        /** Stops it; its consumers will not be called any more (when called on the FX thread). */
        void cancel();
    }

    /** Starts work; exactly one consumer is called on the FX thread, unless cancelled. */
    public <T> Job start(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        var cancelled = new java.util.concurrent.atomic.AtomicBoolean();
        Future<?> running =
                threads.submit(
                        () -> {
                            try {
                                var result = work.call();
                                fx.execute(
                                        () -> {
                                            if (!cancelled.get()) {
                                                done.accept(result);
                                            }
                                        });
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            } catch (Exception broken) {
                                if (!cancelled.get()) {
                                    LOG.warn("Work for the window failed", broken);
                                    fx.execute(
                                            () -> {
                                                if (!cancelled.get()) {
                                                    failed.accept(broken);
                                                }
                                            });
                                }
                            }
                        });
        return () -> {
            cancelled.set(true);
            running.cancel(true);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("Work for the window still busy after 1 s");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
