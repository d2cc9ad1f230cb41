package pilotempo.engine;

import java.util.List;

/**
 * Something asked of the engine can't be done. The message is an English sentence, why and what to
 * do; a window says it in its own words.
 */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final String[] args;

    /** Why it can't be done. */
    public enum Problem {
        /** No strategy has that word; args: the word, those there are. */
        UNKNOWN_STRATEGY,
        /** A season to come; args: its label. */
        SEASON_NOT_BEGUN,
        /** No day of a season has a known colour; args: its label. */
        COLOURS_UNKNOWN,
        /** No day of a season has a known price; args: its label. */
        PRICES_UNKNOWN,
        /** An environment variable holds the setting; args: setting, variable. */
        SET_BY_VARIABLE,
        /** The settings' file is in a folder that is read-only; args: file. */
        FILE_READ_ONLY,
        /** The settings' file is mounted by itself and can't be replaced; args: file. */
        FILE_MOUNTED_ALONE,
        /** The disk of the settings' file is full; args: file. */
        DISK_FULL,
        /** The settings' file can't be written for another reason; args: file. */
        FILE_UNWRITABLE,
        /** The settings' file, or a value wanted, is wrong; args: the English sentence. */
        SETTINGS_WRONG
    }

    /** With the English sentence, and what a window needs to say it in its own words. */
    public Refused(Problem problem, String sentence, String... args) {
        super(sentence);
        this.problem = problem;
        this.args = args.clone();
    }

    /** Why it can't be done. */
    public Problem problem() {
        return problem;
    }

    /** What its sentence needs, in the order told at {@link Problem}. */
    public List<String> args() {
        return List.of(args);
    }
}
