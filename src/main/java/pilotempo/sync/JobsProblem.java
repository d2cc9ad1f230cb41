package pilotempo.sync;

/**
 * What is wrong with the jobs by which the server rolls up and compresses. Readings arrive all the
 * same.
 *
 * @param kind for those who say it in words of their own
 * @param jobs how many are not well; 0 where that can't be told
 * @param name of the first of them; empty where there is none
 * @param failures how often the first failed
 * @param runHere whether Pilotempo runs them meanwhile
 * @param sentence in English, one line with the way out
 * @param detail what the server said; may be empty
 */
public record JobsProblem(
        Kind kind,
        int jobs,
        String name,
        long failures,
        boolean runHere,
        String sentence,
        String detail) {
    /** What is wrong. */
    public enum Kind {
        /** The last run failed. */
        FAILED,
        /** Made long ago, and never run. */
        NEVER_RAN,
        /** Due long ago. */
        OVERDUE,
        /** They can't be looked after. */
        OUT_OF_REACH
    }
}
