package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.tempo.TempoColour;

class PeakShiftTest {
    private static final Strategy SHIFT = Strategies.of("peak-shift").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        // evening, its colour, the next day's, sun, what the night is: peak x 0.8 against off-peak
        "2023-03-14, BLUE, BLUE, false, charge.spread", // 0.0999 > 0.0970
        "2023-03-14, BLUE, BLUE, , stay.unknown", // too little to charge blindly
        "2023-09-14, BLUE, BLUE, false, charge.spread", // 0.1095 > 0.1056
        "2024-03-14, BLUE, BLUE, false, hold.spread", // 0.1287 < 0.1296
        "2024-03-14, BLUE, WHITE, , charge.spread", // 0.1515 > 0.1296
        "2024-03-14, WHITE, WHITE, , charge.spread", // 0.1515 > 0.1486
        "2024-03-14, RED, WHITE, , hold.spread", // 0.1515 < 0.1568
        "2024-03-14, RED, RED, , charge.spread",
        "2024-03-14, BLUE, WHITE, true, hold.price",
        "2024-03-14, BLUE, RED, true, charge.spread",
        "2023-03-14, BLUE, BLUE, true, stay.sun",
        "2024-03-14, BLUE, BLUE, true, stay.sun",
        "2024-03-14, BLUE, , , unknown.late",
        "2022-03-14, BLUE, RED, , hold.dear", // before the first price
    })
    void a_night_charges_where_the_peak_pays_for_the_losses(
            LocalDate evening,
            TempoColour colour,
            @Nullable TempoColour next,
            @Nullable Boolean sun,
            String reason) {
        var plan = SHIFT.plan(scene(evening, colour, next).sunFilled(sun).at(evening + "T22:05"));

        assertThat(plan.strategy()).isEqualTo("peak-shift");
        var night = plan.actions().getFirst();
        assertThat(night.reason().key()).isEqualTo(reason);
        assertThat(night.charges()).isEqualTo(reason.startsWith("charge"));
        assertThat(
                        plan.at("salon", Scene.paris(evening.plusDays(1) + "T12:00"))
                                .orElseThrow()
                                .mode())
                .isEqualTo(OperatingMode.AUTO);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void a_winter_of_it_keeps_every_rule(long seed) {
        var colours = new HashMap<LocalDate, TempoColour>();
        var random = new Random(seed);
        var first = LocalDate.of(2023, 3, 1);
        for (int i = 0; i < 20; i++) {
            colours.put(first.plusDays(i), List.of(TempoColour.values()).get(random.nextInt(3)));
        }
        var house =
                new TriedHouse(
                        SHIFT,
                        ToldColours.inTime(colours),
                        new PlanningRules(100, 1000, Set.of(TempoColour.RED), Hold.AUTO),
                        6,
                        _ -> 700 + random.nextInt(300));
        house.batteries.add(new TriedBattery("salon", 5120, 2500, 40, 100));
        house.batteries.add(new TriedBattery("garage", 2560, 800, 40, 95));

        house.live(Scene.paris(first + "T12:00"), Scene.CLOCK.startOf(first.plusDays(14)));

        assertThat(house.mornings).isNotEmpty().allMatch(TriedHouse.Morning::met);
        assertThat(house.mostSendsANight).isLessThanOrEqualTo(4);
    }

    private static Scene scene(LocalDate evening, TempoColour colour, @Nullable TempoColour next) {
        var book =
                ToldColours.inTime(
                        next == null
                                ? Map.of(evening, colour)
                                : Map.of(evening, colour, evening.plusDays(1), next));
        book.at(Instant.MAX);
        return new Scene().with("salon", 50).colours(book);
    }
}
