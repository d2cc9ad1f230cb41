package pilotempo.tempo.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoSeason;

/** All colours known, in memory, and each one learnt kept in the store. Readers never wait. */
final class ColourCache implements ColourBook {
    private static final Logger LOG = LoggerFactory.getLogger(ColourCache.class);

    /** The first day of which RTE has data. */
    static final LocalDate FIRST = LocalDate.of(2014, 9, 1);

    private final ColourStore store;
    private final ConcurrentNavigableMap<LocalDate, DayColour> days = new ConcurrentSkipListMap<>();

    ColourCache(ColourStore store, LocalDate today) {
        this.store = store;
        var nextSeason = new TempoSeason(TempoSeason.of(today).startYear() + 1);
        for (var day : store.load(FIRST, nextSeason.lastDay())) {
            if (day.colour() != null) {
                days.put(day.date(), day);
            }
        }
    }

    @Override
    public DayColour day(LocalDate date) {
        var day = days.get(date);
        return day == null ? DayColour.unknown(date) : day;
    }

    @Override
    public List<DayColour> season(TempoSeason season) {
        return List.copyOf(days.subMap(season.firstDay(), true, season.lastDay(), true).values());
    }

    /** When the newest of the colours known was told. */
    Optional<Instant> newest() {
        return days.values().stream()
                .map(DayColour::fetchedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** Takes what is better than what was known; says whether anything was. */
    synchronized boolean learn(List<DayColour> told) {
        var better = new ArrayList<DayColour>();
        for (var day : told) {
            if (isBetter(day, day(day.date()))) {
                days.put(day.date(), day);
                better.add(day);
            }
        }
        if (better.isEmpty()) {
            return false;
        }
        try {
            store.save(List.copyOf(better));
        } catch (RuntimeException broken) {
            LOG.warn("Tempo colours could not be stored; they are asked again next time", broken);
        }
        return true;
    }

    private static boolean isBetter(DayColour told, DayColour known) {
        if (told.colour() == null) {
            return false;
        }
        if (known.status() != Status.CONFIRMED) {
            return told.status() != known.status() || told.colour() != known.colour();
        }
        boolean weaker = "rte".equals(known.source()) && !"rte".equals(told.source());
        return told.status() == Status.CONFIRMED && told.colour() != known.colour() && !weaker;
    }
}
