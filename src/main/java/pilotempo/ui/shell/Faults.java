package pilotempo.ui.shell;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bugs that reach the FX thread's end: each is logged once, and shown with a short code that finds
 * it in the log.
 */
final class Faults implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Consumer<String> show;
    private final Set<String> seen = new HashSet<>();

    Faults(Consumer<String> show) {
        this.show = show;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        var code = code(fault);
        if (seen.add(code)) {
            LOG.error("Unexpected error {} in the window", code, fault);
        }
        show.accept(code);
    }

    /** The same for the same kind of error at the same place. */
    static String code(Throwable fault) {
        var root = fault;
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        int hash = root.getClass().getName().hashCode();
        for (var frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("pilotempo.")) {
                hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
                break;
            }
        }
        return String.format(Locale.ROOT, "P-%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
    }
}
