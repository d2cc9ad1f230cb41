package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;

/**
 * A battery's mode changed, and neither Pilotempo ordered it nor a command of its ran out. Over
 * when it is back in the mode before, or somebody orders another.
 */
final class ForeignMode implements Rule {
    /** A command and its effect are seen within this time of each other. */
    private static final Duration SLACK = Duration.ofMinutes(3);

    /** After that, the new mode is what is known. */
    private static final Duration USED_TO = Duration.ofHours(24);

    private final Map<String, OperatingMode> known = new HashMap<>();
    private final Map<String, Instant> knownAt = new HashMap<>();
    private final Map<String, Instant> changedAt = new HashMap<>();

    @Override
    public AlertKind kind() {
        return AlertKind.MODE_FOREIGN;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, lasts) -> verdict(battery, lasts, look));
    }

    private Sighting.Verdict verdict(BatteryState battery, boolean lasts, Look look) {
        var mode = BatteryState.fresh(battery.mode(), look.now());
        if (mode == null) {
            return new Sighting.Unclear();
        }
        var before = known.putIfAbsent(battery.id(), mode);
        if (before == null) {
            knownAt.put(battery.id(), look.now());
            return new Sighting.Unclear();
        }
        if (mode == before || explained(battery, mode, look) || usedTo(battery, look)) {
            known.put(battery.id(), mode);
            knownAt.put(battery.id(), look.now());
            changedAt.remove(battery.id());
            return new Sighting.Fine();
        }
        return lasts
                ? new Sighting.Unclear()
                : new Sighting.Wrong(
                        look.dear(),
                        List.of(
                                new Arg.Mode(before),
                                new Arg.Mode(mode),
                                new Arg.Variant(noCharge(look) ? "night" : "any")));
    }

    /** The plan leaves alone what somebody has set in the night: it will not be charged. */
    private static boolean noCharge(Look look) {
        return look.inNight() && look.world().plan().acts() && look.dearTomorrow().isPresent();
    }

    private boolean usedTo(BatteryState battery, Look look) {
        return look.olderThan(changedAt.computeIfAbsent(battery.id(), _ -> look.now()), USED_TO);
    }

    private boolean explained(BatteryState battery, OperatingMode mode, Look look) {
        // Over a sleep, or while it did not answer, a command may have run out long ago.
        var since = knownAt.getOrDefault(battery.id(), look.now()).minus(SLACK);
        return look.world().journal().stream()
                .filter(entry -> entry.battery().equals(battery.mac()))
                .anyMatch(entry -> explains(entry, mode, since, look));
    }

    private static boolean explains(
            JournalEntry entry, OperatingMode mode, Instant since, Look look) {
        if (!(entry.command() instanceof ModeCommand command)) {
            return false;
        }
        // What was lost may still have arrived; what ran out leaves the mode to the device.
        if (command.mode() == mode && recent(entry.at(), look)) {
            return true;
        }
        boolean left = entry.result() == JournalEntry.Result.DROPPED;
        return mode != OperatingMode.PASSIVE && (left || ranOut(entry.until(), since, look));
    }

    private static boolean ranOut(@Nullable Instant until, Instant since, Look look) {
        return recent(until, look)
                || (until != null && until.isAfter(since) && until.isBefore(look.now()));
    }

    private static boolean recent(@Nullable Instant at, Look look) {
        return at != null
                && !look.olderThan(at, SLACK.plusMinutes(5))
                && !at.isAfter(look.now().plus(SLACK));
    }
}
