package pilotempo.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings and what there is to say about them.
 *
 * @param settings file and environment, checked
 * @param file the file that was read; absent = there is none yet, at the default place
 * @param warnings what is allowed but unwise, a sentence each
 * @param unknownVariables names of {@code PILOTEMPO_} variables that mean nothing, sorted
 */
public record LoadedSettings(
        Settings settings,
        Optional<Path> file,
        List<String> warnings,
        List<String> unknownVariables) {
    /** Copies the lists. */
    public LoadedSettings {
        warnings = List.copyOf(warnings);
        unknownVariables = List.copyOf(unknownVariables);
    }
}
