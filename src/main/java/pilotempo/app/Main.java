package pilotempo.app;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of the program. It alone is compiled for Java 17, so that an older Java answers
 * in words instead of with an error about class files.
 */
public final class Main {
    private static final int NEEDED = 25;

    private Main() {}

    /** Starts Pilotempo with the given command line; ends with code 2 on a Java that is too old. */
    public static void main(String[] args) throws ReflectiveOperationException {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println(
                    "Pilotempo needs Java "
                            + NEEDED
                            + " or newer, this is Java "
                            + found
                            + ": install one (for example Temurin "
                            + NEEDED
                            + ") and run it with that java.");
            System.exit(2);
        }
        try {
            Class.forName("pilotempo.app.Launcher")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (failed.getCause() instanceof Error bug) {
                throw bug;
            }
            throw failed;
        }
    }
}
