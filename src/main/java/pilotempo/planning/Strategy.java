package pilotempo.planning;

/**
 * Decides what batteries do. One class a strategy; stateless, so that a restart changes nothing.
 */
public interface Strategy {
    /** Its word in the settings, {@code tempo}. */
    String name();

    /** What is to be done from {@link Situation#at} on, for the next 36 hours. */
    Plan plan(Situation situation);
}
