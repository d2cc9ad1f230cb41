package pilotempo.control;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Time;

/** One order's line in the journal, as it grows. Confined to the order's thread. */
final class JournalLine {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLine.class);
    private static final int LONGEST = 1000;

    private final History history;
    private final Time time;
    private final Timing timing;
    private JournalEntry entry;
    private long firstSend;

    private JournalLine(History history, Time time, Timing timing, JournalEntry entry) {
        this.history = history;
        this.time = time;
        this.timing = timing;
        this.entry = entry;
    }

    /** The line of an order that was given just now; not written yet. */
    static JournalLine of(ControlParts parts, Mac battery, Order order, Timing timing) {
        return new JournalLine(
                parts.history(),
                parts.time(),
                timing,
                new JournalEntry(
                        UUID.randomUUID(),
                        battery,
                        timing.begun().truncatedTo(ChronoUnit.MILLIS),
                        order.author(),
                        order.command(),
                        null,
                        cut(order.why()),
                        JournalEntry.Result.PENDING,
                        0,
                        null,
                        ""));
    }

    int sends() {
        return entry.sends();
    }

    /**
     * Writes it down, durably.
     *
     * @return whether it is on the disk
     */
    boolean begin() throws InterruptedException {
        note(with(JournalEntry.Result.PENDING, 0, null, ""));
        try {
            history.flush();
            return history.health().recording();
        } catch (HistoryUnavailable unavailable) {
            LOG.warn("The journal can't be written: {}", unavailable.getMessage());
            return false;
        }
    }

    /** A datagram is about to leave. */
    void sending() {
        if (entry.sends() == 0) {
            firstSend = time.ticker().nanos();
        }
        note(with(JournalEntry.Result.PENDING, entry.sends() + 1, null, entry.detail()));
    }

    /** It did not leave after all. */
    void notSent() {
        note(with(JournalEntry.Result.PENDING, entry.sends() - 1, null, entry.detail()));
    }

    /** What is known so far of an order that is not decided. */
    void soFar(String detail) {
        note(with(JournalEntry.Result.PENDING, entry.sends(), null, detail));
    }

    /** It is decided. */
    JournalEntry end(JournalEntry.Result result, String detail) {
        var latency =
                entry.sends() == 0 ? null : Duration.ofNanos(time.ticker().nanos() - firstSend);
        note(with(result, entry.sends(), latency, detail));
        return entry;
    }

    private void note(JournalEntry next) {
        entry = next;
        history.journal().note(next);
    }

    /** What was not sent has no effect that could end. */
    private JournalEntry with(
            JournalEntry.Result result, int sends, @Nullable Duration latency, String detail) {
        var until = result == JournalEntry.Result.NOT_SENT ? null : timing.until();
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
