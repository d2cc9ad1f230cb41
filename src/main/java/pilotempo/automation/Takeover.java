package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;

/**
 * That somebody else commands a battery, so that the plan leaves it alone until its next planned
 * change.
 *
 * @param since since when
 * @param how in words
 */
record Takeover(Instant since, String how) {
    private static final Duration NIGHT = Duration.ofHours(10);
    private static final Duration PUT_BACK_WITHIN = Duration.ofHours(2);

    static Optional<Takeover> of(BatteryCase it) {
        var head = it.past().head().orElse(null);
        if (head != null
                && Past.byPerson(head)
                && !head.at().isBefore(it.changes().last())
                && !it.changes().lastIsMorning()) {
            return Optional.of(
                    new Takeover(head.at(), "somebody set " + Past.command(head).mode().word()));
        }
        return switch (it.relation().kind()) {
            case NONE -> passiveOfOthers(it, head);
            case FOREIGN -> foreign(it);
            case RUNNING, ENDED, STALLED, LEFT, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Takeover> passiveOfOthers(BatteryCase it, @Nullable JournalEntry head) {
        if (it.seen().modeAfter(it.decided()) != OperatingMode.PASSIVE) {
            return Optional.empty();
        }
        boolean ends =
                it.changes().lastIsMorning()
                        ? head != null && endsWithTheNight(it, head)
                        : Judge.changeIsDue(it);
        return ends
                ? Optional.empty()
                : Optional.of(new Takeover(it.modeAt(), "in Passive, set by somebody else"));
    }

    /**
     * A person's Passive in a night that the plan had steered before: it ends at 06:00 too. One
     * that is seen long after its end is another's.
     */
    private static boolean endsWithTheNight(BatteryCase it, JournalEntry head) {
        var morning = it.changes().last();
        var end = Past.end(head).isAfter(morning) ? Past.end(head) : morning;
        return Judge.changeIsDue(it)
                && it.changes().lastIsMorning()
                && Past.byPerson(head)
                && Past.passive(head)
                && it.now().isBefore(end.plus(PUT_BACK_WITHIN))
                && head.at().isBefore(it.changes().last())
                && it.past().steeredSince(it.changes().last().minus(NIGHT));
    }

    private static Optional<Takeover> foreign(BatteryCase it) {
        if (Judge.changeIsDue(it) && it.entry().at().isBefore(it.changes().last())) {
            return Optional.empty();
        }
        return Optional.of(
                new Takeover(
                        it.modeAt(),
                        it.mode() == OperatingMode.PASSIVE
                                ? "in Passive with another power than the plan's, set by somebody"
                                        + " else"
                                : "in " + it.mode().word() + ", set by somebody else"));
    }

    Verdict verdict() {
        return Verdict.nothing(
                Standing.TAKEN_OVER, since, how + ": left alone until the next planned change");
    }
}
