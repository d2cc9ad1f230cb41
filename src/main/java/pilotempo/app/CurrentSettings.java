package pilotempo.app;

import pilotempo.engine.Refused;
import pilotempo.settings.LoadedSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.SettingsFile;
import pilotempo.settings.SettingsProblem;

/** The settings as they are now, in the file too. Thread-safe. */
final class CurrentSettings {
    private volatile LoadedSettings loaded;

    CurrentSettings(LoadedSettings loaded) {
        this.loaded = loaded;
    }

    LoadedSettings loaded() {
        return loaded;
    }

    /** Writes the difference to the file they came from. */
    synchronized void write(Settings after) throws Refused {
        try {
            loaded = SettingsFile.save(loaded, after, System.getenv());
        } catch (SettingsProblem problem) {
            throw new Refused(problem.getMessage());
        }
    }
}
