package pilotempo.control;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One order's line in the journal, as it grows. Confined to the order's thread. */
final class JournalLine {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLine.class);
    private static final int LONGEST = 1000;

    private final History history;
    private final Time time;
    private JournalEntry entry;
    private long firstSend;

    JournalLine(
            History history,
            Time time,
            Mac battery,
            Instant begun,
            JournalEntry.Author author,
            BatteryCommand command,
            String why) {
        this.history = history;
        this.time = time;
        entry =
                new JournalEntry(
                        UUID.randomUUID(),
                        battery,
                        begun.truncatedTo(ChronoUnit.MILLIS),
                        author,
                        command,
                        null,
                        cut(why),
                        JournalEntry.Result.PENDING,
                        0,
                        null,
                        "");
    }

    JournalEntry entry() {
        return entry;
    }

    int sends() {
        return entry.sends();
    }

    /**
     * Writes it down, durably.
     *
     * @return whether it is on the disk
     */
    boolean begin(@Nullable Instant until) throws InterruptedException {
        note(with(until, JournalEntry.Result.PENDING, 0, null, ""));
        try {
            history.flush();
            return history.health().recording();
        } catch (HistoryUnavailable unavailable) {
            LOG.warn("The journal can't be written: {}", unavailable.getMessage());
            return false;
        }
    }

    /** A datagram is about to leave. */
    void sending(@Nullable Instant until) {
        if (entry.sends() == 0) {
            firstSend = time.ticker().nanos();
        }
        note(with(until, JournalEntry.Result.PENDING, entry.sends() + 1, null, entry.detail()));
    }

    /** It did not leave after all. */
    void notSent() {
        note(
                with(
                        entry.until(),
                        JournalEntry.Result.PENDING,
                        entry.sends() - 1,
                        null,
                        entry.detail()));
    }

    /** What is known so far of an order that is not decided. */
    void soFar(String detail) {
        note(with(entry.until(), JournalEntry.Result.PENDING, entry.sends(), null, detail));
    }

    /** It is decided. */
    JournalEntry end(JournalEntry.Result result, String detail) {
        var latency =
                entry.sends() == 0 ? null : Duration.ofNanos(time.ticker().nanos() - firstSend);
        note(with(entry.until(), result, entry.sends(), latency, detail));
        return entry;
    }

    private void note(JournalEntry next) {
        entry = next;
        history.journal().note(next);
    }

    private JournalEntry with(
            @Nullable Instant until,
            JournalEntry.Result result,
            int sends,
            @Nullable Duration latency,
            String detail) {
        return new JournalEntry(
                entry.id(),
                entry.battery(),
                entry.at(),
                entry.author(),
                entry.command(),
                until == null ? null : until.truncatedTo(ChronoUnit.MILLIS),
                entry.why(),
                result,
                sends,
                latency,
                cut(detail));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
