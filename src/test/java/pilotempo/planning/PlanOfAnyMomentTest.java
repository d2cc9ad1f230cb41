package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.DemoSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ShippedPrices;

/**
 * Plans of odd and of random moments, fleets and houses. The seed is in the test's name; {@code
 * -Dpilotempo.moments=N} tries more.
 */
class PlanOfAnyMomentTest {
    private static final LocalTime FIRST = LocalTime.of(22, 5);
    private static final LocalTime LAST = LocalTime.of(5, 50);
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final int MOMENTS = 40;

    static LongStream seeds() {
        long first = Long.getLong("pilotempo.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("pilotempo.moments", 30));
    }

    static Stream<String> oddMoments() {
        return Stream.of(
                "2024-10-27T02:30:00+02:00", // twice
                "2024-10-27T02:30:00+01:00",
                "2025-03-30T01:59:59+01:00", // and then 03:00
                "2025-03-30T05:59:59+02:00",
                "2024-08-31T23:00:00+02:00",
                "2024-09-01T05:59:59+02:00",
                "2024-09-01T06:00:00+02:00",
                "2024-02-29T22:04:59+01:00",
                "2028-02-29T22:05:00+01:00",
                "2025-01-13T22:00:00+01:00",
                "2025-01-13T22:04:59+01:00",
                "2025-01-14T05:49:59.999+01:00",
                "2025-01-14T05:50:00+01:00",
                "2025-01-14T05:59:59.999+01:00",
                "2025-01-14T06:00:00+01:00",
                "2025-02-01T00:00:00+01:00",
                "1970-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "9999-12-29T12:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("oddMoments")
    void an_odd_moment(String at) {
        for (long seed = 0; seed < MOMENTS; seed++) {
            check(new Random(seed), Scene.instant(at));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_moments(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < MOMENTS; i++) {
            var day = LocalDate.of(2019 + random.nextInt(12), 1, 1).plusDays(random.nextInt(366));
            var near = List.of(FIRST, LAST, MORNING, LocalTime.of(22, 0), LocalTime.MIDNIGHT);
            var time =
                    random.nextBoolean()
                            ? near.get(random.nextInt(near.size()))
                            : LocalTime.ofSecondOfDay(random.nextInt(86_400));
            check(random, Scene.CLOCK.at(day, time).plusMillis(random.nextInt(3) - 1));
        }
    }

    private static void check(Random random, Instant at) {
        var situation = situation(random, at);
        for (var word : Strategies.words()) {
            var plan = Strategies.of(word).orElseThrow().plan(situation);
            assertThat(plan).isEqualTo(Strategies.of(word).orElseThrow().plan(situation));
            assertThat(plan.at()).isEqualTo(at);
            assertThat(plan.until()).isEqualTo(at.plus(Duration.ofHours(36)));
            for (var battery : situation.batteries()) {
                checkLane(plan, battery);
            }
            assertThat(plan.actions())
                    .isSortedAccordingTo((a, b) -> a.from().compareTo(b.from()))
                    .allSatisfy(PlanOfAnyMomentTest::checkAction)
                    .allSatisfy(action -> checkReason(action, at));
            checkSum(plan, situation);
        }
    }

    private static void checkLane(Plan plan, BatteryNow battery) {
        var lane =
                plan.actions().stream()
                        .filter(action -> action.battery().equals(battery.id()))
                        .toList();
        if (!battery.obeys()) {
            assertThat(lane).isEmpty();
            return;
        }
        var end = plan.at();
        for (var action : lane) {
            assertThat(action.from()).isEqualTo(end);
            assertThat(action.until()).isAfter(end);
            end = action.until();
        }
        assertThat(end).isEqualTo(plan.until());
        assertThat(lane.size()).isLessThan(60);
    }

    private static void checkAction(PlannedAction action) {
        if (action.mode() != OperatingMode.PASSIVE) {
            assertThat(action.powerW()).isNull();
            return;
        }
        var day = Scene.CLOCK.dayOf(action.from());
        var from = Scene.CLOCK.at(day, FIRST);
        var until = Scene.CLOCK.endOf(day);
        assertThat(action.powerW()).isLessThanOrEqualTo(0);
        assertThat(action.from()).isAfterOrEqualTo(from);
        assertThat(action.until())
                .isBeforeOrEqualTo(action.charges() ? until.minusSeconds(600) : until);
    }

    /** Said in both languages, and of the day that it is about. */
    private static void checkReason(PlannedAction action, Instant at) {
        for (var locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(action.reason().sentence(locale, Scene.PARIS))
                    .as("%s at %s", action, at)
                    .isNotBlank()
                    .doesNotContain("{")
                    .endsWith(".");
        }
        var day = Scene.CLOCK.dayOf(action.from());
        boolean byDay = action.reason().key().startsWith("day.");
        if (!action.reason().args().isEmpty()
                && action.reason().args().getFirst() instanceof LocalDate about) {
            assertThat(about).as("%s", action).isEqualTo(byDay ? day : day.plusDays(1));
        }
    }

    private static void checkSum(Plan plan, Situation situation) {
        for (var action : plan.actions()) {
            if (action.charges()) {
                var from = action.from();
                double room =
                        from.equals(plan.at())
                                ? situation.house().room()
                                : situation.house().room(Scene.CLOCK.local(from).getHour());
                assertThat(drawn(plan, from, true, situation))
                        .as("%s of %s", from, situation)
                        .isLessThanOrEqualTo(
                                (int) Math.max(0, room - drawn(plan, from, false, situation)));
            }
        }
    }

    /** What batteries that answer draw, or those that don't, as they can't be told otherwise. */
    private static int drawn(Plan plan, Instant at, boolean reachable, Situation situation) {
        return situation.batteries().stream()
                .filter(battery -> battery.reachable() == reachable && battery.obeys())
                .filter(battery -> reachable || battery.running() != null)
                .mapToInt(
                        battery -> {
                            var power = plan.at(battery.id(), at).orElseThrow().powerW();
                            return power == null ? 0 : -power;
                        })
                .sum();
    }

    private static Situation situation(Random random, Instant at) {
        var around = Scene.CLOCK.local(at).toLocalDate();
        var known = at.plus(Duration.ofHours(random.nextInt(48) - 12));
        var book = new DemoSeason(random.nextLong(), around, Scene.CLOCK, () -> known);
        var tariff = new Tariff(Scene.CLOCK, ShippedPrices.offer(TempoSettings.DEFAULT), book);
        var batteries = new ArrayList<BatteryNow>();
        for (int i = random.nextInt(5); i > 0; i--) {
            batteries.add(battery("b" + i, random, at));
        }
        var house =
                new HouseNow(
                        random.nextInt(4) == 0 ? null : random.nextInt(9000) - 3000.0,
                        List.of(6, 9, 12, 36).get(random.nextInt(4)),
                        List.of(Boolean.TRUE, Boolean.FALSE).get(random.nextInt(2)),
                        random.nextInt(4) == 0 ? HouseDays.UNKNOWN : days(random),
                        random.nextInt(3) * 0.05);
        var rules =
                new PlanningRules(
                        1 + random.nextInt(100),
                        100 + random.nextInt(2500),
                        random.nextBoolean() ? Set.of() : Set.of(TempoColour.RED),
                        List.of(Hold.values()).get(random.nextInt(3)));
        return new Situation(at, Scene.CLOCK, tariff, batteries, house, rules);
    }

    private static HouseDays days(Random random) {
        var days = new ArrayList<List<Double>>();
        for (int i = random.nextInt(HouseDays.DAYS + 1); i > 0; i--) {
            days.add(Scene.hours(_ -> random.nextInt(7000) - 3000));
        }
        return new HouseDays(days);
    }

    private static BatteryNow battery(String id, Random random, Instant at) {
        int told = -100 * random.nextInt(15);
        return new BatteryNow(
                id,
                random.nextInt(5) != 0,
                random.nextInt(5) != 0,
                random.nextInt(5) == 0 ? null : (double) random.nextInt(101),
                random.nextInt(5) == 0 ? null : 1000.0 + random.nextInt(6000),
                random.nextInt(6) == 0,
                random.nextInt(3) == 0 ? 800 : 2500,
                List.of(OperatingMode.AUTO, OperatingMode.AI, OperatingMode.MANUAL)
                        .get(random.nextInt(3)),
                random.nextBoolean()
                        ? null
                        : new BatteryNow.Running(told, at.minusSeconds(random.nextInt(20_000))));
    }
}
