package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.lifecycle.Time;
import pilotempo.tempo.RealSeason;

/** A service over a scripted source, a store in memory and time that a test moves. */
abstract class ColourServiceScene {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalDate FIRST = LocalDate.of(2024, 9, 1);

    /** A Tuesday; this day and the next are red. */
    static final LocalDate TODAY = LocalDate.of(2025, 1, 14);

    static final LocalDate TOMORROW = TODAY.plusDays(1);

    final RealSeason truth = RealSeason.of("2024-2025");
    final MemoryColourStore store = new MemoryColourStore();
    final Semaphore changes = new Semaphore(0);
    final Lifecycle opened = new Lifecycle();

    @AfterEach
    void close() {
        opened.close();
    }

    List<ToldColour> tell(LocalDate from, LocalDate last) {
        return truth.colours().subMap(from, true, last, true).entrySet().stream()
                .map(day -> new ToldColour(day.getKey(), day.getValue(), false))
                .toList();
    }

    void knownUntil(LocalDate last) {
        FIRST.datesUntil(last.plusDays(1)).forEach(day -> store.days.put(day, truth.day(day)));
    }

    ColourService opened(String at, TempoSource... sources) {
        return open(ManualTime.at(at).time(), sources);
    }

    ColourService started(String at, TempoSource... sources) throws InterruptedException {
        return started(ManualTime.at(at), sources);
    }

    ColourService started(ManualTime time, TempoSource... sources) throws InterruptedException {
        var service = open(time.time(), sources);
        opened.own(service.onChange(changes::release));
        awaitChange(); // the one that comes at once
        service.start();
        return service;
    }

    ColourService open(Time time, TempoSource... sources) {
        return opened.own(
                ColourService.open(
                        new ColourSources(
                                List.of(sources),
                                Optional.empty(),
                                new JsonHttp(Duration.ofSeconds(1))),
                        PARIS,
                        store,
                        time,
                        new Random(1)));
    }

    void awaitChange() throws InterruptedException {
        assertThat(changes.tryAcquire(10, TimeUnit.SECONDS)).as("a change within 10 s").isTrue();
    }
}
