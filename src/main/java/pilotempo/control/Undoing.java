package pilotempo.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Observation;
import pilotempo.history.JournalEntry;

/** Puts a battery back whose power came out with the other sign. */
record Undoing(ControlParts parts, Talk talk, Around around) {
    private static final Logger LOG = LoggerFactory.getLogger(Undoing.class);
    private static final Duration UNDONE_WITHIN = Duration.ofSeconds(30);
    private static final int SENDS_TO_UNDO = 2;

    /**
     * What it was put back by.
     *
     * @param way the command
     * @param ending how that ended
     */
    record Undone(BatteryCommand way, Ending ending) {}

    /**
     * Keeps that it happened, and puts the battery back.
     *
     * @param reversed the order whose power came out so
     * @param before what the battery showed before it; null when unknown
     * @param sends of that order
     */
    Undone of(Order reversed, @Nullable Observation before, int sends) throws InterruptedException {
        LOG.warn("{}: power came out reversed", reversed.battery());
        parts.reversed().happened(around.battery(), parts.time().now());
        var way =
                new Order(
                        reversed.battery(),
                        new WayBack(parts).from(reversed, around.battery(), before),
                        JournalEntry.Author.SAFETY,
                        "its power was the reverse of what was asked");
        return new Undone(way.command(), send(way, Attempts.MOST_SENDS - sends));
    }

    private Ending send(Order way, int sendsLeft) throws InterruptedException {
        var now = new Timing(way, parts.time());
        var deadline = Deadline.in(UNDONE_WITHIN, parts.time().ticker());
        var line = JournalLine.of(parts, around.battery(), way, now);
        line.begin();
        var readBack =
                new ReadBack(
                        way.command(),
                        talk,
                        around,
                        now,
                        deadline,
                        parts.time(),
                        parts.zone(),
                        null);
        var ending =
                new Attempts(
                                talk,
                                now,
                                line,
                                readBack,
                                deadline,
                                parts.time(),
                                _ -> {},
                                Math.max(SENDS_TO_UNDO, sendsLeft))
                        .runOrNote();
        line.end(ending.result(), ending.detail());
        return ending;
    }
}
