package pilotempo.automation;

import java.time.Duration;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Order;
import pilotempo.history.JournalEntry;

/** Turns verdicts into orders, within what the house bears. Belongs to one look. */
final class Dispatcher {
    private final Errands errands;
    private final Journals journals;
    private final Lookout lookout;
    private final Budget budget;
    private final boolean writes;

    /**
     * @param writes whether anything may be ordered or noted now
     */
    Dispatcher(Errands errands, Journals journals, Lookout lookout, Budget budget, boolean writes) {
        this.errands = errands;
        this.journals = journals;
        this.lookout = lookout;
        this.budget = budget;
        this.writes = writes;
    }

    /** Does what a verdict says, where it may, and returns how the battery stands then. */
    Verdict carryOut(Member member, Verdict verdict) {
        if (verdict.step() == null) {
            return verdict;
        }
        if (!writes) {
            return verdict.but(Standing.IDLE, verdict.detail());
        }
        return switch (verdict.step()) {
            case Verdict.Mark(var entry) -> {
                journals.note(entry);
                yield verdict;
            }
            case Verdict.Settle(var entry) -> {
                journals.settle(entry);
                yield verdict;
            }
            case Verdict.Send send -> sent(member, verdict, send);
        };
    }

    private Verdict sent(Member member, Verdict verdict, Verdict.Send send) {
        var resting = errands.resting(member.id());
        if (resting.isPresent()) {
            return verdict.but(Standing.FAILING, resting.get());
        }
        var command = send.command();
        double draws = 0;
        boolean raises = false;
        boolean byPlan = send.author() == JournalEntry.Author.PLAN;
        if (byPlan && command instanceof ModeCommand.Passive(int power, Duration duration)) {
            int allowed = budget.allow(member.id(), power);
            if (allowed == Integer.MAX_VALUE) {
                return verdict.but(
                        member.running() == null ? Standing.IDLE : Standing.FOLLOWS,
                        "waits until the others and the house leave room");
            }
            command = new ModeCommand.Passive(allowed, duration);
            lookout.noteDayMode(member);
            draws = Math.max(0, -allowed);
            raises = draws > member.drawsW();
        }
        errands.start(
                new Order(member.id(), command, send.author(), send.why()),
                send.until(),
                raises,
                Math.max(draws, member.running() == null ? 0 : member.drawsW()));
        return verdict;
    }
}
