package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** The alerts and their messages in the database. */
final class LocalAlertBook implements AlertBook {
    private final Inbox inbox;
    private final Overlay<AlertEntry> alerts;
    private final Overlay<AlertMessage> messages;
    private final Signal changed = new Signal();

    LocalAlertBook(Connection connection, Reads reads, Inbox inbox) throws SQLException {
        this.inbox = inbox;
        alerts = new Overlay<>(reads, AlertEntry::id, AlertEntry::raisedAt);
        AlertTable.newest(connection, Overlay.FIRST).reversed().forEach(alerts::hold);
        AlertTable.open(connection).forEach(alerts::hold);
        messages = new Overlay<>(reads, AlertMessage::id, AlertMessage::queuedAt);
        AlertMessageTable.newest(connection, Overlay.FIRST).reversed().forEach(messages::hold);
        AlertMessageTable.waiting(connection).forEach(messages::hold);
    }

    @Override
    public void keep(AlertEntry alert) {
        var stored = AlertTable.asStored(alert);
        synchronized (this) {
            alerts.hold(stored);
            inbox.note(notes -> notes.add(stored));
        }
        changed.send();
    }

    @Override
    public void keep(AlertMessage message) {
        var stored = AlertMessageTable.asStored(message);
        synchronized (this) {
            messages.hold(stored);
            inbox.note(notes -> notes.add(stored));
        }
        changed.send();
    }

    @Override
    public List<AlertEntry> open() {
        return alerts.over(AlertTable::open, alert -> alert.resolvedAt() == null);
    }

    @Override
    public List<AlertEntry> newest(int most) {
        return alerts.newest(connection -> AlertTable.newest(connection, most), _ -> true, most);
    }

    @Override
    public List<AlertMessage> waiting() {
        return messages.over(AlertMessageTable::waiting, AlertMessage::isOpen);
    }

    @Override
    public List<AlertMessage> newestMessages(int most) {
        return messages.newest(
                connection -> AlertMessageTable.newest(connection, most), _ -> true, most);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }
}
