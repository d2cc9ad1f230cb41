package pilotempo.automation;

import org.jspecify.annotations.Nullable;

import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what one battery is to be told now. Pure: all that counts is in the case, so that a
 * restart at any moment decides the same.
 */
final class Judge {
    /** The device may drop a command so often an hour; then it is left alone for a while. */
    static final int DROPS_AN_HOUR = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STALLS = Duration.ofMinutes(3);
    private static final String CUT_OFF = "the program ended before it was decided; ";
    private static final Duration NIGHT = Duration.ofHours(10);

    /** So long a reading is waited for before a command is given without. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BatteryCase it;
    private final Instant now;

    private Judge(BatteryCase it) {
        this.it = it;
        now = it.now();
    }

    /** What is to be done with a battery. */
    static Verdict of(BatteryCase it) {
        return new Judge(it).verdict();
    }

    private Verdict verdict() {
        if (it.reversedAt() != null) {
            return Verdict.nothing(
                    Standing.REVERSED,
                    it.reversedAt(),
                    "its power came out reversed: it is commanded again once a power that somebody"
                            + " sets by hand comes out right, or the plan is switched off and on");
        }
        if (it.unable() != null) {
            return Verdict.nothing(Standing.UNABLE, null, it.unable());
        }
        if (it.seen().mode() != null && it.seen().mode().value() == OperatingMode.UPS) {
            return Verdict.nothing(
                    Standing.UNABLE,
                    it.seen().mode().at(),
                    "in UPS mode, kept for the emergency socket: left alone");
        }
        if (!it.reachable()) {
            return Verdict.nothing(Standing.AWAY, null, "does not answer");
        }
        var confirmed = confirmed();
        if (confirmed != null) {
            return confirmed;
        }
        var other = takeover();
        if (other.isPresent()) {
            return takenOver(other.get());
        }
        var want = it.want();
        return want == null ? released() : steered(want);
    }

    /** Whether somebody else commands the battery, so that a plan leaves it alone. */
    static boolean isTakenOver(BatteryCase it) {
        return new Judge(it).takeover().isPresent();
    }

    private Optional<Takeover> takeover() {
        var head = it.past().head().orElse(null);
        boolean night = !it.changes().lastIsMorning();
        if (head != null && night && personRules(head)) {
            return Optional.of(new Takeover(head.at(), "somebody set " + mode(head)));
        }
        return switch (it.relation().kind()) {
            case NONE -> passiveOfOthers(head);
            case FOREIGN ->
                    mayChange() && entry().at().isBefore(it.changes().last())
                            ? Optional.empty()
                            : Optional.of(new Takeover(seenAt(), foreignDetail()));
            case RUNNING, ENDED, STALLED, LEFT, UNKNOWN -> Optional.empty();
        };
    }

    private Optional<Takeover> passiveOfOthers(@Nullable JournalEntry head) {
        if (it.seen().modeAfter(it.decided()) != OperatingMode.PASSIVE) {
            return Optional.empty();
        }
        boolean change =
                it.changes().lastIsMorning() ? head != null && overNight(head) : mayChange();
        return change
                ? Optional.empty()
                : Optional.of(new Takeover(seenAt(), "in Passive, set by somebody else"));
    }

    /** A person's Passive of a night that the plan had steered before: it ends at 06:00 too. */
    private boolean overNight(JournalEntry head) {
        return mayChange()
                && Past.byPerson(head)
                && head.at().isBefore(it.changes().last())
                && it.past().steeredSince(it.changes().last().minus(NIGHT));
    }

    private record Takeover(Instant since, String how) {}

    /** A command whose end was not seen, and that worked after all. */
    private @Nullable Verdict confirmed() {
        var entry = it.relation().entry();
        if (entry == null
                || entry.result().took()
                || entry.result() == Result.DROPPED
                || it.past().head().filter(entry::equals).isEmpty()
                || it.relation().kind() != Relation.Kind.RUNNING
                || !it.relation().proven()) {
            return null;
        }
        return new Verdict(
                Standing.FOLLOWS,
                entry.at(),
                "",
                new Verdict.Mark(Marks.with(entry, Result.VERIFIED, "seen later to have worked")));
    }

    private Verdict steered(Want want) {
        return switch (it.relation().kind()) {
            case NONE -> begun(want);
            case RUNNING -> following(want, entry());
            case ENDED -> send(want, false);
            case STALLED -> stalled(want, entry());
            case LEFT -> left(want, entry());
            case UNKNOWN -> unknown(want, entry());
            case FOREIGN -> send(want, DayModes.possible(mode()));
        };
    }

    private boolean personRules(JournalEntry head) {
        return Past.byPerson(head) && !head.at().isBefore(it.changes().last());
    }

    /** The first command of a stretch; what the battery is in now is its day mode. */
    private Verdict begun(Want want) {
        var mode = it.seen().modeAfter(it.decided());
        if (mode != null) {
            return send(want, DayModes.possible(mode));
        }
        return it.dayModeKept() && waitedEnough()
                ? send(want, false)
                : Verdict.nothing(Standing.IDLE, null, "its mode is not known yet");
    }

    /** What a command of the last run did is read back first. */
    private Verdict unknown(Want want, JournalEntry entry) {
        if (entry.result() == Result.DROPPED) {
            return dropped(want, entry, "");
        }
        return inThisRun() || waitedEnough()
                ? send(want, false)
                : Verdict.nothing(Standing.IDLE, null, "what it does is not known yet");
    }

    private boolean waitedEnough() {
        var start =
                it.watching().isAfter(it.changes().last()) ? it.watching() : it.changes().last();
        return !now.isBefore(start.plus(PATIENCE));
    }

    /** Whether a planned change has come in this run and nothing was commanded since. */
    private boolean mayChange() {
        return it.watching().isBefore(it.changes().last())
                && !it.past().steeredSince(it.changes().last());
    }

    private Verdict following(Want want, JournalEntry entry) {
        int told = Past.powerW(entry);
        boolean last = it.past().head().filter(entry::equals).isPresent();
        var follows = Verdict.nothing(Standing.FOLLOWS, entry.at(), "");
        if (Changing.differs(told, want.powerW(), it.over(), sinceCommand())) {
            return send(want, false);
        }
        if (!last && it.past().failures() > 0 && told != want.powerW()) {
            return send(want, false);
        }
        boolean endsSoon = !Past.end(entry).isAfter(now.plus(Changing.AHEAD));
        boolean goesOn = want.until().isAfter(Past.end(entry).plus(Changing.WORTH_IT));
        return endsSoon && goesOn ? send(want, false) : follows;
    }

    private Duration sinceCommand() {
        return it.past()
                .lastByPlan()
                .map(before -> Duration.between(before, now))
                .orElse(Duration.ofDays(1));
    }

    /** A full battery takes nothing; another that should charge and does not was not told well. */
    private Verdict stalled(Want want, JournalEntry entry) {
        var follows = Verdict.nothing(Standing.FOLLOWS, entry.at(), "no power flows");
        if (want.powerW() == 0) {
            return following(want, entry);
        }
        boolean full = it.seen().socPct() != null && it.seen().socPct() >= Fullness.LEAST_PCT;
        if (Past.powerW(entry) >= 0 || full || it.stalledFor().compareTo(STALLS) < 0) {
            return follows;
        }
        return dropped(want, entry, "in Passive, but at 0 W");
    }

    private Verdict left(Want want, JournalEntry entry) {
        boolean byItself =
                !Past.end(entry).isAfter(now) || !Past.end(entry).isAfter(seenAt().plusSeconds(5));
        if (byItself) {
            return send(want, false);
        }
        return dropped(want, entry, "left it before its end, seen in " + seenMode());
    }

    private Verdict dropped(Want want, JournalEntry entry, String how) {
        if (entry.result() == Result.PENDING) {
            return new Verdict(
                    Standing.COMMANDED,
                    now,
                    how,
                    new Verdict.Mark(Marks.with(entry, Result.LOST, CUT_OFF + how)));
        }
        if (entry.result().took()) {
            return new Verdict(
                    Standing.DROPPING,
                    now,
                    how,
                    new Verdict.Mark(Marks.with(entry, Result.DROPPED, how)));
        }
        if (it.past().drops(now, HOUR) >= DROPS_AN_HOUR) {
            return Verdict.nothing(
                    Standing.DROPPING,
                    entry.at(),
                    "left the plan's command "
                            + DROPS_AN_HOUR
                            + " times within an hour; it is told again later");
        }
        return send(want, false);
    }

    private String foreignDetail() {
        return mode() == OperatingMode.PASSIVE
                ? "in Passive with another power than the plan's, set by somebody else"
                : "in " + seenMode() + ", set by somebody else";
    }

    private Verdict released() {
        return switch (it.relation().kind()) {
            case NONE -> idle();
            case RUNNING, ENDED, STALLED, UNKNOWN ->
                    it.relation().proven() || inThisRun()
                            ? back(entry())
                            : Verdict.nothing(Standing.IDLE, null, "what it does is not known yet");
            case LEFT -> gone(entry());
            case FOREIGN -> back(entry());
        };
    }

    /** Whether the last command was given, or seen through, by this run. */
    private boolean inThisRun() {
        return it.past().head().filter(head -> !head.at().isBefore(it.watching())).isPresent();
    }

    private Verdict idle() {
        var head = it.past().head().orElse(null);
        boolean passive = it.seen().modeAfter(it.decided()) == OperatingMode.PASSIVE;
        return head != null && passive ? back(head) : Verdict.nothing(Standing.IDLE, null, "");
    }

    /** The battery went by itself, or a command that seemed lost brought it back. */
    private Verdict gone(JournalEntry entry) {
        if (mode() == it.dayMode()) {
            return new Verdict(
                    Standing.IDLE,
                    null,
                    "",
                    new Verdict.Settle(
                            Marks.with(
                                    entry,
                                    entry.result() == Result.PENDING ? Result.LOST : entry.result(),
                                    "seen in " + seenMode() + " since " + seenAt())));
        }
        return inThisRun()
                ? back(entry)
                : takenOver(
                        new Takeover(
                                seenAt(),
                                "in "
                                        + seenMode()
                                        + " since the plan's command ended; before it, it was in "
                                        + it.dayMode().word()));
    }

    /** The plan is left: back to the day mode. */
    private Verdict back(JournalEntry entry) {
        var why = it.leaving();
        if (it.dayMode() != OperatingMode.MANUAL) {
            return sent(
                    it.dayMode() == OperatingMode.AI
                            ? new ModeCommand.Ai()
                            : new ModeCommand.Auto(),
                    why,
                    false);
        }
        return ReturnToManual.step(entry, now, it.manualSlots())
                .map(command -> sent(command, why + ReturnToManual.words(command), false))
                .orElseGet(
                        () ->
                                Verdict.nothing(
                                        Standing.FOLLOWS,
                                        entry.at(),
                                        "returns to its program by itself"));
    }

    private Verdict send(Want want, boolean noteDayMode) {
        var rest = Duration.between(now, want.until());
        if (rest.compareTo(Changing.WORTH_IT) < 0) {
            return Verdict.nothing(Standing.IDLE, null, "");
        }
        var seconds = Duration.ofSeconds(rest.toSeconds());
        return sent(new ModeCommand.Passive(want.powerW(), seconds), want.why(), noteDayMode);
    }

    private Verdict sent(ModeCommand command, String why, boolean noteDayMode) {
        int failures = it.past().failures();
        var last = it.past().lastDecided();
        if (failures > 0 && last.isPresent()) {
            var again = last.get().plus(Changing.patience(failures));
            if (now.isBefore(again)) {
                return Verdict.nothing(
                        Standing.FAILING,
                        last.get(),
                        "failed " + failures + " times in a row; tried again soon");
            }
        }
        return new Verdict(
                Standing.COMMANDED, now, "", new Verdict.Send(command, why, noteDayMode));
    }

    private static Verdict takenOver(Takeover other) {
        return Verdict.nothing(
                Standing.TAKEN_OVER,
                other.since(),
                other.how() + ": left alone until the next planned change");
    }

    private static String mode(JournalEntry entry) {
        return Past.command(entry).mode().word();
    }

    private OperatingMode mode() {
        var mode = it.seen().mode();
        return mode == null ? it.dayMode() : mode.value();
    }

    private String seenMode() {
        return mode().word();
    }

    private Instant seenAt() {
        var mode = it.seen().mode();
        return mode == null ? now : mode.at();
    }

    /** The plan's Passive that the relation is about. */
    private JournalEntry entry() {
        var entry = it.relation().entry();
        if (entry == null) {
            throw new IllegalStateException("a relation without its command");
        }
        return entry;
    }
}
