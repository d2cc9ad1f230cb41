package pilotempo.history;

import java.util.List;
import pilotempo.lifecycle.Subscription;

/**
 * The alerts and their messages, kept for ever. Thread-safe. What was kept is seen by the reading
 * methods at once; durable with the next commit, or at once by {@link History#flush}. Reading may
 * wait for the disk.
 */
public interface AlertBook {
    /** Keeps an alert or a later state of it. */
    void keep(AlertEntry alert);

    /** Keeps a message or a later state of it. */
    void keep(AlertMessage message);

    /** Alerts that last, oldest first. */
    List<AlertEntry> open();

    /** The newest alerts, newest first. */
    List<AlertEntry> newest(int most);

    /** Messages still to be sent, and those on their way, oldest first. */
    List<AlertMessage> waiting();

    /** The newest messages, newest first. */
    List<AlertMessage> newestMessages(int most);

    /** Signals at once and on each change, on any thread; the listener must not wait. */
    Subscription onChange(Runnable listener);
}
