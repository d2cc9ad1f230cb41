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

    /**
     * Writes what the program changed: into the file as it is on disk now, keeping what else stands
     * there, comments too; atomically and readable by its owner alone. Nothing that came from the
     * environment is written.
     *
     * @param loaded what was loaded before the change
     * @param after the settings wanted
     * @return the settings as they are now
     * @throws SettingsProblem one line: a variable holds what was changed, the file is broken or
     *     can't be written, or a wanted value is not right. The file is then as before
     */
    public static synchronized LoadedSettings save(
            LoadedSettings loaded, Settings after, Map<String, String> environment)
            throws SettingsProblem {
        var change = new SettingsChange(loaded.settings(), after);
        if (change.isEmpty()) {
            return loaded;
        }
        for (var path : change.paths()) {
            var variable = Variables.nameIn(path, environment);
            if (variable.isPresent()) {
                throw new SettingsProblem(
                        SettingsProblem.Kind.SET_BY_VARIABLE,
                        path + " is set by the variable " + variable.get() + ": change it there",
                        path,
                        variable.get());
            }
        }
        var places = Places.here(environment);
        var file = loaded.file().or(places::namedConfig).orElse(places.config());
        var text = SettingsSource.read(file).orElse("");
        boolean windows = text.contains("\r\n");
        var changed = change.applyTo(text.replace("\r\n", "\n"), file.toString());
        AtomicFile.write(file, windows ? changed.replace("\n", "\r\n") : changed);
        return load(Optional.of(file), environment);
    }

    /** The variable that holds a setting, as "database.password"; empty when none does. */
    public static Optional<String> variableOf(String path, Map<String, String> environment) {
        return Variables.nameIn(path, environment);
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
