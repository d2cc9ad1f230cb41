package pilotempo.tempo.source;

import java.time.LocalDate;
import java.util.List;
import pilotempo.tempo.DayColour;

/**
 * Where fetched colours are kept, so that a start without network shows what was known. Implemented
 * by {@code history}.
 */
public interface ColourStore {
    /** Everything stored from {@code from} to {@code to}, both inclusive, in order of date. */
    List<DayColour> load(LocalDate from, LocalDate to);

    /**
     * Stores days; each replaces what was stored for its date. A day without a colour is never
     * stored.
     */
    void save(List<DayColour> days);
}
