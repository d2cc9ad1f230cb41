package pilotempo.control;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import pilotempo.battery.DeviceSetting;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.marstek.Family;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One order from its turn to its decision. Confined to its thread. */
final class OrderRun {
    private static final Logger LOG = LoggerFactory.getLogger(OrderRun.class);

    /** A minute, less what the last exchange may overrun. */
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(57);

    private static final Duration UNDONE_WITHIN = Duration.ofSeconds(30);

    /** What must be left once the battery is awake: a send, and what it did read back. */
    private static final Duration FOR_ONE_ATTEMPT = Duration.ofSeconds(22);

    private static final Duration SAME_END = Duration.ofMinutes(1);

    /** Between the stretches of one night a plan's own Passive is not the user's mode. */
    private static final Duration BETWEEN_STRETCHES = Duration.ofHours(4);

    private static final int DEFAULT_DEPTH_PCT = 88;
    private static final String DEPTH = "dod.";

    private final ControlParts parts;
    private final Order order;
    private final Timing timing;
    private final Consumer<Stage> stages;
    private final Talk talk;
    private final Deadline deadline;
    private final Sentences words;
    private String why = "";

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
        if (stoppedByReversal(mac.get())) {
            return new Outcome(
                    Outcome.Verdict.NOT_SENT, Optional.empty(), words.stoppedByReversal());
        }
        var before = awake ? look() : liveMode();
        if (before.filter(seen -> isSo(seen, mac.get())).isPresent()) {
            return new Outcome(Outcome.Verdict.UNNEEDED, Optional.empty(), words.unneeded());
        }
        before.map(Observation::mode).ifPresent(mode -> rememberDayMode(mac.get(), mode));
        return carryOut(mac.get(), before.orElse(null));
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
                case Reply.Lost _ -> why = "";
                case Reply.NotSent(var reason) -> {
                    why = reason;
                    return false;
                }
            }
        } while (!known && deadline.allows(FOR_ONE_ATTEMPT));
        return false;
    }

    private Outcome notReached(Optional<Mac> mac) {
        var reason = words.notReached(talk, why);
        var entry = mac.map(this::line).map(line -> line.end(JournalEntry.Result.NOT_SENT, reason));
        return new Outcome(Outcome.Verdict.NOT_SENT, entry, order.battery() + ": " + reason);
    }

    private boolean stoppedByReversal(Mac mac) {
        if (order.author() != JournalEntry.Author.PLAN) {
            parts.reversed().forgiven(mac);
            return false;
        }
        return order.command() instanceof ModeCommand.Passive(var power, _)
                && power != 0
                && parts.reversed().stops(mac);
    }

    private Optional<Observation> look() throws InterruptedException {
        for (int tries = 0; tries < 2 && deadline.allows(FOR_ONE_ATTEMPT); tries++) {
            if (talk.ask(Query.MODE, deadline) instanceof Reply.Answered answer) {
                return Optional.of(answer.observation());
            }
        }
        return liveMode();
    }

    private Optional<Observation> liveMode() {
        var state = talk.state();
        var now = parts.time().now();
        var mode = BatteryState.fresh(state.mode(), now);
        return Optional.ofNullable(mode)
                .map(
                        known ->
                                Observation.builder()
                                        .mode(known)
                                        .number(
                                                Quantity.ONGRID_POWER_W,
                                                state.now(Quantity.ONGRID_POWER_W, now))
                                        .number(
                                                Quantity.OFFGRID_POWER_W,
                                                state.now(Quantity.OFFGRID_POWER_W, now))
                                        .build());
    }

    /** Whether the battery is told nothing new. */
    private boolean isSo(Observation seen, Mac mac) {
        return switch (order.command()) {
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ ->
                    seen.mode() == ((ModeCommand) order.command()).mode();
            case ModeCommand.Passive passive ->
                    toldTheSame(passive, mac)
                            && new Expectation(OperatingMode.PASSIVE, passive.powerW(), true)
                                    .seen(seen, surroundings(mac))
                                    .done();
            case ModeCommand.Manual _, ModeCommand.ClearSlot _, DeviceSetting _ -> false;
        };
    }

    private boolean toldTheSame(ModeCommand.Passive passive, Mac mac) {
        var end = parts.time().now().plus(timing.left());
        return parts.last(mac)
                .filter(last -> last.result().took() && last.until() != null)
                .filter(
                        last ->
                                last.command() instanceof ModeCommand.Passive(var power, _)
                                        && power == passive.powerW()
                                        && Duration.between(last.until(), end)
                                                        .abs()
                                                        .compareTo(SAME_END)
                                                <= 0)
                .isPresent();
    }

    private void rememberDayMode(Mac mac, OperatingMode mode) {
        boolean plansPassive =
                order.author() == JournalEntry.Author.PLAN
                        && order.command() instanceof ModeCommand.Passive;
        if (plansPassive && !(parts.dayModes().of(mac).isPresent() && inPlansNight(mac))) {
            parts.dayModes().remember(mac, mode);
        }
    }

    private boolean inPlansNight(Mac mac) {
        return parts.last(mac)
                .filter(last -> last.author() == JournalEntry.Author.PLAN)
                .map(JournalEntry::until)
                .filter(end -> parts.time().now().isBefore(end.plus(BETWEEN_STRETCHES)))
                .isPresent();
    }

    private Outcome carryOut(Mac mac, @Nullable Observation before) throws InterruptedException {
        var line = line(mac);
        boolean kept = line.begin(timing.until());
        if (!kept && !isSafe()) {
            var reason = "the history can't be written, and what is not written down is not undone";
            line.end(JournalEntry.Result.NOT_SENT, reason);
            return new Outcome(
                    Outcome.Verdict.NOT_SENT, Optional.of(line.entry()), words.notKept());
        }
        var ending = attempts(line, order, timing, deadline, before, Attempts.MOST_SENDS, stages);
        if (ending.verdict() == Outcome.Verdict.REVERSED) {
            return undo(mac, line, ending, before);
        }
        var entry = line.end(ending.result(), ending.detail());
        if (ending.verdict().good()
                && order.command() instanceof DeviceSetting.DepthOfDischarge(var percent)) {
            parts.history().facts().keep(DEPTH + mac.hex(), Integer.toString(percent));
        }
        var sentence = words.of(ending) + (kept ? "" : Sentences.UNKEPT);
        return new Outcome(ending.verdict(), Optional.of(entry), sentence);
    }

    /** What ends by itself or moves nothing may be sent even if it can't be written down. */
    private boolean isSafe() {
        return order.author() == JournalEntry.Author.SAFETY
                || switch (order.command()) {
                    case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.ClearSlot _ -> true;
                    case ModeCommand.Passive(var power, _) -> power == 0;
                    case ModeCommand.Manual _, ModeCommand.Ups _, DeviceSetting _ -> false;
                };
    }

    private Ending attempts(
            JournalLine line,
            Order sent,
            Timing ends,
            Deadline within,
            @Nullable Observation before,
            int most,
            Consumer<Stage> told)
            throws InterruptedException {
        var mac = line.entry().battery();
        var readBack =
                new ReadBack(
                        sent.command(),
                        talk,
                        () -> surroundings(mac),
                        ends,
                        within,
                        parts.time(),
                        parts.zone(),
                        before);
        try {
            return new Attempts(talk, ends, line, readBack, within, parts.time(), told, most).run();
        } catch (InterruptedException hurried) {
            line.soFar("interrupted before it was decided");
            throw hurried;
        }
    }

    private Outcome undo(Mac mac, JournalLine line, Ending reversed, @Nullable Observation before)
            throws InterruptedException {
        stages.accept(new Stage(Stage.Step.UNDOING, line.sends()));
        LOG.warn("{}: {} {}", order.battery(), words.wanted(), reversed.detail());
        parts.reversed().happened(mac, parts.time().now());
        var entry = line.end(JournalEntry.Result.REVERSED, reversed.detail());
        var way = wayBack(mac, before);
        var back =
                new Order(
                        order.battery(),
                        way,
                        JournalEntry.Author.SAFETY,
                        "its power was the reverse of what was asked");
        var ends = new Timing(back, parts.time());
        var undone = line(mac, back, ends);
        undone.begin(null);
        var ending =
                attempts(
                        undone,
                        back,
                        ends,
                        Deadline.in(UNDONE_WITHIN, parts.time().ticker()),
                        null,
                        Math.max(2, Attempts.MOST_SENDS - line.sends()),
                        _ -> {});
        undone.end(ending.result(), ending.detail());
        return new Outcome(
                Outcome.Verdict.REVERSED,
                Optional.of(entry),
                words.reversed(reversed, way, ending));
    }

    /** The user's own slots must not be touched, so Manual is entered by a slot of ours only. */
    private ModeCommand wayBack(Mac mac, @Nullable Observation before) {
        var mode =
                Optional.ofNullable(before)
                        .map(Observation::mode)
                        .filter(DayModes::isOne)
                        .or(() -> parts.dayModes().of(mac))
                        .orElse(OperatingMode.AUTO);
        return switch (mode) {
            case AI -> new ModeCommand.Ai();
            case MANUAL ->
                    Ledger.of(parts.slots(mac), Optional.empty(), null).slots().stream()
                            .filter(written -> written.sure() && !isOrdered(written))
                            .flatMap(written -> Stream.ofNullable(written.slot()))
                            .findFirst()
                            .<ModeCommand>map(ModeCommand.Manual::new)
                            .orElseGet(ModeCommand.Auto::new);
            case AUTO, PASSIVE, UPS -> new ModeCommand.Auto();
        };
    }

    private boolean isOrdered(SlotLedger.Written written) {
        return order.command() instanceof ModeCommand.Manual(var slot)
                && slot.number() == written.number();
    }

    private Surroundings surroundings(Mac mac) {
        var state = talk.state();
        var now = parts.time().now();
        var model = talk.device().map(device -> Family.of(device.model()));
        int depth =
                parts.history()
                        .facts()
                        .get(DEPTH + mac.hex())
                        .map(Integer::valueOf)
                        .orElse(DEFAULT_DEPTH_PCT);
        return new Surroundings(
                model.map(Family::mayHavePanels).orElse(true),
                state.now(Quantity.PV_POWER_W, now),
                state.now(Quantity.SOC_PCT, now),
                BatteryState.fresh(state.chargingAllowed(), now),
                BatteryState.fresh(state.dischargingAllowed(), now),
                100 - depth);
    }

    private JournalLine line(Mac mac) {
        return line(mac, order, timing);
    }

    private JournalLine line(Mac mac, Order wanted, Timing begun) {
        return new JournalLine(
                parts.history(),
                parts.time(),
                mac,
                begun.begun(),
                wanted.author(),
                wanted.command(),
                wanted.why());
    }
}
