package pilotempo.cost;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;

/**
 * One Tempo day.
 *
 * @param day its date
 * @param colour null = unknown
 * @param line its sums
 */
record DayLine(LocalDate day, @Nullable TempoColour colour, CostReport.Line line) {
    /** Whether its money is known. */
    boolean priced() {
        return line.all().saved() != null;
    }
}
