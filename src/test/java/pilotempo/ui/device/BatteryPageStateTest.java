package pilotempo.ui.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.Harm;
import pilotempo.live.LinkHealth;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.testing.StillEngine;

class BatteryPageStateTest {
    private static final Instant NOW = StillEngine.NOW;
    private final StillEngine engine = StillEngine.of(2);

    private BatteryPageState page() {
        return page(Locale.FRENCH);
    }

    private BatteryPageState page(Locale locale) {
        return BatteryPageState.of(
                engine.fleet().battery("salon").orElseThrow(),
                NOW,
                new Formats(locale, engine.zone()),
                Texts.of("pilotempo.ui.device.Device", locale));
    }

    private void link(Diagnosis diagnosis, boolean risky, boolean ephemeral) {
        engine.change(
                "salon",
                state ->
                        state.withLink(
                                state.host(),
                                state.port(),
                                state.mac(),
                                state.device(),
                                new LinkHealth(
                                        diagnosis,
                                        risky,
                                        2_904,
                                        2_843,
                                        2.1,
                                        Duration.ofMillis(142),
                                        Duration.ofMillis(610),
                                        NOW.minusSeconds(8),
                                        Duration.ofSeconds(60),
                                        Duration.ofSeconds(2),
                                        0,
                                        ephemeral,
                                        Harm.NONE)));
    }

    @Test
    void a_good_battery_tells_level_power_temperature_and_how_long() {
        var page = page();
        assertThat(page.presence()).isEqualTo(Presence.LIVE);
        assertThat(page.level())
                .isEqualTo(new GaugeState(52.0, "52", "%", "2,66\u00a0kWh", Tone.DISCHARGE));
        assertThat(page.power())
                .isEqualTo(new GaugeState(520.0, "520", "W", "Décharge", Tone.DISCHARGE));
        assertThat(page.temperature().number()).isEqualTo("21");
        assertThat(page.outlook()).isEqualTo("Encore 5\u00a0h\u00a007 à ce rythme, jusqu’à vide");
        assertThat(page.advice()).isEmpty();
        assertThat(page.mode()).isEqualTo("Auto");
        assertThat(page.modeSentence()).contains("Lu à 19:41");
    }

    @Test
    void charging_tells_when_it_is_full_and_rest_says_so() {
        engine.with("salon", Quantity.POWER_W, -1_000.0);
        assertThat(page().outlook()).isEqualTo("Pleine dans 2\u00a0h\u00a027 à ce rythme");
        assertThat(page().power().number()).isEqualTo("1\u00a0000");
        engine.with("salon", Quantity.POWER_W, 0.0);
        assertThat(page().outlook()).isEqualTo("Au repos");
    }

    @Test
    void an_unknown_power_is_a_dash_and_promises_nothing() {
        engine.with("salon", Quantity.POWER_W, null);
        assertThat(page().power().number()).isEqualTo("—");
        assertThat(page().power().value()).isNull();
        assertThat(page().outlook()).isEmpty();
    }

    @Test
    void old_values_look_old_and_say_since_when() {
        engine.stale("salon");
        assertThat(page().level().tone()).isEqualTo(Tone.STALE);
        assertThat(page().power().tone()).isEqualTo(Tone.STALE);
        assertThat(page().outlook()).isEqualTo("Vue il y a 4\u00a0min");
    }

    @Test
    void a_silent_battery_keeps_its_last_level_but_no_power() {
        engine.silent("salon", Diagnosis.SILENT);
        assertThat(page().level().number()).isEqualTo("52");
        assertThat(page().level().tone()).isEqualTo(Tone.STALE);
        assertThat(page().power().number()).isEqualTo("—");
        assertThat(page().linkTone()).isEqualTo(Tone.ATTENTION);
        assertThat(page().advice()).contains("application Marstek");
        assertThat(page().status().toString()).contains("charge\u00a0: — · décharge\u00a0: —");
    }

    @Test
    void a_battery_never_seen_has_dashes_everywhere() {
        engine.neverSeen("salon");
        var page = page();
        assertThat(page.level().number()).isEqualTo("—");
        assertThat(page.temperature().number()).isEqualTo("—");
        assertThat(page.outlook()).isEqualTo("Jamais vue");
        assertThat(page.model()).isEqualTo("inconnu");
        assertThat(page.link().stream().map(Fact::value).filter("—"::equals)).hasSize(4);
        assertThat(page.device().getLast().value()).isEqualTo("—");
    }

    @Test
    void the_link_card_tells_losses_delay_pace_and_signal() {
        link(Diagnosis.GOOD, false, false);
        assertThat(page().link())
                .containsExactly(
                        new Fact("Dernière réponse", "il y a 8\u00a0s"),
                        new Fact("Pertes sur 24 h", "2,1\u00a0% · 61 / 2\u00a0904"),
                        new Fact("Délai p50 / p95", "142 / 610\u00a0ms"),
                        new Fact("Rythme", "1\u00a0min, pause 2\u00a0s"),
                        new Fact("Wi-Fi", "−58\u00a0dBm"));
        assertThat(page(Locale.ENGLISH).link().get(1).value()).isEqualTo("2.1% · 61 / 2,904");
    }

    @ParameterizedTest
    @EnumSource(Diagnosis.class)
    void every_diagnosis_has_a_word_and_what_to_do_in_both_languages(Diagnosis diagnosis) {
        link(diagnosis, false, true);
        boolean well = diagnosis == Diagnosis.GOOD;
        for (var locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            assertThat(page(locale).linkWord()).isNotEmpty();
            assertThat(page(locale).advice().isEmpty()).isEqualTo(well);
        }
    }

    @Test
    void a_risky_firmware_is_named_with_what_to_do() {
        link(Diagnosis.GOOD, true, false);
        assertThat(page().risky()).contains("Mettez-le à jour");
        assertThat(page().model()).isEqualTo("VenusE 3.0 · firmware 150");
        assertThat(BatteryFacts.firmware(1573)).isEqualTo("157.3");
    }

    @Test
    void the_device_card_spells_the_mac_with_colons() {
        assertThat(page().device())
                .containsExactly(
                        new Fact("Adresse", "192.0.2.11:30000"),
                        new Fact("MAC", "02:00:5e:00:00:01"));
    }

    @Test
    void panels_are_listed_only_where_there_are_some() {
        assertThat(page().status()).noneMatch(fact -> fact.label().equals("Solaire"));
        engine.with("salon", Quantity.PV_POWER_W, 240.0);
        assertThat(page().status()).contains(new Fact("Solaire", "240\u00a0W"));
    }

    @Test
    void the_state_of_one_moment_is_the_same_twice() {
        BatteryState battery = engine.fleet().battery("garage").orElseThrow();
        var formats = new Formats(Locale.ENGLISH, engine.zone());
        var texts = Texts.of("pilotempo.ui.device.Device", Locale.ENGLISH);
        assertThat(BatteryPageState.of(battery, NOW, formats, texts))
                .isEqualTo(BatteryPageState.of(battery, NOW, formats, texts));
    }
}
