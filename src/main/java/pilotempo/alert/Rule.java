package pilotempo.alert;

import java.util.List;

/** One thing to watch over. Asked on one thread. */
interface Rule {
    /** What it tells. */
    AlertKind kind();

    /**
     * Whether it can say nothing as long as this run has no plan yet, or doubts the clock: its
     * episodes then stay as they are.
     */
    default boolean waitsForPlan() {
        return false;
    }

    /**
     * Looks at the world. Every subject it knows is in the answer; an episode of a subject that is
     * not is over without a word.
     */
    List<Sighting> look(Look look);
}
