package pilotempo.tempo.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;

/**
 * All colours known, from the store at first, and a thread that keeps them known. Reading never
 * waits; without a network everything that was known stays known. Thread-safe.
 */
public final class ColourService implements ColourBook, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ColourService.class);
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(10);

    /** Enough for a source that keeps silent and the answer of the next one. */
    private static final Duration REFRESH_AT_MOST = Duration.ofSeconds(21);

    private static final Duration END_AT_MOST = Duration.ofSeconds(2);

    /** The wall clock is looked at so often: it jumps, and a laptop sleeps. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Time time;
    private final boolean asks;
    private final Optional<ColourProblem> setUp;
    private final ColourCache cache;
    private final ColourFetch fetch;
    private final Signal changes = new Signal();
    private final JsonHttp http;
    private @Nullable Thread thread;

    private ColourService(
            ColourSources sources,
            ZoneId zone,
            ColourStore store,
            Time time,
            RandomGenerator random) {
        this.time = time;
        this.asks = !sources.inOrder().isEmpty();
        this.setUp = sources.problem();
        this.http = sources.http();
        var clock = new TempoClock(zone);
        this.cache = new ColourCache(store, clock.dayOf(time.now()));
        this.fetch =
                new ColourFetch(
                        sources.inOrder(),
                        cache,
                        new MissingDays(clock, cache),
                        new AskingTimes(zone, random),
                        zone,
                        changes);
    }

    /** Loads what the store knows; asks nobody before {@link #start} or {@link #refreshNow}. */
    public static ColourService open(
            TempoSettings settings,
            ZoneId zone,
            ColourStore store,
            Time time,
            RandomGenerator random) {
        var http = new JsonHttp(HTTP_TIMEOUT);
        return open(ColourSources.of(settings, http, time), zone, store, time, random);
    }

    static ColourService open(
            ColourSources sources,
            ZoneId zone,
            ColourStore store,
            Time time,
            RandomGenerator random) {
        return new ColourService(sources, zone, store, time, random);
    }

    /** Begins to ask, on a thread of its own, if the settings name anybody to ask. */
    public synchronized void start() {
        if (asks && thread == null) {
            thread = Thread.ofVirtual().name("tempo-colours").start(this::keepAsking);
        }
    }

    @Override
    public DayColour day(LocalDate date) {
        return cache.day(date);
    }

    @Override
    public List<DayColour> season(TempoSeason season) {
        return cache.season(season);
    }

    /** Signals at once, then whenever a colour or the last problem has changed. */
    public Subscription onChange(Runnable listener) {
        return changes.subscribe(listener);
    }

    /** What went wrong when last asked; empty when all is well. */
    public Optional<ColourProblem> lastProblem() {
        return setUp.or(fetch::problem);
    }

    /** When a source last told colours, in this run or before; empty if none ever did. */
    public Optional<Instant> lastSuccess() {
        return fetch.success();
    }

    /** Asks once for what is missing, waiting at most about 21 s. */
    public void refreshNow() throws InterruptedException {
        within(REFRESH_AT_MOST, () -> fetch.attempt(time.now(), AskingTimes.EARLY));
    }

    /**
     * Asks once for what is missing of a season, waiting at most about 21 s. The running season is
     * not asked for again once this run has asked for it.
     */
    public void refresh(TempoSeason season) throws InterruptedException {
        within(REFRESH_AT_MOST, () -> fetch.attempt(time.now(), season));
    }

    private void keepAsking() {
        try {
            var tomorrowFrom = AskingTimes.EARLY;
            while (true) {
                var from = tomorrowFrom;
                attempt(() -> fetch.attempt(time.now(), from));
                tomorrowFrom = AskingTimes.PUBLISHED;
                awaitNext();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitNext() throws InterruptedException {
        var before = time.now();
        var next = fetch.next(before);
        for (var now = before; now.isBefore(next); now = time.now()) {
            if (now.isBefore(before)) {
                return; // the clock was set back: what was planned holds no more
            }
            var left = Duration.between(now, next);
            time.pause().forAtLeast(left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }

    private void within(Duration atMost, Attempt attempt) throws InterruptedException {
        var asking = Thread.ofVirtual().name("tempo-refresh").start(() -> once(attempt));
        try {
            if (!asking.join(atMost)) {
                fetch.late(time.now());
            }
        } finally {
            asking.interrupt();
        }
    }

    private static void once(Attempt attempt) {
        try {
            attempt(attempt);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Attempt attempt) throws InterruptedException {
        try {
            attempt.run();
        } catch (RuntimeException bug) {
            LOG.error("Asking for Tempo colours failed; it goes on", bug);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws InterruptedException;
    }

    @Override
    public void close() {
        Thread asking;
        synchronized (this) {
            asking = thread;
            thread = null;
        }
        http.close();
        if (asking == null) {
            return;
        }
        asking.interrupt();
        try {
            if (!asking.join(END_AT_MOST)) {
                LOG.warn("Asking for Tempo colours still busy after {}", END_AT_MOST);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
