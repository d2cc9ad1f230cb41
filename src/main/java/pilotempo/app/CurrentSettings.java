package pilotempo.app;

import pilotempo.engine.Refused;
import pilotempo.engine.Refused.Problem;
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
            throw refused(problem);
        }
    }

    private static Refused refused(SettingsProblem problem) {
        var why =
                switch (problem.kind()) {
                    case WRONG -> Problem.SETTINGS_WRONG;
                    case SET_BY_VARIABLE -> Problem.SET_BY_VARIABLE;
                    case READ_ONLY -> Problem.FILE_READ_ONLY;
                    case MOUNTED_ALONE -> Problem.FILE_MOUNTED_ALONE;
                    case DISK_FULL -> Problem.DISK_FULL;
                    case UNWRITABLE -> Problem.FILE_UNWRITABLE;
                };
        var sentence = String.valueOf(problem.getMessage());
        return problem.args().isEmpty()
                ? new Refused(why, sentence, sentence)
                : new Refused(why, sentence, problem.args().toArray(String[]::new));
    }
}
