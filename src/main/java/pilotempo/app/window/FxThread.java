package pilotempo.app.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** The way to the FX thread from outside. */
final class FxThread {
    private FxThread() {}

    /** Starts JavaFX; returns once it runs. Only once a process. */
    static void start() throws InterruptedException {
        var running = new CompletableFuture<Void>();
        Platform.startup(() -> running.complete(null));
        await(running);
    }

    /** Runs on the FX thread and waits for the result. */
    static <T> T call(Callable<T> task) throws InterruptedException {
        var result = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        result.complete(task.call());
                    } catch (Exception | LinkageError failed) {
                        result.completeExceptionally(failed);
                    }
                });
        return await(result);
    }

    private static <T> T await(CompletableFuture<T> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the window failed", failed.getCause());
        }
    }
}
