package pilotempo.control;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.live.Timed;

/** Makes the ledger of a battery's slots from its journal. Pure. */
final class Ledger {
    private Ledger() {}

    /**
     * @param slots every entry that wrote or cleared a slot, oldest first
     * @param last the battery's newest entry of all
     * @param seen its mode as read last; null if never
     */
    static SlotLedger of(
            List<JournalEntry> slots,
            Optional<JournalEntry> last,
            @Nullable Timed<OperatingMode> seen) {
        var written = new TreeMap<Integer, SlotLedger.Written>();
        for (var entry : slots) {
            if (mayHaveArrived(entry)) {
                var line = line(entry);
                written.put(line.number(), line);
            }
        }
        return new SlotLedger(List.copyOf(written.values()), otherMode(slots, last, seen));
    }

    private static boolean mayHaveArrived(JournalEntry entry) {
        return entry.sends() > 0 && entry.result() != JournalEntry.Result.REFUSED;
    }

    private static SlotLedger.Written line(JournalEntry entry) {
        boolean sure = entry.result().took();
        return switch (entry.command()) {
            case ModeCommand.Manual(ManualSlot slot) ->
                    new SlotLedger.Written(slot.number(), slot, entry.at(), sure);
            case ModeCommand.ClearSlot(int number) ->
                    new SlotLedger.Written(number, null, entry.at(), sure);
            default -> throw new IllegalArgumentException("no slot: " + entry.command());
        };
    }

    private static boolean otherMode(
            List<JournalEntry> slots,
            Optional<JournalEntry> last,
            @Nullable Timed<OperatingMode> seen) {
        boolean toldOther =
                last.filter(entry -> entry.result().took())
                        .filter(
                                entry ->
                                        entry.command() instanceof ModeCommand mode
                                                && mode.mode() != OperatingMode.MANUAL)
                        .isPresent();
        if (seen == null || (!slots.isEmpty() && seen.at().isBefore(slots.getLast().at()))) {
            return toldOther;
        }
        return seen.value() != OperatingMode.MANUAL;
    }
}
