package pilotempo.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Section {@code logging}.
 *
 * @param level least level logged
 * @param format JSON lines, text, or by what runs
 * @param file log file; absent = {@code pilotempo.log} in the data folder
 */
public record LoggingSettings(Level level, Format format, Optional<Path> file) {
    /** Levels. */
    public enum Level {
        /** Failures only. */
        ERROR,
        /** Someone may have to act. */
        WARN,
        /** A person would want to know. */
        INFO,
        /** Every datagram. */
        DEBUG,
        /** Everything. */
        TRACE
    }

    /** Shapes of a line. */
    public enum Format {
        /** JSON for a collector that is not at a terminal, text otherwise. */
        AUTO,
        /** JSON lines. */
        JSON,
        /** Readable text. */
        TEXT
    }

    /** What holds when nothing is set. */
    public static final LoggingSettings DEFAULT =
            new LoggingSettings(Level.INFO, Format.AUTO, Optional.empty());
}
