package pilotempo.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.KnownBattery;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/** What is known of the configured batteries before anybody is asked. */
final class KnownFleet {
    /** A stored value stands for the present as long as a calm poll's would. */
    private static final Duration STORED_GOOD_FOR = Duration.ofMinutes(3);

    private KnownFleet() {}

    /**
     * Each with its last stored values, however old: they look stale, but they are there at once.
     */
    static FleetSnapshot stored(Settings settings, History history) {
        return new FleetSnapshot(
                settings.batteries().stream().map(battery -> stored(battery, history)).toList());
    }

    /**
     * After a change of settings: what is live of the batteries that stay, under their new names.
     */
    static FleetSnapshot carriedOver(FleetSnapshot live, FleetSnapshot stored) {
        return new FleetSnapshot(
                stored.batteries().stream()
                        .map(
                                fresh ->
                                        live.battery(fresh.id())
                                                .filter(old -> isSame(old, fresh))
                                                .map(old -> renamed(old, fresh))
                                                .orElse(fresh))
                        .toList());
    }

    private static BatteryState stored(BatterySettings battery, History history) {
        var start =
                BatteryState.unknown(
                        battery.id(),
                        battery.name(),
                        battery.host().orElse(null),
                        battery.port(),
                        battery.mac().orElse(null));
        return newest(battery, history)
                .map(reading -> start.learn(reading.values(), reading.at(), STORED_GOOD_FOR))
                .orElse(start);
    }

    private static Optional<Reading> newest(BatterySettings battery, History history) {
        return KnownBattery.of(history.known().values(), battery.mac(), battery.id())
                .flatMap(known -> history.newest(known.mac()));
    }

    private static boolean isSame(BatteryState old, BatteryState fresh) {
        return fresh.mac() == null || Objects.equals(old.mac(), fresh.mac());
    }

    private static BatteryState renamed(BatteryState old, BatteryState fresh) {
        return new BatteryState(
                fresh.id(),
                fresh.name(),
                fresh.host(),
                fresh.port(),
                old.mac(),
                old.device(),
                old.numbers(),
                old.mode(),
                old.chargingAllowed(),
                old.dischargingAllowed(),
                old.ctConnected(),
                old.link(),
                old.raw());
    }
}
