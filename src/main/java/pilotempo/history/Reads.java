package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asking the database on threads of its own, each query on a connection of its own. Nobody else's
 * thread touches the file: an interrupt while H2 reads it would close the file for everybody.
 */
final class Reads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
    private static final int THREADS = 4;

    /** A question to the database. */
    @FunctionalInterface
    interface Query<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** A query under way. */
    private static final class Running<T> {
        private final Query<T> query;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private volatile boolean cancelled;
        private volatile int session = -1;

        Running(Query<T> query) {
            this.query = query;
        }
    }

    private final HistoryFile file;
    private final ExecutorService threads;
    private final ExecutorService canceller;
    private final Set<Running<?>> all = ConcurrentHashMap.newKeySet();

    Reads(HistoryFile file) {
        this.file = file;
        threads = named("history-reader-", THREADS);
        canceller = named("history-cancel-", 1);
    }

    /** Asks; an interrupt of the caller cancels the query. */
    <T> T interruptibly(Query<T> query) throws InterruptedException {
        return interruptibly(query, Duration.ofHours(1), () -> {});
    }

    /** The same; {@code meanwhile} is run now and then by the caller's thread. */
    <T> T interruptibly(Query<T> query, Duration every, Runnable meanwhile)
            throws InterruptedException {
        var running = start(query);
        try {
            while (!await(running.answer, every)) {
                meanwhile.run();
            }
            return result(running.answer);
        } catch (InterruptedException stop) {
            cancel(running);
            throw stop;
        }
    }

    /** Asks something short; an interrupt of the caller is kept for later. */
    <T> T steadily(Query<T> query) {
        var running = start(query);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result(running.answer);
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        all.forEach(this::cancel);
        canceller.shutdown();
        try {
            if (!threads.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                LOG.warn("A query still runs");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Running<T> start(Query<T> query) {
        var running = new Running<>(query);
        all.add(running);
        try {
            threads.execute(() -> ask(running));
        } catch (RejectedExecutionException closed) {
            all.remove(running);
            throw new HistoryUnavailable("The history is closed.", closed);
        }
        return running;
    }

    private <T> void ask(Running<T> running) {
        try (var connection = file.connect()) {
            running.session = session(connection);
            if (!running.cancelled) {
                running.answer.complete(running.query.ask(connection));
            }
        } catch (SQLException | RuntimeException failed) {
            running.answer.completeExceptionally(failed);
        } finally {
            running.answer.completeExceptionally(
                    new HistoryUnavailable("The query was cancelled."));
            all.remove(running);
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT SESSION_ID()")) {
            return found.next() ? found.getInt(1) : -1;
        }
    }

    private void cancel(Running<?> running) {
        running.cancelled = true;
        try {
            canceller.execute(() -> cancelStatements(running));
        } catch (RejectedExecutionException closing) {
            LOG.debug("Closing: the query ends by itself", closing);
        }
    }

    /** Cancels one statement after the other until the query gives up. */
    private void cancelStatements(Running<?> running) {
        if (running.answer.isDone()) {
            return;
        }
        try (var connection = file.connect();
                var cancel = connection.prepareStatement("SELECT CANCEL_SESSION(?)")) {
            while (!running.answer.isDone()) {
                cancel.setInt(1, running.session);
                cancel.execute();
                awaitDone(running.answer);
            }
        } catch (SQLException failed) {
            LOG.debug("A query can't be cancelled", failed);
        }
    }

    private static boolean await(CompletableFuture<?> answer, Duration atMost)
            throws InterruptedException {
        try {
            answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            LOG.trace("Told by its result", failed);
            return true;
        } catch (TimeoutException soon) {
            LOG.trace("Still asking", soon);
            return false;
        }
    }

    private static void awaitDone(CompletableFuture<?> answer) {
        try {
            answer.get(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException soon) {
            LOG.trace("A cancelled query", soon);
        }
    }

    private static ExecutorService named(String prefix, int threads) {
        var count = new AtomicInteger();
        return Executors.newFixedThreadPool(
                threads,
                task -> {
                    var thread = new Thread(task, prefix + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static <T> T result(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof HistoryUnavailable unavailable) {
                throw unavailable;
            }
            throw new HistoryUnavailable("The history can't be read: " + failed.getCause(), failed);
        }
    }
}
