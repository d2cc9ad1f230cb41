package pilotempo.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Subscription;

/**
 * Every command ever sent. Kept for ever and synced. Thread-safe. What was noted is seen by the
 * reading methods at once, durable or not; reading may wait for the disk.
 */
public interface Journal {
    /**
     * Notes a command or a later state of it: an entry of the same id is replaced. Durable with the
     * next commit; {@link History#flush} makes it so at once.
     */
    void note(JournalEntry entry);

    /** The entries begun last of all batteries, newest first, whatever the clock said. */
    List<JournalEntry> newest(int most);

    /** The entries begun last of a battery, newest first, whatever the clock said. */
    List<JournalEntry> newest(Mac battery, int most);

    /** The newest entry of a battery. */
    default Optional<JournalEntry> last(Mac battery) {
        return newest(battery, 1).stream().findFirst();
    }

    /** Entries begun in the time, {@code to} exclusive, oldest first. */
    List<JournalEntry> between(Instant from, Instant to);

    /** All entries that wrote or cleared a slot of the battery's weekly program, oldest first. */
    List<JournalEntry> slots(Mac battery);

    /** Signals at once and on each note, on any thread; the listener must not wait. */
    Subscription onChange(Runnable listener);
}
