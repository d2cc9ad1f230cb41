package pilotempo.tempo.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;

/** Tells which days are worth asking for: of the running season, those not known for sure. */
final class MissingDays {
    /** A past day that a source did not know is not asked for again for so long. */
    private static final Duration REST = Duration.ofHours(20);

    private final TempoClock clock;
    private final ColourBook book;
    private final Map<LocalDate, Instant> askedInVain = new ConcurrentHashMap<>();
    private volatile Instant tomorrowTold = Instant.MIN;

    MissingDays(TempoClock clock, ColourBook book) {
        this.clock = clock;
        this.book = book;
    }

    /**
     * The days to ask for now.
     *
     * @param tomorrowFrom the local time from which tomorrow is one of them
     */
    NavigableSet<LocalDate> at(Instant now, LocalTime tomorrowFrom) {
        var local = clock.local(now);
        var today = local.toLocalDate();
        var running = clock.dayOf(now);
        var missing = unsure(TempoSeason.of(running).firstDay(), today);
        missing.removeIf(day -> day.isBefore(running) && rests(day, now));

        var tomorrow = today.plusDays(1);
        var time = local.toLocalTime();
        boolean askTomorrow =
                switch (book.day(tomorrow).status()) {
                    case UNKNOWN -> !time.isBefore(tomorrowFrom);
                    case PROVISIONAL -> !time.isBefore(ToldColour.BINDING);
                    case CONFIRMED -> mayHaveChanged(tomorrow, now);
                };
        if (askTomorrow) {
            missing.add(tomorrow);
        }
        return missing;
    }

    private boolean mayHaveChanged(LocalDate tomorrow, Instant now) {
        var local = clock.local(now);
        var told = Objects.requireNonNullElse(book.day(tomorrow).fetchedAt(), Instant.MIN);
        return AskingTimes.mayBeRed(tomorrow)
                && AskingTimes.lastCheck(local.toLocalTime())
                        .map(check -> clock.at(local.toLocalDate(), check))
                        .filter(since -> told.isBefore(since) && tomorrowTold.isBefore(since))
                        .isPresent();
    }

    /** Remembers that a source has told of tomorrow, be it the same as before. */
    void tomorrowTold(Instant now) {
        tomorrowTold = now;
    }

    /** The days of a season that have no sure colour though somebody may know it. */
    NavigableSet<LocalDate> of(TempoSeason season, Instant now) {
        var first = season.firstDay();
        var today = clock.local(now).toLocalDate();
        var missing =
                unsure(
                        first.isBefore(ColourCache.FIRST) ? ColourCache.FIRST : first,
                        today.isBefore(season.lastDay()) ? today : season.lastDay());
        var running = clock.dayOf(now);
        missing.removeIf(day -> day.isBefore(running) && rests(day, now));
        return missing;
    }

    /** Remembers days that a source was asked for and did not know. */
    void askedInVain(NavigableSet<LocalDate> days, Instant now) {
        days.forEach(day -> askedInVain.put(day, now));
    }

    private boolean rests(LocalDate day, Instant now) {
        var asked = askedInVain.get(day);
        return asked != null && Duration.between(asked, now).compareTo(REST) < 0;
    }

    private NavigableSet<LocalDate> unsure(LocalDate from, LocalDate last) {
        var unsure = new TreeSet<LocalDate>();
        for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
            if (book.day(day).status() != Status.CONFIRMED) {
                unsure.add(day);
            }
        }
        return unsure;
    }
}
