package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;

/**
 * How a dear day is prepared.
 *
 * @param day the day that is charged for
 * @param colour its colour
 * @param reachable batteries that answer
 * @param batteries batteries in all
 * @param unable batteries that a plan can't steer, or that a person has taken over; nothing else
 *     speaks of them
 * @param missingWh energy to be charged until the target; null where a level is unknown
 * @param needs how long that takes at the power planned; null where unknown
 * @param roomW what all charging together may draw
 * @param powerW what all charging together will draw at most
 * @param begins when charging begins; null when there is none
 * @param fits whether all that the plan steers reach the target before the night ends
 */
public record Readiness(
        LocalDate day,
        TempoColour colour,
        int reachable,
        int batteries,
        int unable,
        @Nullable Double missingWh,
        @Nullable Duration needs,
        int roomW,
        int powerW,
        @Nullable Instant begins,
        boolean fits) {}
