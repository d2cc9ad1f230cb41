package pilotempo.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells listeners that something changed, without saying what: whoever hears it reads the present
 * state, so a signal can't arrive out of order or carry an old value. Thread-safe; listeners run on
 * the thread that changed the state and must not wait.
 */
public final class Signal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Signals at once, then on each change. */
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        listener.run();
        return () -> listeners.remove(listener);
    }

    /** Tells everybody. */
    public void send() {
        listeners.forEach(Runnable::run);
    }
}
