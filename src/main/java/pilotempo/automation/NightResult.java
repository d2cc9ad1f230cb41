package pilotempo.automation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import pilotempo.tempo.TempoColour;

/**
 * What a night before a dear day came to, at 06:00.
 *
 * @param day the day that was charged for
 * @param colour its colour
 * @param targetSocPct where the batteries were to be
 * @param levels level at 06:00 by battery id; a battery without a known level is missing
 * @param belowTarget ids of batteries below their target
 */
public record NightResult(
        LocalDate day,
        TempoColour colour,
        int targetSocPct,
        Map<String, Integer> levels,
        Set<String> belowTarget) {
    /** Copies. */
    public NightResult {
        levels = Map.copyOf(levels);
        belowTarget = Set.copyOf(belowTarget);
    }
}
