package pilotempo.settings;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.settings.TempoSettings.OwnPrice;

/** Writes a settings file from nothing: only what differs from the defaults. */
final class YamlWriter {
    private YamlWriter() {}

    static String whole(
            Map<String, String> all, List<BatterySettings> batteries, List<OwnPrice> prices) {
        var text = new StringBuilder("# Written by Pilotempo. All keys: docs/settings.md\n");
        text.append(batteries(batteries));
        var values = new LinkedHashMap<>(all);
        values.entrySet().removeAll(SettingsText.of(Settings.DEFAULT).entrySet());
        if (!prices.isEmpty()) {
            values.put(
                    SettingsKeys.PRICES,
                    prices.stream()
                            .map(row -> "\n    - " + SettingsText.of(row))
                            .collect(Collectors.joining()));
        }
        group("", values, "", text);
        return text.toString();
    }

    /** The section of the batteries; empty when there is none. */
    static String batteries(List<BatterySettings> batteries) {
        return batteries.isEmpty()
                ? ""
                : batteries.stream()
                        .map(battery -> "  - " + YamlWriter.battery(battery) + "\n")
                        .collect(Collectors.joining("", SettingsKeys.BATTERIES + ":\n", ""));
    }

    /** One battery as a flow mapping. */
    static String battery(BatterySettings battery) {
        var values = SettingsText.of(battery);
        values.values().removeIf(String::isEmpty);
        var poll =
                values.entrySet().stream()
                        .filter(own -> own.getKey().startsWith("poll."))
                        .map(own -> own.getKey().substring(5) + ": " + own.getValue())
                        .collect(Collectors.joining(", "));
        values.keySet().removeIf(key -> key.startsWith("poll."));
        if (!poll.isEmpty()) {
            values.put("poll", "{" + poll + "}");
        }
        return values.entrySet().stream()
                .map(own -> own.getKey() + ": " + own.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Writes the values under a prefix, each group once. */
    private static void group(
            String prefix, Map<String, String> values, String indent, StringBuilder text) {
        Set<String> written = new HashSet<>();
        for (var path : values.keySet()) {
            if (path.startsWith(prefix)) {
                int dot = path.indexOf('.', prefix.length());
                var name = path.substring(prefix.length(), dot < 0 ? path.length() : dot);
                if (!written.add(name)) {
                    continue;
                }
                text.append(indent).append(name).append(':');
                if (dot < 0) {
                    var value = values.getOrDefault(path, "");
                    text.append(value.startsWith("\n") ? "" : " ").append(value).append('\n');
                } else {
                    text.append('\n');
                    group(prefix + name + ".", values, indent + "  ", text);
                }
            }
        }
    }
}
