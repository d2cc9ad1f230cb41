package pilotempo.tempo.source;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import pilotempo.tempo.DayColour;

/** A store that lasts as long as the test. */
final class MemoryColourStore implements ColourStore {
    final NavigableMap<LocalDate, DayColour> days = new ConcurrentSkipListMap<>();

    @Override
    public List<DayColour> load(LocalDate from, LocalDate to) {
        return List.copyOf(days.subMap(from, true, to, true).values());
    }

    @Override
    public void save(List<DayColour> told) {
        for (var day : told) {
            if (day.colour() == null) {
                throw new AssertionError("a day without a colour is stored: " + day);
            }
            days.put(day.date(), day);
        }
    }
}
