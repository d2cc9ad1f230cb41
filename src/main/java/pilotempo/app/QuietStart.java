package pilotempo.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Keeps Logback silent until {@link Logging#start}: nothing is printed before the settings are
 * known. Found by Logback as a service; a configuration file on the class path (in tests) goes
 * first, Logback's own fall-back to the console never comes.
 */
@ConfiguratorRank(-5)
public final class QuietStart extends ContextAwareBase implements Configurator {
    /** For Logback. */
    public QuietStart() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
