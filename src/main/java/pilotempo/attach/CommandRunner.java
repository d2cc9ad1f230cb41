package pilotempo.attach;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Runs one command line inside the running program. Called from several threads at once. */
@FunctionalInterface
public interface CommandRunner {
    /**
     * Runs a command line to its end.
     *
     * @param workingFolder the client's; relative paths in the arguments are meant from there
     * @param args the command line, {@link AttachClient#SHOW} among them
     * @param out what goes to the client's standard output
     * @param err what goes to the client's standard error
     * @return the exit code
     * @throws InterruptedException the client went away, or the program ends
     */
    int run(Path workingFolder, List<String> args, OutputStream out, OutputStream err)
            throws InterruptedException;
}
