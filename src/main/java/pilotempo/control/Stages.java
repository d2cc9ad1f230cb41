package pilotempo.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** How far the order under way of each battery is. Thread-safe. */
final class Stages {
    private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

    private static final Stage QUEUED = new Stage(Stage.Step.QUEUED, 0);

    private final Map<String, Integer> orders = new HashMap<>();
    private final Map<String, Stage> reached = new HashMap<>();
    private final Signal changed = new Signal();

    synchronized Optional<Stage> of(String battery) {
        return orders.containsKey(battery)
                ? Optional.of(reached.getOrDefault(battery, QUEUED))
                : Optional.empty();
    }

    Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    /** An order has come, and may have to wait. */
    void queued(String battery, Consumer<Stage> progress) {
        synchronized (this) {
            orders.merge(battery, 1, Integer::sum);
        }
        changed.send();
        tell(progress, QUEUED);
    }

    /** The order whose turn it is goes on. */
    void reached(String battery, Stage stage, Consumer<Stage> progress) {
        synchronized (this) {
            reached.put(battery, stage);
        }
        changed.send();
        tell(progress, stage);
    }

    /** The turn is over; others may wait for theirs. */
    void over(String battery) {
        synchronized (this) {
            reached.remove(battery);
        }
        changed.send();
    }

    /** An order has gone. */
    void gone(String battery) {
        synchronized (this) {
            orders.computeIfPresent(battery, (_, left) -> left > 1 ? left - 1 : null);
        }
        changed.send();
    }

    /** A listener that fails must not leave a battery half commanded. */
    private static void tell(Consumer<Stage> progress, Stage stage) {
        try {
            progress.accept(stage);
        } catch (RuntimeException deaf) {
            LOG.warn("Nobody hears how far an order is", deaf);
        }
    }
}
