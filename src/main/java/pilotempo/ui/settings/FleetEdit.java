package pilotempo.ui.settings;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pilotempo.battery.Mac;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/**
 * Changes of the fleet. Each works on the settings in force when it is applied, not on those that
 * were shown.
 */
final class FleetEdit {
    private FleetEdit() {}

    /** Adds a battery at the end, with an id made from its name. */
    static UnaryOperator<Settings> add(String name, String host, int port, Optional<Mac> mac) {
        return settings -> {
            var taken = settings.batteries().stream().map(BatterySettings::id).toList();
            var plain = BatterySettings.at(BatteryIds.from(name, taken), name.strip(), host, port);
            return with(settings, withMac(plain, mac));
        };
    }

    /** Gives a battery another name; its id, which scripts use, stays. */
    static UnaryOperator<Settings> rename(String id, String name) {
        return settings ->
                settings.withBatteries(
                        settings.batteries().stream()
                                .map(b -> b.id().equals(id) ? named(b, name.strip()) : b)
                                .toList());
    }

    /** Takes a battery away. */
    static UnaryOperator<Settings> remove(String id) {
        return settings ->
                settings.withBatteries(
                        settings.batteries().stream().filter(b -> !b.id().equals(id)).toList());
    }

    /** Puts a battery back where it was, unless its id is taken again. */
    static UnaryOperator<Settings> putBack(BatterySettings battery, int index) {
        return settings -> {
            if (settings.batteries().stream().anyMatch(b -> b.id().equals(battery.id()))) {
                return settings;
            }
            var all = new ArrayList<>(settings.batteries());
            all.add(Math.clamp(index, 0, all.size()), battery);
            return settings.withBatteries(all);
        };
    }

    private static Settings with(Settings settings, BatterySettings battery) {
        var all = new ArrayList<>(settings.batteries());
        all.add(battery);
        return settings.withBatteries(all);
    }

    private static BatterySettings withMac(BatterySettings b, Optional<Mac> mac) {
        return new BatterySettings(
                b.id(),
                b.name(),
                b.host(),
                b.port(),
                mac,
                b.interval(),
                b.slowInterval(),
                b.gap(),
                b.timeout(),
                b.retries(),
                b.broadcast());
    }

    private static BatterySettings named(BatterySettings b, String name) {
        return new BatterySettings(
                b.id(),
                name,
                b.host(),
                b.port(),
                b.mac(),
                b.interval(),
                b.slowInterval(),
                b.gap(),
                b.timeout(),
                b.retries(),
                b.broadcast());
    }
}
