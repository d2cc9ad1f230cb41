package pilotempo.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings file: one YAML file, environment over file. Thread-safe. */
public final class SettingsFile {
    private static final Duration UNWISE = Duration.ofSeconds(10);

    private SettingsFile() {}

    /**
     * Reads and checks the settings.
     *
     * @param file the file named on the command line, which has to exist; absent = the one of
     *     {@code PILOTEMPO_CONFIG}, which has to exist, or the one at the default place, which may
     *     be absent
     * @param environment variables, which win over the file
     * @throws SettingsProblem with the first problem in one line
     */
    public static LoadedSettings load(Optional<Path> file, Map<String, String> environment)
            throws SettingsProblem {
        var places = Places.here(environment);
        var named = file.or(places::namedConfig);
        var path = named.orElse(places.config());
        var text = SettingsSource.read(path);
        if (text.isEmpty() && named.isPresent()) {
            throw new SettingsProblem(path + ": there is no such file");
        }
        var variables = Variables.of(environment);
        var settings = SettingsReader.read(text.orElse(""), path.toString(), variables);
        return new LoadedSettings(
                settings, text.map(found -> path), warnings(settings), variables.unknown());
    }

    private static List<String> warnings(Settings settings) {
        var warnings = new ArrayList<String>();
        settings.poll().interval().ifPresent(own -> warn("poll.interval", own, warnings));
        for (var battery : settings.batteries()) {
            battery.interval()
                    .ifPresent(
                            own ->
                                    warn(
                                            "poll.interval of battery '" + battery.id() + "'",
                                            own,
                                            warnings));
        }
        return warnings;
    }

    private static void warn(String subject, Duration interval, List<String> warnings) {
        if (interval.compareTo(UNWISE) < 0) {
            warnings.add(
                    subject
                            + " is "
                            + Kinds.written(interval)
                            + ": below 10s a battery may drop its meter or its API");
        }
    }
}
