package pilotempo.settings;

import java.util.List;

/**
 * The settings can't be used or written. The message is one line for the user: where (file and line
 * number, or variable), what, and the way out. It never holds a secret.
 */
public final class SettingsProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String[] args;

    /** What is wrong. */
    public enum Kind {
        /** A file or a value; only the message says which. */
        WRONG,
        /** A variable holds what was to be changed; args: setting, variable. */
        SET_BY_VARIABLE,
        /** The file's folder is read-only; args: file. */
        READ_ONLY,
        /** The file is mounted by itself and can't be replaced; args: file. */
        MOUNTED_ALONE,
        /** The disk is full; args: file. */
        DISK_FULL,
        /** The file can't be written for another reason; args: file. */
        UNWRITABLE
    }

    /** With the line to show. */
    public SettingsProblem(String message) {
        this(Kind.WRONG, message);
    }

    /** With the line to show, and what a window needs to say it in its own words. */
    SettingsProblem(Kind kind, String message, String... args) {
        super(message);
        this.kind = kind;
        this.args = args.clone();
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What belongs to it, in the order told at {@link Kind}. */
    public List<String> args() {
        return List.of(args);
    }
}
