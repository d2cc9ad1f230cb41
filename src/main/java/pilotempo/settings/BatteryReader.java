package pilotempo.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the list {@code batteries}. */
final class BatteryReader {
    private final Complaints complaints;
    private final Map<String, String> taken = new HashMap<>();

    BatteryReader(Complaints complaints) {
        this.complaints = complaints;
    }

    List<BatterySettings> read(SequenceNode list) {
        var batteries = new ArrayList<BatterySettings>();
        for (var node : list.getValue()) {
            int line = YamlDocument.line(node);
            if (node instanceof MappingNode mapping) {
                one(mapping, batteries.size() + 1, line).ifPresent(batteries::add);
            } else {
                complaints.at(
                        line, "a battery has keys of its own, as in '- {id: salon, host: …}'");
            }
        }
        return batteries;
    }

    private Optional<BatterySettings> one(MappingNode mapping, int number, int line) {
        var called =
                YamlDocument.find(mapping, "id")
                        .flatMap(tuple -> word(tuple.getValueNode()))
                        .map(id -> "battery '" + Shown.of(id) + "'")
                        .orElse("battery " + number);
        var walk = new YamlWalk(SettingsKeys.BATTERY, called, complaints);
        walk.walk(mapping);
        var values = new Values(onePlace(walk.values(), called), complaints);
        if (values.raw("id").isEmpty()) {
            complaints.at(line, called + " has no id: give it one, as in 'id: salon'");
            return Optional.empty();
        }
        var id = values.find("id", AddressKinds.id());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var battery = read(id.get(), values);
        boolean told = values.raw("host").isPresent() || values.raw("mac").isPresent();
        if (battery.host().isEmpty() && battery.mac().isEmpty() && !told) {
            complaints.at(line, called + " has neither host nor mac: give it one of them");
        }
        checkUnique(battery, called, line);
        return Optional.of(battery);
    }

    private static BatterySettings read(String id, Values values) {
        return new BatterySettings(
                id,
                values.get("name", AddressKinds.text(80), id),
                values.find("host", AddressKinds.host()),
                values.get("port", Kinds.integer(1, 65535), BatterySettings.DEFAULT_PORT),
                values.find("mac", AddressKinds.mac()),
                values.find("poll.interval", Limits.INTERVAL),
                values.find("poll.slow-interval", Limits.SLOW_INTERVAL),
                values.find("poll.gap", Limits.GAP),
                values.find("poll.timeout", Limits.TIMEOUT),
                values.find("poll.retries", Limits.RETRIES),
                values.find("ask", Kinds.word(List.of("direct", "broadcast")).plain())
                        .filter("broadcast"::equals)
                        .isPresent());
    }

    /** The poll keys may stand under {@code poll} or right in the battery, but once. */
    private Map<String, Value> onePlace(Map<String, Value> values, String called) {
        var merged = new HashMap<>(values);
        for (var key : SettingsKeys.BATTERY_POLL) {
            var flat = merged.remove(key);
            if (flat != null && merged.putIfAbsent("poll." + key, flat) != null) {
                complaints.at(flat.line(), key + " of " + called + " is there twice: remove one");
            }
        }
        return merged;
    }

    private void checkUnique(BatterySettings battery, String called, int line) {
        once("id " + battery.id().toLowerCase(Locale.ROOT), called, "id", line);
        battery.mac().ifPresent(mac -> once("mac " + mac, called, "MAC", line));
        battery.host()
                .map(host -> host.toLowerCase(Locale.ROOT) + " " + battery.port())
                .ifPresent(place -> once("host " + place, called, "host and port", line));
    }

    private void once(String what, String called, String kind, int line) {
        var other = taken.putIfAbsent(what, called);
        if (other != null) {
            complaints.at(line, called + " has the same " + kind + " as " + other);
        }
    }

    private static Optional<String> word(Node node) {
        return node instanceof ScalarNode scalar && !YamlDocument.isNull(scalar)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** Bounds of the poll settings, of the fleet and of one battery. */
    static final class Limits {
        static final Kind<Duration> INTERVAL =
                Kinds.duration(Duration.ofSeconds(2), Duration.ofHours(24));
        static final Kind<Duration> SLOW_INTERVAL =
                Kinds.duration(Duration.ofSeconds(2), Duration.ofHours(24));
        static final Kind<Duration> GAP =
                Kinds.duration(Duration.ofMillis(200), Duration.ofMinutes(5));
        static final Kind<Duration> TIMEOUT =
                Kinds.duration(Duration.ofSeconds(2), Duration.ofMinutes(2));
        static final Kind<Integer> RETRIES = Kinds.integer(0, 5);

        private Limits() {}
    }
}
