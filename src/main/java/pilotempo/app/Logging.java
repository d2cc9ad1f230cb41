package pilotempo.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.settings.LoggingSettings;
import pilotempo.settings.LoggingSettings.Format;

/** Sets the log up, in code. Before {@link #start} nothing is logged anywhere. */
public final class Logging {
    /** Where the log goes. */
    public enum Target {
        /** Standard output, and the file only where the settings name one. */
        COLLECT,
        /** Only the file. */
        FILE
    }

    /** Control characters in what devices send must not forge lines. */
    private static final String LINE =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %-10X{battery:--} %logger{0}:"
                    + " %replace(%msg){'[\\r\\n]+', ' '}%n";

    private static final String FILE = "pilotempo.log";
    private static final int FILES = 3;
    private static final long FILE_BYTES = 5L << 20;

    private Logging() {}

    /**
     * Starts logging; a second start replaces the first.
     *
     * @param dataFolder where {@code pilotempo.log} goes, three files of 5 MB at most
     */
    public static void start(LoggingSettings settings, Path dataFolder, Target target) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            configure(context, settings, dataFolder, target, isAtTerminal());
        }
    }

    /** Writes what is waiting and ends logging. */
    public static void stop() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }

    /** Java 25 gives no console again where there is no terminal; 22 to 24 gave one always. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAtTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    static void configure(
            LoggerContext context,
            LoggingSettings settings,
            Path dataFolder,
            Target target,
            boolean terminal) {
        context.reset();
        var nobody = new NopStatusListener();
        context.getStatusManager().add(nobody);
        boolean json =
                settings.format() == Format.JSON
                        || (settings.format() == Format.AUTO
                                && target == Target.COLLECT
                                && !terminal);
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        var level = Level.toLevel(settings.level().name());
        root.setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
        context.getLogger("pilotempo").setLevel(level);
        if (target == Target.COLLECT) {
            root.addAppender(console(context, json));
        }
        if (target == Target.FILE || settings.file().isPresent()) {
            var file = settings.file().orElse(dataFolder.resolve(FILE));
            root.addAppender(file(context, file, settings.format() == Format.JSON));
        }
    }

    private static Appender<ILoggingEvent> console(LoggerContext context, boolean json) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("console");
        appender.setEncoder(encoder(context, json));
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> file(LoggerContext context, Path file, boolean json) {
        var path = file.toAbsolutePath().toString();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(path);
        appender.setEncoder(encoder(context, json));

        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(path + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(FILES - 1);
        rolling.start();
        appender.setRollingPolicy(rolling);

        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_BYTES));
        size.setCheckIncrement(Duration.buildBySeconds(1));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
        Encoder<ILoggingEvent> encoder = json ? jsonLines() : textLines(context);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> textLines(LoggerContext context) {
        var text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setCharset(StandardCharsets.UTF_8);
        text.setPattern(LINE);
        return text;
    }

    private static Encoder<ILoggingEvent> jsonLines() {
        var json = new JsonEncoder();
        json.setWithFormattedMessage(true);
        json.setWithMessage(false);
        json.setWithArguments(false);
        json.setWithContext(false);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        return json;
    }
}
