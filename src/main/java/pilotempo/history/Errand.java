package pilotempo.history;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Something that the one writer does between two loads of readings: a part of an import, a part of
 * a purge. Short, for readings wait meanwhile.
 */
final class Errand<T> {
    /** What is to be done; what it returns is durable. */
    @FunctionalInterface
    interface Doing<T> {
        T with(BatchStore store) throws SQLException;
    }

    private final Doing<T> doing;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T made;

    Errand(Doing<T> doing) {
        this.doing = doing;
    }

    void run(BatchStore store) throws SQLException {
        if (!result.isDone()) {
            made = doing.with(store);
        }
    }

    /** Tells the result, once the writer has published what it wrote. */
    void done() {
        var telling = made;
        if (telling != null) {
            result.complete(telling);
        }
    }

    void refuse(HistoryUnavailable why) {
        result.completeExceptionally(why);
    }

    /**
     * Has the writer do it, and waits for the result.
     *
     * @throws HistoryUnavailable when the disk refuses
     */
    static <T> T done(Inbox inbox, Doing<T> doing) throws InterruptedException {
        var errand = new Errand<>(doing);
        inbox.add(errand);
        try {
            return errand.result().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof HistoryUnavailable unavailable
                    ? unavailable
                    : new HistoryUnavailable("The history can't be written.", failed);
        }
    }

    /** Whoever cancels it before it begins has it left undone. */
    CompletableFuture<T> result() {
        return result;
    }
}
