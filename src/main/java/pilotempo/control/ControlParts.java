package pilotempo.control;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;

/**
 * What every order works with.
 *
 * @param zone local time of the batteries
 */
record ControlParts(Lines lines, LiveState live, History history, ZoneId zone, Time time) {
    private static final Logger LOG = LoggerFactory.getLogger(ControlParts.class);

    private static final int NEWEST = 60;

    Talk talk(String battery) {
        return new Talk(battery, lines, live, time);
    }

    ReversedPower reversed() {
        return new ReversedPower(history.facts());
    }

    /** The newest entry of a battery; empty too when the journal can't be read. */
    Optional<JournalEntry> last(Mac battery) {
        return orElse(Optional.empty(), () -> history.journal().last(battery));
    }

    /** The newest entries of a battery; none when the journal can't be read. */
    List<JournalEntry> newest(Mac battery) {
        return orElse(List.of(), () -> history.journal().newest(battery, NEWEST));
    }

    /** What was written into a battery's program; nothing when the journal can't be read. */
    List<JournalEntry> slots(Mac battery) {
        return orElse(List.of(), () -> history.journal().slots(battery));
    }

    /** Putting a battery back must not fail for want of a disk. */
    private static <T> T orElse(T otherwise, Supplier<T> read) {
        try {
            return read.get();
        } catch (HistoryUnavailable unavailable) {
            LOG.warn("The journal can't be read: {}", unavailable.getMessage());
            return otherwise;
        }
    }
}
