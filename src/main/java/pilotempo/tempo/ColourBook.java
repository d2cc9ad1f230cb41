package pilotempo.tempo;

import java.time.LocalDate;
import java.util.List;

/** All colours known, readable at any moment without waiting for a network. */
public interface ColourBook {
    /** What is known of a day; {@link DayColour#unknown} where nothing is. */
    DayColour day(LocalDate date);

    /** Every day of the season that is known, in order of date. */
    List<DayColour> season(TempoSeason season);
}
