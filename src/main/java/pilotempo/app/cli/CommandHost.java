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

    /**
     * Runs a task on a data folder that no program uses; refused while one runs.
     *
     * @throws CommandProblem when a Pilotempo runs on it
     */
    int withFolder(CommonOptions options, FolderTask task) throws Exception;

    /** Polls and records until told to end. */
    int collect(CommonOptions options) throws Exception;

    /** Opens the window and returns when it is closed. */
    int window(WindowRequest request) throws Exception;

    /** Whether it was told to end: what fails from then on is nobody's business. */
    default boolean ending() {
        return false;
    }

    /** Blocks until the program is told to end. */
    void awaitEnd() throws InterruptedException;

    /** A task on a data folder; returns the exit code. */
    @FunctionalInterface
    interface FolderTask {
        /** Runs it. */
        int run(Path data) throws Exception;
    }

    /** A task on an open desk; returns the exit code. */
    @FunctionalInterface
    interface DeskTask {
        /** Runs it. */
        int run(OpenDesk desk) throws Exception;
    }
}
