package pilotempo.live;

import java.util.function.UnaryOperator;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** The present state of the fleet. Thread-safe; readers never wait. */
public final class LiveState {
    private final Signal changed = new Signal();
    private volatile FleetSnapshot current;

    /** Starts from what is known. */
    public LiveState(FleetSnapshot start) {
        current = start;
    }

    /** The newest snapshot. */
    public FleetSnapshot current() {
        return current;
    }

    /** Changes the snapshot and tells the listeners. */
    public void update(UnaryOperator<FleetSnapshot> change) {
        synchronized (this) {
            current = change.apply(current);
        }
        changed.send();
    }

    /**
     * Signals at once, then on each change; the listener runs on the changing thread and must not
     * wait.
     */
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }
}
