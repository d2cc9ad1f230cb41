package pilotempo.tempo.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pilotempo.lifecycle.Signal;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.DaysLeft;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourProblem.Kind;

/** Day after day, attempt after attempt, without waiting for either. */
class AskingThroughASeasonTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant BEGIN = Instant.parse("2024-09-01T06:00:00Z");
    private static final Instant END = Instant.parse("2025-09-01T03:00:00Z");

    private final RealSeason truth =
            RealSeason.of("2024-2025").with(LocalDate.of(2025, 9, 1), TempoColour.BLUE);
    private final MemoryColourStore store = new MemoryColourStore();
    private final ColourCache cache = new ColourCache(store, LocalDate.of(2024, 9, 1));
    private final TempoClock clock = new TempoClock(PARIS);
    private final Map<LocalDate, Integer> asked = new TreeMap<>();
    private final List<Instant> attempts = new ArrayList<>();
    private Instant now = BEGIN;
    private Duration lastWait = Duration.ZERO;
    private Instant end = END;

    @Test
    void with_a_faithful_source_each_day_is_confirmed_before_noon_by_few_questions() {
        // published between 10:30 and 10:55; what is told before eleven may be wrong
        var source =
                new ScriptedSource(
                        "rte", (from, last) -> tell(from, last, LocalTime.of(10, 30), true));

        run(
                source,
                () -> {
                    var local = clock.local(now);
                    var tomorrow = local.toLocalDate().plusDays(1);
                    if (!local.toLocalTime().isBefore(LocalTime.of(11, 10))) {
                        assertThat(cache.day(tomorrow).status())
                                .as("%s", now)
                                .isEqualTo(Status.CONFIRMED);
                    }
                });

        assertThat(cache.season(new TempoSeason(2024))).hasSize(365);
        assertThat(questionsADay()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(5));
        assertThat(questionsADay().stream().mapToInt(count -> count).sum()).isLessThan(3 * 365);
        var left =
                new Tariff(clock, ShippedPrices.offer(TempoSettings.DEFAULT), cache).at(END).left();
        assertThat(left).isEqualTo(new DaysLeft(0, 0, 0));
    }

    @Test
    void a_source_that_never_answers_is_asked_about_fifteen_times_a_day_and_nothing_is_blue() {
        var source = new ScriptedSource("public", ScriptedSource.failing(Kind.SERVER));

        untilOctober();
        run(source, () -> {});

        assertThat(questionsADay()).allSatisfy(count -> assertThat(count).isBetween(1, 16));
        assertThat(store.days).isEmpty();
        assertThat(cache.day(LocalDate.of(2024, 9, 8)).colour()).isNull();
    }

    @Test
    void a_source_in_degraded_mode_for_long_is_asked_about_fifteen_times_a_day() {
        var source =
                new ScriptedSource(
                        "rte",
                        (from, last) ->
                                tell(from, last, LocalTime.of(10, 30), false).stream()
                                        .map(day -> new ToldColour(day.date(), day.colour(), true))
                                        .toList());

        untilOctober();
        run(source, () -> {});

        assertThat(questionsADay()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(16));
    }

    @Test
    void late_publications_and_outages_cost_few_questions_and_no_wrong_colour() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var days = new TreeMap<LocalDate, LocalTime>();
        var source =
                new ScriptedSource(
                        "public",
                        (from, last) -> {
                            if (random.nextInt(4) == 0) {
                                throw new TempoUnavailable(
                                        random.nextBoolean() ? Kind.SERVER : Kind.UNREACHABLE,
                                        "An outage.");
                            }
                            var told =
                                    days.computeIfAbsent(
                                            clock.local(now).toLocalDate(),
                                            _ ->
                                                    LocalTime.of(
                                                            tomorrowIsRed()
                                                                    ? 21 + random.nextInt(3)
                                                                    : random.nextInt(11, 24),
                                                            random.nextInt(60)));
                            return tell(from, last, told, false);
                        });

        var lateTold = new ArrayList<Duration>();
        run(
                source,
                () -> {
                    var local = clock.local(now);
                    var evening = local.toLocalDate();
                    var told = days.get(evening);
                    var tomorrow = evening.plusDays(1);
                    if (told != null
                            && told.getHour() >= 21
                            && truth.colours().get(tomorrow) == TempoColour.RED
                            && !local.toLocalTime().isBefore(told)) {
                        lateTold.add(lastWait);
                    }
                });

        assertThat(questionsADay())
                .as("seed %d", seed)
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(30));
        assertThat(lateTold).as("seed %d", seed).isNotEmpty();
        assertThat(lateTold)
                .as("seed %d", seed)
                .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(31)));
        assertThat(cache.season(new TempoSeason(2024)))
                .as("seed %d", seed)
                .allSatisfy(
                        day -> assertThat(day.colour()).isEqualTo(truth.colours().get(day.date())))
                .hasSizeGreaterThan(360);
    }

    @Test
    void the_first_question_of_a_day_comes_soon_after_ten_forty_and_never_at_the_same_second() {
        var source =
                new ScriptedSource(
                        "rte", (from, last) -> tell(from, last, LocalTime.of(10, 30), false));

        run(source, () -> {});

        var first = new TreeMap<LocalDate, LocalTime>();
        attempts.stream()
                .skip(1)
                .map(clock::local)
                .forEach(at -> first.putIfAbsent(at.toLocalDate(), at.toLocalTime()));
        assertThat(first.values())
                .allSatisfy(
                        time ->
                                assertThat(time)
                                        .isBetween(LocalTime.of(10, 40), LocalTime.of(10, 45)));
        assertThat(first.values().stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void patience_grows_while_nothing_is_told_and_starts_anew_the_next_day() {
        var times = new AskingTimes(PARIS, new Random(1));
        var at = Instant.parse("2025-01-14T09:41:00Z");
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            times.asked(at, false);
            var next = times.next(at, true, false);
            waits.add(Duration.between(at, next).toMinutes());
            at = next;
        }
        assertThat(waits).isSortedAccordingTo((a, b) -> (int) (a * 0.83 - b));
        assertThat(waits.getFirst()).isBetween(5L, 6L);
        assertThat(waits.getLast()).isBetween(110L, 150L);

        var nextMorning = Instant.parse("2025-01-15T09:41:00Z");
        times.asked(nextMorning, false);
        assertThat(Duration.between(nextMorning, times.next(nextMorning, true, false)))
                .isLessThan(Duration.ofMinutes(7));
    }

    @Test
    void a_day_that_may_be_red_is_asked_for_each_half_an_hour_of_the_late_evening() {
        var evening = waits("2025-01-14T09:41:00Z");
        assertThat(evening).isNotEmpty().allSatisfy(wait -> assertThat(wait).isBetween(24L, 30L));

        // the Saturday that follows, and a day in May, can't be red
        assertThat(waits("2025-01-17T09:41:00Z")).anyMatch(wait -> wait > 60);
        assertThat(waits("2025-05-13T08:41:00Z")).anyMatch(wait -> wait > 60);
    }

    /** Minutes between questions that nobody answers, from 20:00 to 02:00. */
    private static List<Long> waits(String from) {
        var times = new AskingTimes(PARIS, new Random(3));
        var at = Instant.parse(from);
        var end = at.plus(Duration.ofHours(16));
        var waits = new ArrayList<Long>();
        while (at.isBefore(end)) {
            times.asked(at, false);
            var next = times.next(at, true, false);
            int hour = at.atZone(PARIS).getHour();
            if (hour >= 20 || hour < 2) {
                waits.add(Duration.between(at, next).toMinutes());
            }
            at = next;
        }
        return waits;
    }

    private void untilOctober() {
        end = Instant.parse("2024-10-01T06:00:00Z");
    }

    private void run(ScriptedSource source, Runnable afterEach) {
        var changes = new Signal();
        var times = new AskingTimes(PARIS, new Random(7));
        var fetch =
                new ColourFetch(
                        List.of(source),
                        cache,
                        new MissingDays(clock, cache),
                        times,
                        PARIS,
                        changes);
        try {
            var from = AskingTimes.EARLY;
            while (now.isBefore(end)) {
                int before = source.questions.size();
                attempts.add(now);
                fetch.attempt(now, from);
                from = AskingTimes.PUBLISHED;
                asked.merge(
                        clock.local(now).toLocalDate(),
                        source.questions.size() - before,
                        Integer::sum);
                afterEach.run();
                var next = fetch.next(now);
                lastWait = Duration.between(now, next);
                now = next;
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
            throw new AssertionError(never);
        }
    }

    private boolean tomorrowIsRed() {
        var tomorrow = clock.local(now).toLocalDate().plusDays(1);
        return truth.colours().get(tomorrow) == TempoColour.RED;
    }

    /** Tomorrow only from a local time on, and before eleven perhaps not as it will be. */
    private List<ToldColour> tell(
            LocalDate from, LocalDate last, LocalTime published, boolean earlyIsWhite) {
        var local = clock.local(now);
        var today = local.toLocalDate();
        boolean there = !local.toLocalTime().isBefore(published);
        boolean wrong = earlyIsWhite && local.toLocalTime().isBefore(LocalTime.of(11, 0));
        var told = new ArrayList<ToldColour>();
        for (var day : truth.colours().subMap(from, true, last, true).entrySet()) {
            boolean ahead = day.getKey().isAfter(today);
            if (!ahead || there) {
                var colour = ahead && wrong ? TempoColour.WHITE : day.getValue();
                told.add(new ToldColour(day.getKey(), colour, false));
            }
        }
        return told;
    }

    /** Without the day of the start, which has its own questions before 10:40. */
    private List<Integer> questionsADay() {
        return asked.values().stream().skip(1).toList();
    }
}
