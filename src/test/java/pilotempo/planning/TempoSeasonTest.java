package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/** Whole winters, minute by minute. */
class TempoSeasonTest {
    private static final PlanningRules RED =
            new PlanningRules(100, 1000, Set.of(TempoColour.RED), Hold.AUTO);

    @ParameterizedTest
    @ValueSource(strings = {"2021-2022", "2024-2025"})
    void every_red_day_of_a_real_season_begins_with_full_batteries(String label) {
        var season = TempoSeason.parse(label).orElseThrow();
        var colours = RealSeason.of(label).colours();
        var house =
                new TriedHouse(
                        Strategies.of("tempo").orElseThrow(),
                        ToldColours.inTime(colours),
                        RED,
                        9,
                        _ -> 600);
        house.batteries.add(new TriedBattery("salon", 5120, 2500, 50, 100));
        house.batteries.add(new TriedBattery("garage", 5120, 2500, 30, 97));
        house.batteries.add(new TriedBattery("atelier", 2560, 800, 12, 100));

        house.live(Scene.CLOCK.startOf(season.firstDay()), Scene.CLOCK.endOf(season.lastDay()));

        assertThat(house.mornings).hasSize(22).allMatch(TriedHouse.Morning::possible);
        assertThat(house.mornings).allMatch(TriedHouse.Morning::met);
        assertThat(house.mostSendsANight).isLessThanOrEqualTo(4);
    }
}
