package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;

/** What a battery of which the plan wants a power is told. Pure. */
final class Following {
    /** The device may drop a command so often an hour; then it is left alone for a while. */
    static final int DROPS_AN_HOUR = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STALLS = Duration.ofMinutes(3);

    /** So long a reading is waited for before a command is given without. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration SAME_TIME = Duration.ofSeconds(5);

    private final BatteryCase it;
    private final Want want;

    private Following(BatteryCase it, Want want) {
        this.it = it;
        this.want = want;
    }

    static Verdict of(BatteryCase it, Want want) {
        var following = new Following(it, want);
        if (it.seen().socPct() == null && !following.waitedEnough()) {
            return Verdict.nothing(
                    it.relation().kind() == Relation.Kind.RUNNING
                            ? Standing.FOLLOWS
                            : Standing.IDLE,
                    null,
                    "its level is not known yet");
        }
        return switch (it.relation().kind()) {
            case NONE -> following.begun();
            case RUNNING -> following.running(it.entry());
            case STALLED -> following.stalled(it.entry());
            case LEFT -> following.left(it.entry());
            case UNKNOWN -> following.unknown(it.entry());
            case ENDED, FOREIGN -> following.send();
        };
    }

    private Verdict send() {
        return Judge.send(it, want);
    }

    /** The first command of a stretch waits until it is known what the battery is in. */
    private Verdict begun() {
        boolean known = it.seen().modeAfter(it.decided()) != null;
        return known || (it.dayModeKept() && waitedEnough())
                ? send()
                : Verdict.nothing(Standing.IDLE, null, "its mode is not known yet");
    }

    /** What a command of the last run did is read back first. */
    private Verdict unknown(JournalEntry entry) {
        if (entry.result() == Result.DROPPED) {
            return again();
        }
        return it.inThisRun() || waitedEnough()
                ? send()
                : Verdict.nothing(Standing.IDLE, null, "what it does is not known yet");
    }

    private boolean waitedEnough() {
        var change = it.changes().last();
        var start = it.watching().isAfter(change) ? it.watching() : change;
        return !it.now().isBefore(start.plus(PATIENCE));
    }

    private Verdict running(JournalEntry entry) {
        int told = Past.powerW(entry);
        if (Changing.differs(told, want.powerW(), it.over(), sinceCommand())) {
            return send();
        }
        boolean failedSince = !Judge.isHead(it, entry) && told != want.powerW();
        boolean endsSoon = !Past.end(entry).isAfter(it.now().plus(Changing.AHEAD));
        boolean goesOn = want.until().isAfter(Past.end(entry).plus(Changing.WORTH_IT));
        return failedSince || (endsSoon && goesOn)
                ? send()
                : Verdict.nothing(Standing.FOLLOWS, entry.at(), "");
    }

    private Duration sinceCommand() {
        return it.past()
                .lastByPlan()
                .filter(before -> !before.isAfter(it.now()))
                .map(before -> Duration.between(before, it.now()))
                .orElse(HOUR);
    }

    /** A full battery takes nothing; another that should charge and does not was not told well. */
    private Verdict stalled(JournalEntry entry) {
        if (want.powerW() == 0) {
            return running(entry);
        }
        var level = it.seen().socPct();
        boolean full = level != null && level >= Fullness.LEAST_PCT;
        if (Past.powerW(entry) >= 0 || full || it.stalledFor().compareTo(STALLS) < 0) {
            return Verdict.nothing(Standing.FOLLOWS, entry.at(), "no power flows");
        }
        return dropped(entry, "in Passive, but at 0 W");
    }

    private Verdict left(JournalEntry entry) {
        Instant end = Past.end(entry);
        boolean byItself = !end.isAfter(it.now()) || !end.isAfter(it.modeAt().plus(SAME_TIME));
        return byItself
                ? send()
                : dropped(entry, "left it before its end, seen in " + it.mode().word());
    }

    private Verdict dropped(JournalEntry entry, String how) {
        if (entry.result() == Result.PENDING) {
            if (!entry.at().isBefore(it.watching())) {
                return Verdict.nothing(Standing.COMMANDED, entry.at(), "");
            }
            return marked(entry, Result.LOST, "the program ended before it was decided; " + how);
        }
        return entry.result().took() ? marked(entry, Result.DROPPED, how) : again();
    }

    private Verdict marked(JournalEntry entry, Result result, String how) {
        return new Verdict(
                Standing.DROPPING, it.now(), how, new Verdict.Mark(entry.seenLater(result, how)));
    }

    private Verdict again() {
        return it.past().drops(Author.PLAN, it.now(), HOUR) >= DROPS_AN_HOUR
                ? Verdict.nothing(
                        Standing.DROPPING,
                        null,
                        "left the plan's command "
                                + DROPS_AN_HOUR
                                + " times within an hour; it is told again later")
                : send();
    }
}
