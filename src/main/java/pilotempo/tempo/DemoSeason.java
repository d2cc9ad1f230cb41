package pilotempo.tempo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Invented colours that keep every rule of the contract, for the demonstration: any season, the
 * same again from the same seed, known up to tomorrow. Around one chosen date something happens:
 * that day is white and the next two are red where the rules let them. Thread-safe.
 */
public final class DemoSeason implements ColourBook {
    private static final LocalTime TOLD_AT = LocalTime.of(11, 5);

    private final long seed;
    private final LocalDate around;
    private final TempoClock clock;
    private final InstantSource now;
    private final Map<TempoSeason, NavigableMap<LocalDate, TempoColour>> invented =
            new ConcurrentHashMap<>();

    /**
     * A book of invented seasons.
     *
     * @param seed same seed, same seasons
     * @param around the date to make interesting
     * @param now decides what is known already
     */
    public DemoSeason(long seed, LocalDate around, TempoClock clock, InstantSource now) {
        this.seed = seed;
        this.around = around;
        this.clock = clock;
        this.now = now;
    }

    @Override
    public DayColour day(LocalDate date) {
        if (date.isAfter(tomorrow())) {
            return DayColour.unknown(date);
        }
        var colour = colours(TempoSeason.of(date)).get(date);
        return colour == null ? DayColour.unknown(date) : told(date, colour);
    }

    @Override
    public List<DayColour> season(TempoSeason season) {
        return colours(season).headMap(tomorrow(), true).entrySet().stream()
                .map(day -> told(day.getKey(), day.getValue()))
                .toList();
    }

    private NavigableMap<LocalDate, TempoColour> colours(TempoSeason season) {
        return invented.computeIfAbsent(season, it -> InventedWinter.colours(it, seed, around));
    }

    private LocalDate tomorrow() {
        return clock.local(now.instant()).toLocalDate().plusDays(1);
    }

    private DayColour told(LocalDate date, TempoColour colour) {
        Instant when = clock.at(date.minusDays(1), TOLD_AT);
        return new DayColour(date, colour, DayColour.Status.CONFIRMED, "demo", when);
    }
}
