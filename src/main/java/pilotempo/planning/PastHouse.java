package pilotempo.planning;

import java.time.Instant;
import java.util.OptionalDouble;

/** What a house took from the grid in the past, as it would have been without batteries. */
public interface PastHouse {
    /**
     * Import less export in a quarter of an hour without batteries, Wh.
     *
     * @param begin of the quarter
     * @return empty = not known
     */
    OptionalDouble netWh(Instant begin);

    /** Whether it was measured; else it is invented. */
    boolean recorded();
}
