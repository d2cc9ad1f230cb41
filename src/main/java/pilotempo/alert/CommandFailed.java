package pilotempo.alert;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.live.BatteryState;

/**
 * The newest command that nobody waited for, of the plan or of Pilotempo's own safety, failed. Who
 * gives a command by hand sees its end there, save that it ran backwards.
 */
final class CommandFailed implements Rule {
    private static final Duration OF_INTEREST = Duration.ofHours(12);

    private final Map<String, UUID> lostWhileAway = new HashMap<>();

    @Override
    public AlertKind kind() {
        return AlertKind.COMMAND_FAILED;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, _) -> verdict(battery, look));
    }

    private Sighting.Verdict verdict(BatteryState battery, Look look) {
        var newest = newest(battery, look);
        if (newest.isEmpty() || look.olderThan(newest.get().at(), OF_INTEREST)) {
            return new Sighting.Fine();
        }
        var entry = newest.get();
        return switch (entry.result()) {
            case PENDING, DROPPED -> new Sighting.Unclear();
            case VERIFIED, PARTLY, ACKNOWLEDGED -> new Sighting.Fine();
            case LOST, NOT_SENT ->
                    unheard(battery, entry) ? new Sighting.Unclear() : failed(entry, look);
            case REFUSED, IGNORED, REVERSED -> failed(entry, look);
        };
    }

    /**
     * A command lost to a battery that does not answer anything is no fault of its own: that the
     * battery is away is told, and the plan orders it again when it is back.
     */
    private boolean unheard(BatteryState battery, JournalEntry entry) {
        if (battery.link().missedRounds() > 0) {
            lostWhileAway.put(battery.id(), entry.id());
        }
        return entry.id().equals(lostWhileAway.get(battery.id()));
    }

    private static Optional<JournalEntry> newest(BatteryState battery, Look look) {
        return look.world().journal().stream()
                .filter(entry -> entry.battery().equals(battery.mac()))
                .filter(CommandFailed::concerns)
                .findFirst();
    }

    private static boolean concerns(JournalEntry entry) {
        return entry.author() == Author.PLAN
                || entry.author() == Author.SAFETY
                || entry.result() == Result.REVERSED
                || entry.result().took();
    }

    private static Sighting.Verdict failed(JournalEntry entry, Look look) {
        boolean urgent =
                look.dear() || entry.result() == Result.REVERSED || entry.author() == Author.SAFETY;
        return new Sighting.Wrong(
                urgent,
                List.of(
                        new Arg.Variant(entry.result().word()),
                        order(entry.command()),
                        new Arg.Moment(entry.at())));
    }

    private static Arg order(BatteryCommand command) {
        return switch (command) {
            case ModeCommand.Passive(var watts, _) -> new Arg.Order(OperatingMode.PASSIVE, watts);
            case ModeCommand mode -> new Arg.Order(mode.mode(), null);
            case DeviceSetting _ -> new Arg.Text("—");
        };
    }
}
