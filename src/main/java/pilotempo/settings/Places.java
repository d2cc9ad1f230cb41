package pilotempo.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie when the command line doesn't say. Linux and others: the XDG folders ({@code
 * ~/.config/pilotempo}, {@code ~/.local/share/pilotempo}); macOS: {@code ~/Library/Application
 * Support/Pilotempo}; Windows: {@code %APPDATA%\Pilotempo} and {@code %LOCALAPPDATA%\Pilotempo}.
 *
 * @param namedConfig settings file named by {@code PILOTEMPO_CONFIG}; it has to exist
 * @param config default settings file; it may be absent
 * @param data data folder, by {@code PILOTEMPO_DATA} or the default
 */
public record Places(Optional<Path> namedConfig, Path config, Path data) {
    private static final String FILE = "pilotempo.yaml";

    /** The places on this machine for this user. */
    public static Places here(Map<String, String> environment) {
        return of(
                environment,
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")));
    }

    static Places of(Map<String, String> environment, String system, Path home) {
        var os = system.toLowerCase(Locale.ROOT);
        Path config;
        Path data;
        if (os.startsWith("windows")) {
            config = folder(environment, "APPDATA", home.resolve("AppData/Roaming"), "Pilotempo");
            data = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"), "Pilotempo");
        } else if (os.startsWith("mac")) {
            config = home.resolve("Library/Application Support/Pilotempo");
            data = config;
        } else {
            config = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"), "pilotempo");
            data = folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"), "pilotempo");
        }
        return new Places(
                set(environment, "PILOTEMPO_CONFIG").map(Path::of),
                config.resolve(FILE),
                set(environment, "PILOTEMPO_DATA").map(Path::of).orElse(data));
    }

    /** A relative base is invalid by the XDG specification and is ignored. */
    private static Path folder(
            Map<String, String> environment, String variable, Path otherwise, String name) {
        return set(environment, variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise)
                .resolve(name);
    }

    private static Optional<String> set(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
    }
}
