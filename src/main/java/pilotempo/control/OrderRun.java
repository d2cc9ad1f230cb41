package pilotempo.control;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.history.JournalEntry;
import pilotempo.history.KnownBattery;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** One order from its turn to its decision. Confined to its thread. */
final class OrderRun {
    /** A minute, less what the last exchange may overrun. */
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(57);

    /** What must be left once the battery is awake: a send, and what it did read back. */
    private static final Duration FOR_ONE_ATTEMPT = Duration.ofSeconds(22);

    private final ControlParts parts;
    private final Order order;
    private final Timing timing;
    private final Consumer<Stage> stages;
    private final Talk talk;
    private final Deadline deadline;
    private final Sentences words;
    private String unsent = "";

    OrderRun(ControlParts parts, Order order, Timing timing, Consumer<Stage> stages) {
        this.parts = parts;
        this.order = order;
        this.timing = timing;
        this.stages = stages;
        talk = parts.talk(order.battery());
        deadline = Deadline.in(DECIDED_WITHIN, parts.time().ticker());
        words = new Sentences(order);
    }

    Outcome run() throws BadOrder, InterruptedException {
        boolean awake = wake();
        LimitTable.of(talk.device().orElse(null)).check(order.command());
        var mac = talk.mac();
        if (!talk.seen() || mac.isEmpty()) {
            return notReached(mac);
        }
        remember(mac.get());
        if (overtaken(mac.get())) {
            return new Outcome(Outcome.Verdict.NOT_SENT, Optional.empty(), words.overtaken());
        }
        int mostW = mostW(mac.get());
        if (order.command() instanceof ModeCommand.Passive(var power, _)
                && Math.abs((long) power) > mostW) {
            return new Outcome(
                    Outcome.Verdict.NOT_SENT, Optional.empty(), words.stoppedByReversal(mostW));
        }
        var around = new Around(parts, talk, mac.get());
        var present = new Present(parts, talk, around);
        var told = awake ? present.look(deadline, FOR_ONE_ATTEMPT) : Optional.<Observation>empty();
        var before = told.or(present::lastSeen);
        new Settlement(parts, order.battery(), mac.get(), talk).by(before.orElse(null));
        if (told.filter(seen -> present.isSo(order, timing, seen)).isPresent()) {
            return new Outcome(Outcome.Verdict.UNNEEDED, Optional.empty(), words.unneeded());
        }
        return new Carrying(parts, order, timing, talk, around, stages, before.orElse(null))
                .out(deadline);
    }

    /** Whether a person commanded it while the plan's order waited for its turn. */
    private boolean overtaken(Mac mac) {
        return order.author() == JournalEntry.Author.PLAN
                && parts.newest(mac).stream()
                        .findFirst()
                        .filter(
                                last ->
                                        last.author() == JournalEntry.Author.WINDOW
                                                || last.author()
                                                        == JournalEntry.Author.COMMAND_LINE)
                        .filter(last -> last.result().took())
                        .filter(last -> !last.decidedAt().isBefore(timing.begun()))
                        .isPresent();
    }

    /** Asks who is there, where nothing was heard lately; says whether it is worth asking more. */
    private boolean wake() throws InterruptedException {
        if (talk.seen() && !talk.longSilent()) {
            return true;
        }
        boolean known = talk.seen();
        do {
            switch (talk.ask(Query.IDENTITY, deadline)) {
                case Reply.Answered _, Reply.Refused _ -> {
                    return true;
                }
                case Reply.Lost _ -> unsent = "";
                case Reply.NotSent(var why) -> {
                    unsent = why;
                    return false;
                }
            }
        } while (!known && deadline.allows(FOR_ONE_ATTEMPT));
        return false;
    }

    private Outcome notReached(Optional<Mac> mac) {
        var reason = words.notReached(talk, unsent);
        var entry =
                mac.map(known -> JournalLine.of(parts, known, order, timing))
                        .map(line -> line.end(JournalEntry.Result.NOT_SENT, reason));
        return new Outcome(Outcome.Verdict.NOT_SENT, entry, order.battery() + ": " + reason);
    }

    /** A command that asks once may be the first to meet it. */
    private void remember(Mac mac) {
        if (!parts.history().known().containsKey(mac)) {
            var device = talk.device();
            parts.history()
                    .remember(
                            new KnownBattery(
                                    mac,
                                    order.battery(),
                                    talk.state().name(),
                                    device.map(Device::model).orElse(""),
                                    device.map(Device::firmware).orElse(0),
                                    Set.of(),
                                    parts.time().now()));
        }
    }

    /** What may be ordered of it after its power came out reversed; a person may order anything. */
    private int mostW(Mac mac) {
        if (order.author() == JournalEntry.Author.PLAN) {
            return parts.reversed().of(mac, parts.time().now()).mostW();
        }
        parts.reversed().forgive(mac);
        return Integer.MAX_VALUE;
    }
}
