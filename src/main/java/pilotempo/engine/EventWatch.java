package pilotempo.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.history.HistoryEvent;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;

/**
 * Finds events in what is live: a battery that falls silent or answers again, a mode or a firmware
 * that is another than before. What was so when it began is no event.
 */
final class EventWatch {
    private final Supplier<Instant> clock;
    private final Consumer<HistoryEvent> events;
    private final Map<Mac, Seen> seen = new HashMap<>();

    /** What was last seen of a battery; null or 0 while unknown. */
    private record Seen(@Nullable Boolean reachable, @Nullable OperatingMode mode, int firmware) {}

    EventWatch(Supplier<Instant> clock, Consumer<HistoryEvent> events) {
        this.clock = clock;
        this.events = events;
    }

    /** Looks at a snapshot; never waits. */
    synchronized void look(FleetSnapshot fleet) {
        var now = clock.get();
        for (var battery : fleet.batteries()) {
            var mac = battery.mac();
            if (mac != null) {
                look(mac, battery, now);
            }
        }
    }

    private void look(Mac mac, BatteryState battery, Instant now) {
        var before = seen.getOrDefault(mac, new Seen(null, null, 0));
        var mode = battery.mode() == null ? before.mode() : battery.mode().value();
        int firmware = battery.device() == null ? before.firmware() : battery.device().firmware();
        var reachable = reachable(battery, before, now);
        seen.put(mac, new Seen(reachable, mode, firmware));
        if (before.reachable() != null
                && reachable != null
                && !reachable.equals(before.reachable())) {
            tell(
                    mac,
                    now,
                    reachable ? HistoryEvent.Kind.ONLINE : HistoryEvent.Kind.OFFLINE,
                    null,
                    reachable ? "" : battery.link().diagnosis().name());
        }
        if (before.mode() != null && mode != before.mode()) {
            tell(mac, now, HistoryEvent.Kind.MODE_SEEN, mode, "was " + before.mode().word());
        }
        if (before.firmware() != 0 && firmware != before.firmware()) {
            tell(
                    mac,
                    now,
                    HistoryEvent.Kind.FIRMWARE_SEEN,
                    null,
                    "was " + before.firmware() + ", is " + firmware);
        }
    }

    /** Null until it has answered once in this run: before, its silence is only the start. */
    private static @Nullable Boolean reachable(BatteryState battery, Seen before, Instant now) {
        if (battery.reachable(now)) {
            return true;
        }
        return before.reachable() == null ? null : false;
    }

    private void tell(
            Mac battery,
            Instant now,
            HistoryEvent.Kind kind,
            @Nullable OperatingMode mode,
            String detail) {
        events.accept(new HistoryEvent(UUID.randomUUID(), battery, now, kind, mode, detail));
    }
}
