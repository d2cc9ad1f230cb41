package pilotempo.history.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.history.Journal;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;

/** A journal that forgets everything at its end. */
public final class MemoryJournal implements Journal {
    private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();
    private final Signal changed = new Signal();

    @Override
    public void note(JournalEntry entry) {
        synchronized (entries) {
            entries.put(entry.id(), entry);
        }
        changed.send();
    }

    /** All, in the order in which they began. */
    public List<JournalEntry> all() {
        synchronized (entries) {
            return List.copyOf(entries.values());
        }
    }

    @Override
    public List<JournalEntry> newest(int most) {
        var all = new ArrayList<>(all()).reversed();
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    @Override
    public List<JournalEntry> newest(Mac battery, int most) {
        return newest(Integer.MAX_VALUE).stream()
                .filter(entry -> entry.battery().equals(battery))
                .limit(most)
                .toList();
    }

    @Override
    public List<JournalEntry> between(Instant from, Instant to) {
        return all().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();
    }

    @Override
    public List<JournalEntry> slots(Mac battery) {
        return all().stream()
                .filter(entry -> entry.battery().equals(battery))
                .filter(
                        entry ->
                                entry.command() instanceof ModeCommand.Manual
                                        || entry.command() instanceof ModeCommand.ClearSlot)
                .toList();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }
}
