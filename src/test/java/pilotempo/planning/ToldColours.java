package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/** Colours as they become known: each at 11:00 of the day before, unless a test says otherwise. */
final class ToldColours implements ColourBook {
    private final Map<LocalDate, List<Told>> told = new HashMap<>();
    private Instant now = Instant.MIN;

    private record Told(Instant at, DayColour colour) {}

    /** Every colour in time. */
    static ToldColours inTime(Map<LocalDate, TempoColour> colours) {
        var book = new ToldColours();
        colours.forEach((day, colour) -> book.tell(day, colour, Duration.ZERO));
        return book;
    }

    /** Told that long after 11:00 of the day before; replaces what was to be told at 11:00. */
    ToldColours late(LocalDate day, TempoColour colour, Duration late) {
        told.remove(day);
        return tell(day, colour, late);
    }

    /** Told anew that long after 11:00 of the day before. */
    ToldColours tell(LocalDate day, TempoColour colour, Duration late) {
        var at = Scene.CLOCK.at(day.minusDays(1), LocalTime.of(11, 0)).plus(late);
        var status = Status.CONFIRMED;
        var list = told.computeIfAbsent(day, _ -> new ArrayList<>());
        list.add(new Told(at, new DayColour(day, colour, status, "public", at)));
        list.sort(Comparator.comparing(Told::at));
        return this;
    }

    ToldColours never(LocalDate day) {
        told.remove(day);
        return this;
    }

    /** It is now that late. */
    void at(Instant instant) {
        now = instant;
    }

    @Override
    public DayColour day(LocalDate date) {
        return told.getOrDefault(date, List.of()).stream()
                .filter(colour -> !colour.at().isAfter(now))
                .map(Told::colour)
                .reduce(DayColour.unknown(date), (_, later) -> later);
    }

    @Override
    public List<DayColour> season(TempoSeason season) {
        return season.firstDay()
                .datesUntil(season.lastDay().plusDays(1))
                .map(this::day)
                .filter(day -> day.colour() != null)
                .toList();
    }
}
