package pilotempo.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings from the environment. An empty variable counts as absent: compose files pass those on.
 *
 * @param byPath values by the path of their setting
 * @param unknown {@code PILOTEMPO_} variables that mean nothing, sorted
 */
record Variables(Map<String, Value> byPath, List<String> unknown) {
    private static final String PREFIX = "PILOTEMPO_";

    /** Used by launch scripts and tests, not settings. */
    private static final Set<String> RESERVED = Set.of("PILOTEMPO_CONFIG", "PILOTEMPO_DATA");

    private static final List<String> RESERVED_PREFIXES =
            List.of("PILOTEMPO_JAVA_", "PILOTEMPO_TEST_");

    private static final Map<String, String> OWN_NAMES =
            Map.of(
                    "database.password", "POSTGRES_PASSWORD",
                    "telegram.bot-token", "MARSTEK_TELEGRAM_BOT_TOKEN",
                    "telegram.chat-id", "MARSTEK_TELEGRAM_CHAT_ID",
                    "tempo.contract-number", "MARSTEK_TEMPO_CONTRACT_NUMBER",
                    "tempo.rte.client-id", "MARSTEK_TEMPO_CLIENT_ID",
                    "tempo.rte.client-secret", "MARSTEK_TEMPO_CLIENT_SECRET");

    static final Variables NONE = new Variables(Map.of(), List.of());

    static Variables of(Map<String, String> environment) {
        var byPath = new LinkedHashMap<String, Value>();
        for (var path : SettingsKeys.SCALARS) {
            nameIn(path, environment)
                    .ifPresent(
                            name ->
                                    byPath.put(
                                            path,
                                            new Value(
                                                    name,
                                                    environment.getOrDefault(name, ""),
                                                    true,
                                                    0)));
        }
        return new Variables(byPath, unknownIn(environment));
    }

    /** All names a setting may have in the environment, the stronger first. */
    static List<String> namesOf(String path) {
        var names = new ArrayList<String>();
        names.add(PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        Optional.ofNullable(OWN_NAMES.get(path)).ifPresent(names::add);
        return names;
    }

    /** The variable that sets this setting. */
    static Optional<String> nameIn(String path, Map<String, String> environment) {
        return namesOf(path).stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    private static List<String> unknownIn(Map<String, String> environment) {
        var known = new ArrayList<String>();
        SettingsKeys.SCALARS.forEach(path -> known.addAll(namesOf(path)));
        return new TreeMap<>(environment)
                .keySet().stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .filter(name -> !known.contains(name) && !RESERVED.contains(name))
                        .filter(name -> RESERVED_PREFIXES.stream().noneMatch(name::startsWith))
                        .toList();
    }
}
