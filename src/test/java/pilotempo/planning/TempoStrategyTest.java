package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import pilotempo.planning.PlanningRules.Hold;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.TempoColour;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

class TempoStrategyTest {
    @Test
    void strategies_are_found_by_their_word() {
        assertThat(Strategies.words()).containsExactly("tempo", "peak-shift");
        assertThat(Strategies.of("tempo").map(Strategy::name)).contains("tempo");
        assertThat(Strategies.of("none")).isEmpty();
    }

    @Test
    void the_evening_of_a_red_day_before_a_red_day() {
        var plan =
                new Scene()
                        .with("salon", 52)
                        .rules(95, 1000, Hold.AUTO, TempoColour.RED)
                        .colours(RealSeason.of("2024-2025").knownUntil(LocalDate.of(2025, 1, 15)))
                        .plan("2025-01-14T19:42:00");

        assertThat(lines(plan))
                .containsExactly(
                        "2025-01-14T19:42 2025-01-14T22:05 AUTO null day.price",
                        "2025-01-14T22:05 2025-01-15T04:30 PASSIVE -700 charge.price",
                        "2025-01-15T04:30 2025-01-15T06:00 PASSIVE 0 hold.done",
                        "2025-01-15T06:00 2025-01-15T22:05 AUTO null day.price",
                        "2025-01-15T22:05 2025-01-16T06:00 PASSIVE 0 unknown.early",
                        "2025-01-16T06:00 2025-01-16T07:42 AUTO null day.unknown");
        assertThat(plan.actions().get(1).reason().sentence(Locale.FRENCH, Scene.PARIS))
                .isEqualTo(
                        "Mercredi est rouge\u00a0: 0,7562\u00a0€ en heures pleines, contre"
                                + " 0,1568\u00a0€ cette nuit.");
    }

    private static List<String> lines(Plan plan) {
        return plan.actions().stream()
                .map(
                        action ->
                                "%s %s %s %s %s"
                                        .formatted(
                                                Scene.CLOCK.local(action.from()).toLocalDateTime(),
                                                Scene.CLOCK.local(action.until()).toLocalDateTime(),
                                                action.mode(),
                                                action.powerW(),
                                                action.reason().key()))
                .toList();
    }
}
