package pilotempo.app.cli;

import org.jspecify.annotations.Nullable;

/** A command can't go on: one line for the user, with the way out, and the exit code. */
public final class CommandProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandProblem(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It was tried and did not work: exit 1. */
    public static CommandProblem failed(@Nullable String message) {
        return new CommandProblem(1, String.valueOf(message));
    }

    /** Wrong usage, settings or a refused value: exit 2. */
    public static CommandProblem wrong(@Nullable String message) {
        return new CommandProblem(2, String.valueOf(message));
    }

    /** 1 or 2. */
    public int exitCode() {
        return exitCode;
    }
}
