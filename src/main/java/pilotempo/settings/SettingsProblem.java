package pilotempo.settings;

/**
 * The settings can't be used or written. The message is one line for the user: where (file and line
 * number, or variable), what, and the way out. It never holds a secret.
 */
public final class SettingsProblem extends Exception {
    private static final long serialVersionUID = 1;

    /** With the line to show. */
    public SettingsProblem(String message) {
        super(message);
    }
}
