package pilotempo.app;

import java.nio.file.Path;
import pilotempo.settings.LoggingSettings;

final class Logging {
    private Logging() {}

    enum Target {
        COLLECT,
        FILE
    }

    static void start(LoggingSettings unusedSettings, Path unusedData, Target unusedTarget) {}
}
