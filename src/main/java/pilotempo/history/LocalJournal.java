package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** The journal in the database. */
final class LocalJournal implements Journal {
    private final Inbox inbox;
    private final Overlay<JournalEntry> entries;
    private final Signal changed = new Signal();

    LocalJournal(Connection connection, Reads reads, Inbox inbox) throws SQLException {
        this.inbox = inbox;
        entries = new Overlay<>(reads, JournalEntry::id, JournalEntry::at);
        CommandTable.newest(connection, Overlay.FIRST).reversed().forEach(entries::hold);
    }

    @Override
    public void note(JournalEntry entry) {
        var stored = CommandTable.asStored(entry);
        synchronized (this) {
            entries.hold(stored);
            inbox.note(notes -> notes.add(stored));
        }
        changed.send();
    }

    @Override
    public List<JournalEntry> newest(int most) {
        return entries.newest(connection -> CommandTable.newest(connection, most), _ -> true, most);
    }

    @Override
    public List<JournalEntry> newest(Mac battery, int most) {
        return entries.newest(
                connection -> CommandTable.newest(connection, battery, most),
                entry -> entry.battery().equals(battery),
                most);
    }

    @Override
    public List<JournalEntry> between(Instant from, Instant to) {
        return entries.over(
                connection -> CommandTable.between(connection, from, to),
                entry -> !entry.at().isBefore(from) && entry.at().isBefore(to));
    }

    @Override
    public List<JournalEntry> slots(Mac battery) {
        return entries.over(
                connection -> CommandTable.slots(connection, battery),
                entry -> entry.battery().equals(battery) && isOfSlot(entry));
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    private static boolean isOfSlot(JournalEntry entry) {
        return entry.command() instanceof ModeCommand.Manual
                || entry.command() instanceof ModeCommand.ClearSlot;
    }
}
