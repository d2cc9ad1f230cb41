package pilotempo.control;

import java.util.List;

/** An order that can't be given; nothing was sent. The message says why and what is possible. */
public final class BadOrder extends Exception {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final String[] args;

    /** What is wrong with an order. */
    public enum Problem {
        /** No battery of that id; args: id, the ids there are. */
        UNKNOWN_BATTERY,
        /** More power than it can; args: wanted W, limit W. */
        TOO_MUCH_POWER,
        /** It has no such slot; args: number, slots. */
        NO_SUCH_SLOT,
        /** Its firmware does not know that; args: passive, ups, depth or light. */
        NOT_SUPPORTED
    }

    /** With the English sentence, and what a window needs to say it in its own words. */
    public BadOrder(Problem problem, String sentence, String... args) {
        super(sentence);
        this.problem = problem;
        this.args = args.clone();
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** What its sentence needs, in the order told at {@link Problem}. */
    public List<String> args() {
        return List.of(args);
    }
}
