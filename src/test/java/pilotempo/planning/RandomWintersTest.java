package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.tempo.DemoSeason;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/**
 * Invented winters: random houses, batteries, levels, colours that come late, never or change, and
 * batteries that get lost. The seed is in the test's name; {@code -Dpilotempo.winters=N} tries
 * more.
 */
class RandomWintersTest {
    /** Weeks around the new year, 29 February, and both nights of a time change. */
    private static final List<Weeks> WEEKS =
            List.of(
                    new Weeks(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 25)),
                    new Weeks(LocalDate.of(2028, 2, 14), LocalDate.of(2028, 4, 1)),
                    new Weeks(LocalDate.of(2027, 10, 20), LocalDate.of(2027, 11, 24)));

    private record Weeks(LocalDate first, LocalDate last) {
        LocalDate middle() {
            return first.plusDays(19);
        }
    }

    static LongStream seeds() {
        long first = Long.getLong("pilotempo.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("pilotempo.winters", 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_winter(long seed) {
        var random = new Random(seed);
        var weeks = WEEKS.get(random.nextInt(WEEKS.size()));
        var house = house(random, weeks, loads(random));

        var begin = Scene.CLOCK.startOf(weeks.first()).plusSeconds(60L * random.nextInt(1440));
        house.live(begin, Scene.CLOCK.endOf(weeks.last()));

        assertThat(house.mornings).as("seed %d", seed).isNotEmpty();
        assertThat(house.mornings)
                .filteredOn(TriedHouse.Morning::possible)
                .as("seed %d", seed)
                .allMatch(TriedHouse.Morning::met);
        assertThat(house.mostSendsANight)
                .as("seed %d", seed)
                .isLessThanOrEqualTo(house.isForgetful() ? 100 : 20);
    }

    private static TriedHouse house(
            Random random, Weeks weeks, @Nullable ToDoubleFunction<Instant> loads) {
        var rules =
                new PlanningRules(
                        random.nextInt(3) == 0 ? 80 + random.nextInt(21) : 100,
                        500 + 250 * random.nextInt(5),
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? Set.of(TempoColour.RED)
                                : Set.of(TempoColour.RED, TempoColour.WHITE),
                        List.of(Hold.values()).get(random.nextInt(3)));
        int kva = new int[] {6, 9, 12}[random.nextInt(3)];
        var house =
                new TriedHouse(
                        Strategies.of("tempo").orElseThrow(),
                        colours(random, weeks),
                        rules,
                        kva,
                        loads);
        if (random.nextInt(4) == 0) {
            house.forgetful();
        }
        if (random.nextBoolean()) {
            house.knowsItsHabit();
        }
        int batteries = 1 + random.nextInt(5);
        for (int i = 0; i < batteries; i++) {
            house.batteries.add(
                    new TriedBattery(
                            "b" + i,
                            List.of(5120, 2560, 1920, 10_240).get(random.nextInt(4)),
                            List.of(2500, 1500, 800).get(random.nextInt(3)),
                            12 + random.nextInt(80),
                            random.nextInt(3) == 0 ? 92 + random.nextInt(8) : 100));
        }
        house.eachMinute(
                () ->
                        house.batteries.forEach(
                                battery -> {
                                    lose(battery, random);
                                    mislead(battery, random);
                                }));
        return house;
    }

    /** Once in some nights a battery is away for an hour and a half or so. */
    private static void lose(TriedBattery battery, Random random) {
        battery.reachable =
                battery.reachable ? random.nextInt(1440 * 4) != 0 : random.nextInt(90) == 0;
    }

    /** Once in some days its level jumps. */
    private static void mislead(TriedBattery battery, Random random) {
        if (random.nextInt(1440 * 6) == 0) {
            battery.soc = Math.clamp(battery.soc + random.nextInt(31) - 15, 12, battery.fullPct);
            battery.misled = true;
        }
    }

    private static ToldColours colours(Random random, Weeks weeks) {
        var season = TempoSeason.of(weeks.middle());
        var demo =
                new DemoSeason(
                        random.nextLong(),
                        weeks.middle(),
                        Scene.CLOCK,
                        () -> Scene.CLOCK.endOf(season.lastDay()));
        Map<LocalDate, TempoColour> colours = new HashMap<>();
        demo.season(season)
                .forEach(day -> colours.put(day.date(), Objects.requireNonNull(day.colour())));
        var book = ToldColours.inTime(colours);
        colours.forEach(
                (day, colour) -> {
                    int luck = random.nextInt(100);
                    if (luck < 8) {
                        book.late(day, colour, Duration.ofMinutes(random.nextInt(18 * 60)));
                    } else if (luck < 11) {
                        book.never(day);
                    } else if (luck < 16) {
                        var other = List.of(TempoColour.values()).get(random.nextInt(3));
                        book.late(day, other, Duration.ZERO);
                        book.tell(day, colour, Duration.ofMinutes(random.nextInt(18 * 60)));
                    }
                });
        return book;
    }

    /**
     * No meter, or a base with a water heater, electric heating that takes much of 6 kVA from some
     * hour of the night on, an evening and kettles; the same again each night.
     */
    private static @Nullable ToDoubleFunction<Instant> loads(Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        double base = 200 + random.nextInt(600);
        double heater = random.nextBoolean() ? 2000 : 0;
        double heating = random.nextInt(3) == 0 ? 2500 + random.nextInt(1500) : 0;
        int heatsFrom = random.nextInt(6);
        long salt = random.nextLong();
        return at -> {
            var local = Scene.CLOCK.local(at).toLocalTime();
            boolean heats =
                    local.isAfter(LocalTime.of(22, 30)) || local.isBefore(LocalTime.of(0, 45));
            var minute = new Random(salt ^ at.getEpochSecond() / 180 * 7919);
            return base
                    + 60 * minute.nextDouble()
                    + (heats ? heater : 0)
                    + (local.getHour() >= heatsFrom && local.getHour() < 8 ? heating : 0)
                    + (minute.nextInt(60) == 0 ? 2000 : 0);
        };
    }
}
