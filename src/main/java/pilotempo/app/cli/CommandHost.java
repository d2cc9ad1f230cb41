package pilotempo.app.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Where a command runs: alone, or inside the running program on behalf of a client. */
public interface CommandHost {
    /** The user's standard output; UTF-8. */
    OutputStream out();

    /** The user's standard error. */
    PrintWriter err();

    /** Relative paths start here. */
    Path workingFolder();

    /** Runs a task on the desk; opened and closed around it where no program runs. */
    int withDesk(CommonOptions options, DeskTask task) throws Exception;

    /** Polls and records until told to end. */
    int collect(CommonOptions options) throws Exception;

    /** Opens the window and returns when it is closed. */
    int window(WindowRequest request) throws Exception;

    /** Blocks until the program is told to end. */
    void awaitEnd() throws InterruptedException;

    /** A task on an open desk; returns the exit code. */
    @FunctionalInterface
    interface DeskTask {
        /** Runs it. */
        int run(OpenDesk desk) throws Exception;
    }
}
