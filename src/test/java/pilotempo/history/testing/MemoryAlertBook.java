package pilotempo.history.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pilotempo.history.AlertBook;
import pilotempo.history.AlertEntry;
import pilotempo.history.AlertMessage;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** Alerts that are gone at the end. */
public final class MemoryAlertBook implements AlertBook {
    private final Map<UUID, AlertEntry> alerts = new LinkedHashMap<>();
    private final Map<UUID, AlertMessage> messages = new LinkedHashMap<>();
    private final Signal changed = new Signal();

    @Override
    public void keep(AlertEntry alert) {
        synchronized (this) {
            alerts.put(alert.id(), alert);
        }
        changed.send();
    }

    @Override
    public void keep(AlertMessage message) {
        synchronized (this) {
            messages.put(message.id(), message);
        }
        changed.send();
    }

    @Override
    public synchronized List<AlertEntry> open() {
        return alerts.values().stream().filter(alert -> alert.resolvedAt() == null).toList();
    }

    @Override
    public synchronized List<AlertEntry> newest(int most) {
        return new ArrayList<>(alerts.values()).reversed().stream().limit(most).toList();
    }

    @Override
    public synchronized List<AlertMessage> waiting() {
        return messages.values().stream().filter(AlertMessage::isOpen).toList();
    }

    @Override
    public synchronized List<AlertMessage> newestMessages(int most) {
        return new ArrayList<>(messages.values()).reversed().stream().limit(most).toList();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }
}
