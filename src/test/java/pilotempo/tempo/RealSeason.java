package pilotempo.tempo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Real seasons from the fixtures, as colour books that tests may tear pages out of. */
public final class RealSeason implements ColourBook {
    private final NavigableMap<LocalDate, TempoColour> colours = new TreeMap<>();

    /** Every day of a complete season. */
    public static RealSeason of(String label) {
        var book = new RealSeason();
        var season = TempoSeason.parse(label).orElseThrow();
        season.firstDay()
                .datesUntil(season.lastDay().plusDays(1))
                .forEach(day -> book.colours.put(day, TempoColour.BLUE));
        try (var file =
                RealSeason.class.getResourceAsStream(
                        "/pilotempo/tempo/season-" + label + ".json")) {
            JsonNode told = new ObjectMapper().readTree(file);
            told.get("red")
                    .forEach(
                            day ->
                                    book.colours.put(
                                            LocalDate.parse(day.asText()), TempoColour.RED));
            told.get("white")
                    .forEach(
                            day ->
                                    book.colours.put(
                                            LocalDate.parse(day.asText()), TempoColour.WHITE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return book;
    }

    /** A day more. */
    public RealSeason with(LocalDate day, TempoColour colour) {
        colours.put(day, colour);
        return this;
    }

    /** A day torn out. */
    public RealSeason without(LocalDate day) {
        colours.remove(day);
        return this;
    }

    /** Nothing known after a day. */
    public RealSeason knownUntil(LocalDate last) {
        colours.tailMap(last, false).clear();
        return this;
    }

    /** The colours themselves. */
    public NavigableMap<LocalDate, TempoColour> colours() {
        return colours;
    }

    @Override
    public DayColour day(LocalDate date) {
        var colour = colours.get(date);
        return colour == null
                ? DayColour.unknown(date)
                : new DayColour(date, colour, DayColour.Status.CONFIRMED, "public", Instant.EPOCH);
    }

    @Override
    public List<DayColour> season(TempoSeason season) {
        return colours.subMap(season.firstDay(), true, season.lastDay(), true).keySet().stream()
                .map(this::day)
                .toList();
    }
}
