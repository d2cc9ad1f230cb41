package pilotempo.tempo.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Signal;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;

/**
 * Asks the sources in their order for what is missing, one attempt at a time: the next is asked
 * when one failed, or left out a few days that must have been published.
 */
final class ColourFetch {
    private static final Logger LOG = LoggerFactory.getLogger(ColourFetch.class);

    private static final int FEW_DAYS = 7;

    private final List<TempoSource> sources;
    private final ColourCache cache;
    private final MissingDays missing;
    private final AskingTimes times;
    private final ZoneId zone;
    private final TempoClock clock;
    private final Signal changes;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable ColourProblem problem;
    private volatile @Nullable Instant success;
    private volatile @Nullable TempoSource waitedFor;
    private volatile boolean attempted;

    ColourFetch(
            List<TempoSource> sources,
            ColourCache cache,
            MissingDays missing,
            AskingTimes times,
            ZoneId zone,
            Signal changes) {
        this.sources = List.copyOf(sources);
        this.cache = cache;
        this.missing = missing;
        this.times = times;
        this.zone = zone;
        this.clock = new TempoClock(zone);
        this.changes = changes;
        this.success = cache.newest().orElse(null);
    }

    /** Fills what is missing; asks nobody if nothing is. */
    void attempt(Instant now, LocalTime tomorrowFrom) throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            attempt(now, it -> missing.at(it, tomorrowFrom));
        } finally {
            attempted = true;
            oneAtATime.unlock();
        }
    }

    /**
     * Fills what is missing of a season. The running one is filled by the other kind of attempt,
     * with its patience: here it is at most waited for.
     */
    void attempt(Instant now, TempoSeason season) throws InterruptedException {
        boolean running = season.equals(TempoSeason.of(clock.dayOf(now)));
        attempt(now, it -> running && attempted ? new TreeSet<>() : missing.of(season, it));
    }

    /** Says that whoever is asked takes longer than somebody was willing to wait. */
    void late(Instant now) {
        var late = waitedFor;
        if (late != null
                && say(
                        new ColourProblem(
                                late.name(),
                                Kind.UNREACHABLE,
                                "There was no whole answer in time: check the network.",
                                now))) {
            changes.send();
        }
    }

    /** When to attempt next. */
    Instant next(Instant now) {
        var tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return times.next(
                now,
                !missing.at(now, AskingTimes.PUBLISHED).isEmpty(),
                cache.day(tomorrow).status() == Status.PROVISIONAL);
    }

    Optional<ColourProblem> problem() {
        return Optional.ofNullable(problem);
    }

    Optional<Instant> success() {
        return Optional.ofNullable(success);
    }

    private void attempt(Instant now, Function<Instant, NavigableSet<LocalDate>> wanted)
            throws InterruptedException {
        if (sources.isEmpty() || wanted.apply(now).isEmpty()) {
            return; // without waiting for a question that is under way
        }
        oneAtATime.lockInterruptibly();
        try {
            var days = wanted.apply(now);
            if (!days.isEmpty()) {
                ask(now, days);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void ask(Instant now, NavigableSet<LocalDate> days) throws InterruptedException {
        var round = new Round(now, days);
        boolean whole = false;
        try {
            for (var source : sources) {
                if (!days.isEmpty()) {
                    waitedFor = source;
                    round.ask(source);
                }
            }
            whole = true;
        } finally { // also when there was no time to wait for the last one
            waitedFor = null;
            times.asked(now, !round.answered);
            boolean tells = whole || round.problem != null;
            if ((tells && say(round.problem)) || round.better) {
                changes.send();
            }
        }
    }

    /** One attempt over the sources. */
    private final class Round {
        private final Instant now;
        private final LocalDate today;
        private final NavigableSet<LocalDate> days;
        private boolean answered;
        private boolean better;
        private @Nullable ColourProblem problem;

        Round(Instant now, NavigableSet<LocalDate> days) {
            this.now = now;
            this.today = now.atZone(zone).toLocalDate();
            this.days = days;
        }

        void ask(TempoSource source) throws InterruptedException {
            try {
                var told = source.colours(days.first(), days.last());
                better |= cache.learn(known(source, told));
                if (days.contains(today.plusDays(1))) {
                    missing.tomorrowTold(now);
                }
                told.forEach(day -> days.remove(day.date()));
                if (!told.isEmpty()) {
                    success = now;
                }
                if (days.contains(today)) {
                    complain(source, Kind.SERVER, "The colour of " + today + " is not told.");
                }
                settled();
            } catch (TempoUnavailable unavailable) {
                if (unavailable.kind() == Kind.NOT_YET && days.first().isAfter(today)) {
                    settled();
                } else {
                    complain(source, unavailable.kind(), unavailable.sentence());
                }
            }
        }

        /** The first one's problem counts; what an answer left out was only tried elsewhere. */
        private void complain(TempoSource source, Kind kind, String sentence) {
            if (problem == null && !answered) {
                problem = new ColourProblem(source.name(), kind, sentence, now);
            }
        }

        private List<DayColour> known(TempoSource source, List<ToldColour> told) {
            return told.stream().map(day -> day.known(source.name(), now, zone)).toList();
        }

        /**
         * Who answered has said all about tomorrow. A few days that have come and that it left out
         * may be known to the next one; of more than a few only the running day and today matter.
         */
        private void settled() {
            answered = true;
            days.tailSet(today, false).clear();
            missing.askedInVain(days, now);
            if (days.size() > FEW_DAYS) {
                days.headSet(clock.dayOf(now)).clear();
            }
        }
    }

    /** Keeps the problem, and logs it when it is another one; says whether it is. */
    private synchronized boolean say(@Nullable ColourProblem now) {
        var before = problem;
        problem = now;
        boolean same = Objects.equals(sentence(before), sentence(now));
        if (!same && now != null) {
            LOG.warn("Tempo colours ({}): {}", now.source(), now.sentence());
        } else if (!same) {
            LOG.info("Tempo colours are told again");
        }
        return !same;
    }

    private static @Nullable String sentence(@Nullable ColourProblem problem) {
        return problem == null ? null : problem.sentence();
    }
}
