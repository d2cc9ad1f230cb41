package pilotempo.ui.dashboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.Timed;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tone;

/**
 * Where power comes from and goes to, W in Pilotempo's signs; null = unknown.
 *
 * @param grid the house's meter, positive = import
 * @param house what the house uses: the meter and what all batteries deliver
 * @param batteries sum of those that answer, positive = they deliver
 * @param solar panels of the batteries; null also when no battery reports any
 * @param withSolar whether any battery reports panels
 */
record FlowState(
        @Nullable Double grid,
        @Nullable Double house,
        @Nullable Double batteries,
        @Nullable Double solar,
        boolean withSolar) {
    static FlowState of(FleetSnapshot fleet, Instant now) {
        // The last word of one that fell silent is no flow, however young it is.
        var live =
                fleet.batteries().stream()
                        .filter(battery -> Presence.of(battery, now).counts())
                        .toList();
        var grid = meter(live, now);
        var all = live.size() < fleet.batteries().size() ? null : port(live, now, true);
        var solar = solar(live, now);
        boolean panels = fleet.batteries().stream().anyMatch(FlowState::hasPanels);
        return new FlowState(
                grid,
                grid == null || all == null ? null : Math.max(0, grid + all),
                port(live, now, false),
                solar,
                panels);
    }

    /** Import, export, or nothing worth an arrow. */
    Tone gridTone() {
        return grid == null
                ? Tone.UNKNOWN
                : Math.abs(grid) < 1 ? Tone.PLAIN : grid > 0 ? Tone.IMPORT : Tone.EXPORT;
    }

    /**
     * Families without panels tell 0 W of sun for ever; a counter of sun, or some sun, tells them
     * apart.
     */
    private static boolean hasPanels(BatteryState battery) {
        var power = battery.latest(Quantity.PV_POWER_W);
        return battery.latest(Quantity.TOTAL_PV_WH) != null || (power != null && power.value() > 0);
    }

    /** Several batteries may hear the same meter: the newest value counts. */
    private static @Nullable Double meter(List<BatteryState> live, Instant now) {
        return live.stream()
                .map(battery -> battery.latest(Quantity.METER_POWER_W))
                .filter(Objects::nonNull)
                .filter(value -> !value.staleAt(now))
                .max(Comparator.comparing(Timed::at))
                .map(Timed::value)
                .orElse(null);
    }

    private static @Nullable Double port(List<BatteryState> live, Instant now, boolean needAll) {
        double sum = 0;
        boolean any = false;
        for (var battery : live) {
            var power = port(battery, now);
            if (power == null && needAll) {
                return null;
            }
            sum += power == null ? 0 : power;
            any |= power != null;
        }
        return any ? sum : null;
    }

    private static @Nullable Double port(BatteryState battery, Instant now) {
        var port = battery.now(Quantity.ONGRID_POWER_W, now);
        return port == null ? battery.now(Quantity.POWER_W, now) : port;
    }

    private static @Nullable Double solar(List<BatteryState> live, Instant now) {
        double sum = 0;
        boolean any = false;
        for (var battery : live) {
            var power = battery.now(Quantity.PV_POWER_W, now);
            sum += power == null ? 0 : power;
            any |= power != null;
        }
        return any ? sum : null;
    }
}
