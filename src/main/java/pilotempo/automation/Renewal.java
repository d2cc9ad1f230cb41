package pilotempo.automation;

import java.time.Duration;
import java.util.Optional;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;

/**
 * A Passive that a person gave and the device dropped before its end is noted as dropped, and given
 * again for the rest of its time, whether a plan is on or not. Pure.
 */
final class Renewal {
    private static final Duration HOUR = Duration.ofHours(1);

    private Renewal() {}

    static Optional<Verdict> of(BatteryCase it) {
        var head = it.past().head().filter(Past::byPerson).orElse(null);
        if (head == null
                || !(head.command() instanceof ModeCommand.Passive told)
                || endedByNow(it, head)
                || !it.reachable()) {
            return Optional.empty();
        }
        var mode = it.seen().modeAfter(it.decided());
        if (mode == null || !byItself(it, mode)) {
            return Optional.empty();
        }
        if (head.result().took()) {
            var how = "left it before its end, seen in " + mode.word();
            return Optional.of(
                    new Verdict(
                            Standing.DROPPING,
                            it.now(),
                            how,
                            new Verdict.Mark(head.seenLater(Result.DROPPED, how))));
        }
        return head.result() == Result.DROPPED
                ? Optional.of(again(it, head, told.powerW()))
                : Optional.empty();
    }

    /** Whether its time is over, or a planned change has come since. */
    private static boolean endedByNow(BatteryCase it, JournalEntry entry) {
        boolean changed = it.acts() && entry.at().isBefore(it.changes().last());
        return changed || !Past.end(entry).isAfter(it.now().plus(Changing.WORTH_IT));
    }

    /** Another mode is somebody's. */
    private static boolean byItself(BatteryCase it, OperatingMode mode) {
        return mode != OperatingMode.PASSIVE
                && (mode == OperatingMode.AUTO || mode == it.dayMode());
    }

    private static Verdict again(BatteryCase it, JournalEntry dropped, int powerW) {
        var author = dropped.author();
        if (it.past().drops(author, it.now(), HOUR) >= Following.DROPS_AN_HOUR) {
            return Verdict.nothing(
                    Standing.DROPPING,
                    null,
                    "left its command "
                            + Following.DROPS_AN_HOUR
                            + " times within an hour; it is told again later");
        }
        var end = Past.end(dropped);
        var rest = Duration.ofSeconds(Duration.between(it.now(), end).toSeconds());
        return Judge.send(
                it,
                new Verdict.Send(
                        author,
                        new ModeCommand.Passive(powerW, rest),
                        it.whys().of("renewed"),
                        end));
    }
}
