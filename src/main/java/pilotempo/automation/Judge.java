package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;

/**
 * Decides what one battery is to be told now. Pure: all that counts is in the case, so that a
 * restart at any moment decides the same.
 */
final class Judge {
    private Judge() {}

    /** What is to be done with a battery. */
    static Verdict of(BatteryCase it) {
        if (!(it.trust() instanceof Trust.Full) && isStuck(it)) {
            return Leaving.back(it, it.past().head().orElseThrow());
        }
        if (it.trust() instanceof Trust.Stopped(var until, var forTheNight)) {
            return Verdict.nothing(
                    Standing.REVERSED,
                    null,
                    forTheNight
                            ? "its power came out reversed again: nothing more is ordered of it"
                                    + " this night, unless somebody gives it an order by hand"
                            : "its power came out reversed: it is tried with little power after "
                                    + it.whys().time(until));
        }
        if (it.unable() != null) {
            return Verdict.nothing(Standing.UNABLE, null, it.unable());
        }
        var mode = it.seen().mode();
        if (mode != null && mode.value() == OperatingMode.UPS) {
            return Verdict.nothing(
                    Standing.UNABLE,
                    mode.at(),
                    "in UPS mode, kept for the emergency socket: left alone");
        }
        var renewal = Renewal.of(it);
        if (renewal.isPresent()) {
            return renewal.get();
        }
        var takeover = Takeover.of(it);
        if (takeover.isPresent()) {
            return takeover.get().verdict();
        }
        if (!it.reachable()) {
            return Verdict.nothing(Standing.AWAY, null, "does not answer");
        }
        if (workedAfterAll(it)) {
            return new Verdict(
                    Standing.FOLLOWS,
                    it.entry().at(),
                    "",
                    new Verdict.Mark(
                            it.entry().seenLater(Result.VERIFIED, "seen later to have worked")));
        }
        var want = it.want();
        return want == null ? Leaving.of(it) : Following.of(it, want);
    }

    /** Whether control could not put it back after its power had come out reversed. */
    private static boolean isStuck(BatteryCase it) {
        return it.reachable()
                && it.seen().modeAfter(it.decided()) == OperatingMode.PASSIVE
                && it.past()
                        .head()
                        .filter(head -> !head.result().took())
                        .filter(
                                head ->
                                        it.reversed()
                                                || head.result() == Result.REVERSED
                                                || !Past.passive(head))
                        .isPresent();
    }

    /** A command whose end was not seen, or that seemed lost. */
    private static boolean workedAfterAll(BatteryCase it) {
        var entry = it.relation().entry();
        return entry != null
                && !entry.result().took()
                && entry.result() != Result.DROPPED
                && isHead(it, entry)
                && it.relation().kind() == Relation.Kind.RUNNING
                && it.relation().proven();
    }

    /** Whether the entry is the newest that counts. */
    static boolean isHead(BatteryCase it, JournalEntry entry) {
        return it.past().head().filter(entry::equals).isPresent();
    }

    /** A command, unless the ones before failed and it is too soon. */
    static Verdict send(BatteryCase it, ModeCommand command, String why) {
        return send(it, new Verdict.Send(Author.PLAN, command, why, null));
    }

    static Verdict send(BatteryCase it, Verdict.Send send) {
        int failures = it.past().failures(send.author());
        var last = it.past().lastDecided();
        if (failures > 0 && last.isPresent() && !last.get().isAfter(it.now())) {
            var again = last.get().plus(Changing.patience(failures));
            if (it.now().isBefore(again)) {
                return Verdict.nothing(
                        Standing.FAILING,
                        last.get(),
                        "failed " + times(failures) + "; tried again soon");
            }
        }
        return new Verdict(Standing.COMMANDED, it.now(), "", send);
    }

    /** What the plan wants, until the end of the stretch. */
    static Verdict send(BatteryCase it, Want want) {
        var rest = Duration.between(it.now(), want.until());
        return rest.compareTo(Changing.WORTH_IT) < 0
                ? Verdict.nothing(Standing.IDLE, null, "")
                : send(
                        it,
                        new Verdict.Send(
                                Author.PLAN,
                                new ModeCommand.Passive(
                                        want.powerW(), Duration.ofSeconds(rest.toSeconds())),
                                it.whys().of(want.reason()),
                                want.until()));
    }

    private static String times(int failures) {
        return failures == 1 ? "once" : failures + " times in a row";
    }

    /**
     * Whether a planned change has come in this run while the plan steers, and the plan has ordered
     * nothing since.
     */
    static boolean changeIsDue(BatteryCase it) {
        Instant change = it.changes().last();
        return it.acts() && it.watching().isBefore(change) && !it.past().steeredSince(change);
    }
}
