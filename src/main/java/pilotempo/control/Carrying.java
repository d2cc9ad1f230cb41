package pilotempo.control;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.history.JournalEntry;

/** Writes an order down, has it sent, and undoes it if the power comes out reversed. */
final class Carrying {
    private final ControlParts parts;
    private final Order order;
    private final Timing timing;
    private final Talk talk;
    private final Around around;
    private final Sentences words;
    private final Consumer<Stage> stages;
    private final @Nullable Observation before;

    /**
     * @param before what the battery showed before; null when unknown
     */
    Carrying(
            ControlParts parts,
            Order order,
            Timing timing,
            Talk talk,
            Around around,
            Consumer<Stage> stages,
            @Nullable Observation before) {
        this.parts = parts;
        this.order = order;
        this.timing = timing;
        this.talk = talk;
        this.around = around;
        this.stages = stages;
        this.before = before;
        words = new Sentences(order);
    }

    Outcome out(Deadline deadline) throws InterruptedException {
        var line = JournalLine.of(parts, around.battery(), order, timing);
        boolean kept = line.begin();
        if (!kept && !isSafe(order.command())) {
            var entry =
                    line.end(
                            JournalEntry.Result.NOT_SENT,
                            "the history can't be written, and what is not written down is not"
                                    + " undone");
            return new Outcome(Outcome.Verdict.NOT_SENT, Optional.of(entry), words.notKept());
        }
        var readBack =
                new ReadBack(
                        order.command(),
                        talk,
                        around,
                        timing,
                        deadline,
                        parts.time(),
                        parts.zone(),
                        before);
        var ending =
                new Attempts(
                                talk,
                                timing,
                                line,
                                readBack,
                                deadline,
                                parts.time(),
                                stages,
                                Attempts.MOST_SENDS)
                        .runOrNote();
        if (ending.verdict() == Outcome.Verdict.REVERSED) {
            return undo(line, ending);
        }
        var entry = line.end(ending.result(), ending.detail());
        if (readBack.signSeen() && ending.result().took()) {
            parts.reversed().forgive(around.battery());
        }
        if (ending.verdict().good()
                && order.command() instanceof DeviceSetting.DepthOfDischarge(var percent)) {
            around.depth(percent);
        }
        var sentence = words.of(ending) + (kept ? "" : Sentences.UNKEPT);
        return new Outcome(ending.verdict(), Optional.of(entry), sentence);
    }

    /** What moves nothing may be sent even if it can't be written down. */
    private static boolean isSafe(BatteryCommand command) {
        return switch (command) {
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.ClearSlot _ -> true;
            case ModeCommand.Passive(var power, _) -> power == 0;
            case ModeCommand.Manual _, ModeCommand.Ups _, DeviceSetting _ -> false;
        };
    }

    private Outcome undo(JournalLine line, Ending reversed) throws InterruptedException {
        stages.accept(new Stage(Stage.Step.UNDOING, line.sends()));
        var entry = line.end(JournalEntry.Result.REVERSED, reversed.detail());
        var undone = new Undoing(parts, talk, around).of(order, before, line.sends());
        return new Outcome(
                Outcome.Verdict.REVERSED,
                Optional.of(entry),
                words.reversed(reversed, undone.way(), undone.ending()));
    }
}
