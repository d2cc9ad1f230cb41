package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pilotempo.battery.ModeCommand;
import pilotempo.control.SlotLedger;
import pilotempo.history.JournalEntry;

/**
 * The way back to Manual. Setting that mode needs a slot (API notes §c), and slots are the user's:
 * so the battery is first given the chance to return by itself, as most do when a Passive ends.
 * Only one that did not is told, with a slot that is Pilotempo's own where there is one, else with
 * the last one, written as off.
 */
final class ReturnToManual {
    private static final Duration CHANCE = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofSeconds(60);

    private ReturnToManual() {}

    /**
     * What is to be said now; empty = wait.
     *
     * @param entry the plan's Passive that is left
     * @param slots what Pilotempo wrote into its program
     * @param last the number of its last slot
     */
    static Optional<ModeCommand> step(
            JournalEntry entry, Instant now, Optional<SlotLedger> slots, int last) {
        var end = Past.end(entry);
        if (end.isAfter(now.plus(SHORT).plusSeconds(30))) {
            return Optional.of(new ModeCommand.Passive(0, SHORT));
        }
        return now.isBefore(end.plus(CHANCE)) ? Optional.empty() : Optional.of(slot(slots, last));
    }

    private static ModeCommand slot(Optional<SlotLedger> slots, int last) {
        var written = slots.map(SlotLedger::slots).orElseGet(java.util.List::of);
        for (var one : written) {
            if (one.slot() == null) {
                return new ModeCommand.ClearSlot(one.number());
            }
        }
        for (var one : written) {
            if (one.slot() != null && one.sure()) {
                return new ModeCommand.Manual(one.slot());
            }
        }
        return new ModeCommand.ClearSlot(last);
    }

    /**
     * Why it is told so.
     *
     * @param why it leaves the plan
     */
    static String words(ModeCommand command, String why, Whys whys) {
        return switch (command) {
            case ModeCommand.ClearSlot(int number) -> whys.of("manual.off", why, number);
            case ModeCommand.Manual(var slot) -> whys.of("manual.again", why, slot.number());
            default -> whys.of("manual.itself", why);
        };
    }
}
