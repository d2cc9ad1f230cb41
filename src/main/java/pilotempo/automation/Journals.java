package pilotempo.automation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.Facts;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.Journal;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Subscription;

/**
 * The newest part of the journal, read again only when something was noted. What can't be read, as
 * the database is gone, is what was read last. Confined to the automation thread, but for the
 * journal's signal.
 */
final class Journals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final String SETTLED = "settled.";

    private final Journal journal;
    private final Facts facts;
    private final AtomicBoolean stale = new AtomicBoolean(true);
    private final Map<Mac, List<JournalEntry>> read = new HashMap<>();
    private final Subscription subscription;

    Journals(Journal journal, Facts facts, Runnable changed) {
        this.journal = journal;
        this.facts = facts;
        subscription =
                journal.onChange(
                        () -> {
                            stale.set(true);
                            changed.run();
                        });
    }

    /** Begins a look. */
    void refresh() {
        if (stale.getAndSet(false)) {
            for (var battery : List.copyOf(read.keySet())) {
                load(battery);
            }
        }
    }

    /** What it tells of a battery. */
    Past of(Mac battery) {
        if (!read.containsKey(battery)) {
            load(battery);
        }
        return new Past(read.getOrDefault(battery, List.of()), settled(battery));
    }

    private void load(Mac battery) {
        try {
            read.put(battery, List.copyOf(journal.newest(battery, Past.DEPTH)));
        } catch (HistoryUnavailable unread) {
            stale.set(true);
            LOG.warn("The journal can't be read: {}", unread.getMessage());
        }
    }

    private @org.jspecify.annotations.Nullable UUID settled(Mac battery) {
        try {
            return facts.get(SETTLED + battery.hex()).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    void note(JournalEntry entry) {
        journal.note(entry);
    }

    /** The battery is back in its day mode by itself after that command. */
    void settle(JournalEntry entry) {
        facts.keep(SETTLED + entry.battery().hex(), entry.id().toString());
        journal.note(entry);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
