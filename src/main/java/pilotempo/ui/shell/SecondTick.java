package pilotempo.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Calls back on the FX thread once a second while running. A thread of its own, for a JavaFX
 * timeline would keep the window pulsing at full rate for ever.
 */
final class SecondTick implements AutoCloseable {
    private final Executor fx;
    private final Runnable tick;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable Future<?> beat;

    SecondTick(Executor fx, Runnable tick) {
        this.fx = fx;
        this.tick = tick;
    }

    void run(boolean running) {
        if (running && thread == null) {
            var queued = new AtomicBoolean();
            var started =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("ui-tick").factory());
            beat = started.scheduleAtFixedRate(() -> queue(queued), 1, 1, TimeUnit.SECONDS);
            thread = started;
        } else if (!running && thread != null) {
            if (beat != null) {
                beat.cancel(false);
            }
            thread.shutdownNow();
            thread = null;
        }
    }

    private void queue(AtomicBoolean queued) {
        if (queued.compareAndSet(false, true)) {
            fx.execute(
                    () -> {
                        queued.set(false);
                        if (thread != null) {
                            tick.run();
                        }
                    });
        }
    }

    @Override
    public void close() {
        run(false);
    }
}
