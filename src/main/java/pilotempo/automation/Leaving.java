package pilotempo.automation;

import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;

/** What a battery of which the plan wants nothing is told: its day mode, where it is ours. Pure. */
final class Leaving {
    private static final Verdict UNKNOWN =
            Verdict.nothing(Standing.IDLE, null, "what it does is not known yet");

    private Leaving() {}

    static Verdict of(BatteryCase it) {
        return switch (it.relation().kind()) {
            case NONE -> idle(it);
            case RUNNING, ENDED, STALLED, UNKNOWN ->
                    it.relation().proven() || it.inThisRun() ? back(it, it.entry()) : UNKNOWN;
            case LEFT -> gone(it, it.entry());
            case FOREIGN -> back(it, it.entry());
        };
    }

    private static Verdict idle(BatteryCase it) {
        var head = it.past().head();
        boolean passive = it.seen().modeAfter(it.decided()) == OperatingMode.PASSIVE;
        return passive && head.isPresent()
                ? back(it, head.get())
                : Verdict.nothing(Standing.IDLE, null, "");
    }

    /** The battery went by itself, or a command that seemed lost brought it back. */
    private static Verdict gone(BatteryCase it, JournalEntry entry) {
        if (it.mode() == it.dayMode()) {
            var result = entry.result() == Result.PENDING ? Result.LOST : entry.result();
            var note = "seen in " + it.mode().word() + " since " + it.whys().time(it.modeAt());
            return new Verdict(
                    Standing.IDLE, null, "", new Verdict.Settle(entry.seenLater(result, note)));
        }
        return it.inThisRun()
                ? back(it, entry)
                : new Takeover(
                                it.modeAt(),
                                "in "
                                        + it.mode().word()
                                        + " since the plan's command ended; before it, it was in "
                                        + it.dayMode().word())
                        .verdict();
    }

    /** Back to the day mode, explicitly. */
    static Verdict back(BatteryCase it, JournalEntry entry) {
        return switch (it.dayMode()) {
            case AI -> Judge.send(it, new ModeCommand.Ai(), why(it, entry));
            case MANUAL ->
                    ReturnToManual.step(entry, it.now(), it.manualSlots(), it.slots() - 1)
                            .map(
                                    command ->
                                            Judge.send(
                                                    it,
                                                    command,
                                                    ReturnToManual.words(
                                                            command, why(it, entry), it.whys())))
                            .orElseGet(
                                    () ->
                                            Verdict.nothing(
                                                    Standing.FOLLOWS,
                                                    entry.at(),
                                                    "returns to its program by itself"));
            case AUTO, PASSIVE, UPS -> Judge.send(it, new ModeCommand.Auto(), why(it, entry));
        };
    }

    /** Why it is put back; and what nobody watched, as the program or the machine did not run. */
    private static String why(BatteryCase it, JournalEntry entry) {
        var why = it.leaving().get();
        if (!Past.byPlan(entry) || !Past.passive(entry) || !entry.at().isBefore(it.watching())) {
            return why;
        }
        var end = Past.end(entry);
        var whys = it.whys();
        return end.isAfter(it.now())
                ? whys.of("unwatched.running", whys.time(entry.at()), why)
                : whys.of("unwatched.over", whys.time(entry.at()), whys.time(end), why);
    }
}
