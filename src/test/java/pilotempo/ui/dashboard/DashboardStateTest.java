package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Quantity;
import pilotempo.live.Diagnosis;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tone;
import pilotempo.ui.testing.StillEngine;

/** From values to words, without JavaFX. */
class DashboardStateTest {
    private static final String NBSP = "\u00a0";

    @Test
    void the_fleet_is_the_sum_of_all_that_answer() {
        var hero = french(StillEngine.of(3)).hero();
        assertThat(hero.levelText()).isEqualTo("46");
        assertThat(hero.power()).isEqualTo("1" + NBSP + "240");
        assertThat(hero.direction()).isEqualTo(Tone.DISCHARGE);
        assertThat(hero.directionWord()).isEqualTo("Décharge");
        assertThat(hero.energy()).isEqualTo("7,12" + NBSP + "kWh");
        assertThat(hero.caption()).isEqualTo("3 batteries");
        assertThat(hero.timeLeft())
                .isEqualTo("Encore 5_h_44 à ce rythme, jusqu’à 0_%".replace("_", NBSP));
    }

    @Test
    void a_silent_battery_is_not_counted_and_the_caption_says_so() {
        var state = french(StillEngine.of(3).silent("atelier"));
        assertThat(state.hero().power()).isEqualTo("950");
        assertThat(state.hero().caption()).isEqualTo("2 batteries sur 3 · Atelier non comptée");
        assertThat(state.flow().house()).isNull();
        assertThat(state.flow().batteries()).isEqualTo(950);
        var atelier = state.batteries().get(2);
        assertThat(atelier.presence()).isEqualTo(Presence.SILENT);
        assertThat(atelier.power()).isEqualTo("—");
        assertThat(atelier.levelText()).isEqualTo("41");
        assertThat(atelier.ringTone()).isEqualTo(Tone.STALE);
        assertThat(atelier.directionWord()).isEqualTo("Vue à 19:28");
        assertThat(atelier.fact()).isEqualTo("Absente du réseau.");
        assertThat(atelier.advice()).isNotEmpty();
    }

    @Test
    void the_last_word_of_a_battery_that_just_fell_silent_is_no_flow() {
        var engine = StillEngine.of(1).silent("salon", Diagnosis.SILENT, Duration.ofSeconds(30));
        var flow = french(engine).flow();
        assertThat(flow.grid()).isNull();
        assertThat(flow.house()).isNull();
        assertThat(flow.batteries()).isNull();
    }

    @Test
    void one_battery_of_several_left_is_told_in_the_singular() {
        var state = french(StillEngine.of(3).silent("atelier").silent("garage"));
        assertThat(state.hero().caption()).isEqualTo("1 batterie sur 3");
    }

    @Test
    void levels_weigh_as_much_as_the_capacity_behind_them() {
        var engine =
                StillEngine.of(2)
                        .with("salon", Quantity.SOC_PCT, 100.0)
                        .with("garage", Quantity.SOC_PCT, 0.0)
                        .with("salon", Quantity.RATED_WH, 1000.0)
                        .with("garage", Quantity.RATED_WH, 3000.0);
        assertThat(french(engine).hero().levelText()).isEqualTo("25");
    }

    @Test
    void an_old_value_looks_old_and_is_not_counted() {
        var state = french(StillEngine.of(3).stale("garage"));
        var garage = state.batteries().get(1);
        assertThat(garage.presence()).isEqualTo(Presence.LATE);
        assertThat(garage.state()).isEqualTo(Tone.STALE);
        assertThat(garage.tag()).isEqualTo("il y a 4" + NBSP + "min");
        assertThat(state.hero().caption()).contains("Garage non comptée");
    }

    @Test
    void a_battery_never_heard_of_shows_no_number_at_all() {
        var garage = french(StillEngine.of(2).neverSeen("garage")).batteries().get(1);
        assertThat(garage.levelText()).isEqualTo("—");
        assertThat(garage.power()).isEqualTo("—");
        assertThat(garage.ringTone()).isEqualTo(Tone.UNKNOWN);
        assertThat(garage.tag()).isEqualTo("jamais vue");
    }

    @Test
    void a_fleet_that_does_not_answer_has_no_level_and_no_power() {
        var hero = french(StillEngine.of(1).silent("salon", Diagnosis.SILENT)).hero();
        assertThat(hero.level()).isNull();
        assertThat(hero.levelText()).isEqualTo("—");
        assertThat(hero.power()).isEqualTo("—");
        assertThat(hero.timeLeft()).isEmpty();
    }

    @Test
    void charging_tells_the_time_until_full() {
        var hero = french(StillEngine.of(1).with("salon", Quantity.POWER_W, -1000.0)).hero();
        assertThat(hero.direction()).isEqualTo(Tone.CHARGE);
        assertThat(hero.power()).isEqualTo("1" + NBSP + "000");
        assertThat(hero.timeLeft())
                .contains("2" + NBSP + "h" + NBSP + "27")
                .endsWith("100" + NBSP + "%");
    }

    @Test
    void the_house_is_the_meter_and_what_the_batteries_deliver() {
        var flow = french(StillEngine.of(3)).flow();
        assertThat(flow.house()).isEqualTo(1272);
        assertThat(flow.gridTone()).isEqualTo(Tone.IMPORT);
        assertThat(flow.withSolar()).isFalse();
        var exporting = french(StillEngine.of(3).with("salon", Quantity.METER_POWER_W, -18.0));
        assertThat(exporting.flow().gridTone()).isEqualTo(Tone.EXPORT);
    }

    @Test
    void without_a_meter_grid_and_house_are_unknown_not_zero() {
        var flow = french(StillEngine.of(3).with("salon", Quantity.METER_POWER_W, null)).flow();
        assertThat(flow.grid()).isNull();
        assertThat(flow.house()).isNull();
        assertThat(flow.batteries()).isEqualTo(1240);
    }

    @Test
    void the_price_says_until_when_and_what_comes_then() {
        var price = french(StillEngine.of(3)).price();
        assertThat(price.price()).isEqualTo("0,6468");
        assertThat(price.until()).isEqualTo("jusqu’à 22:00");
        assertThat(price.thenPrice()).isEqualTo("0,1460" + NBSP + "€");
        assertThat(price.thenRest()).isEqualTo(", heures creuses");
        assertThat(price.daysLeft()).containsExactly("185", "32", "20");
        assertThat(price.strip().days()).hasSize(3);
        assertThat(price.strip().days().getLast().colour()).isNull();
        assertThat(price.strip().days().getLast().letter()).isEqualTo("?");
    }

    @Test
    void the_strip_covers_its_hours_without_holes() {
        var strip = french(StillEngine.of(3)).price().strip();
        double end = 0;
        for (var period : strip.periods()) {
            assertThat(period.from()).isEqualTo(end);
            end = period.until();
        }
        assertThat(end).isEqualTo(1);
        assertThat(strip.days().getFirst().from()).isZero();
        assertThat(strip.days().getLast().until()).isEqualTo(1);
    }

    @Test
    void an_unknown_tariff_is_a_dash() {
        var price = french(StillEngine.of(1).noColours()).price();
        assertThat(price.price()).isEqualTo("—");
        assertThat(price.thenPrice()).isEqualTo("—");
        assertThat(price.daysLeft()).containsExactly("—", "—", "—");
        assertThat(price.today().colour()).isNull();
    }

    @Test
    void english_has_its_own_words_and_numbers() {
        var state = state(StillEngine.of(3).today(TempoColour.BLUE), Locale.ENGLISH);
        assertThat(state.hero().power()).isEqualTo("1,240");
        assertThat(state.hero().directionWord()).isEqualTo("Discharging");
        assertThat(state.price().price()).isEqualTo("0.1494");
    }

    private static DashboardState french(StillEngine engine) {
        return state(engine, Locale.FRENCH);
    }

    private static DashboardState state(StillEngine engine, Locale locale) {
        return DashboardState.of(
                engine.fleet(),
                engine.tariff(),
                engine.steering().plan(),
                engine.now(),
                Language.of(new Formats(locale, engine.zone())));
    }
}
