package pilotempo.ui.component;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import pilotempo.lifecycle.Subscription;

/**
 * The one door of live data to the FX thread: however fast a source signals, at most one task is
 * queued, and the task reads the newest state.
 */
public final class FxBridge {
    private FxBridge() {}

    /**
     * Listens, {@code listen(engine::onFleet, context.fx(), this::refresh)}. After the subscription
     * was closed on the FX thread, {@code show} is not called any more.
     */
    public static Subscription listen(
            Function<Runnable, Subscription> source, Executor fx, Runnable show) {
        var queued = new AtomicBoolean();
        var closed = new AtomicBoolean();
        var subscription =
                source.apply(
                        () -> {
                            if (queued.compareAndSet(false, true)) {
                                fx.execute(
                                        () -> {
                                            queued.set(false);
                                            if (!closed.get()) {
                                                show.run();
                                            }
                                        });
                            }
                        });
        return () -> {
            closed.set(true);
            subscription.close();
        };
    }
}
