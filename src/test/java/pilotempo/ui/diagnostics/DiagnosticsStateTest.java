package pilotempo.ui.diagnostics;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.history.HistoryHealth;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.Harm;
import pilotempo.live.LinkHealth;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.diagnostics.DiagnosticsState.Fact;
import pilotempo.ui.testing.StillEngine;

class DiagnosticsStateTest {
    private final StillEngine engine = StillEngine.of(3);

    @ParameterizedTest
    @EnumSource(Diagnosis.class)
    void every_diagnosis_is_told_in_both_languages_with_steps_where_something_is_wrong(
            Diagnosis diagnosis) {
        engine.change("garage", state -> diagnosed(state, diagnosis));

        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var check = state(locale).check("garage").orElseThrow();
            assertThat(check.finding()).isNotBlank().doesNotContain("{");
            assertThat(check.what()).isNotBlank().doesNotContain("{");
            assertThat(check.steps()).allSatisfy(step -> assertThat(step).doesNotContain("{"));
            var fine = diagnosis == Diagnosis.GOOD || diagnosis == Diagnosis.STARTING;
            assertThat(check.steps().isEmpty()).isEqualTo(fine);
            assertThat(check.good()).isEqualTo(diagnosis == Diagnosis.GOOD);
        }
    }

    @Test
    void a_battery_that_never_answered_is_told_how_to_turn_its_api_on_and_which_port_is_asked() {
        engine.change("garage", state -> diagnosed(state, Diagnosis.UNREACHABLE));

        var check = state(Locale.ENGLISH).check("garage").orElseThrow();

        assertThat(check.what()).contains("192.0.2.12");
        assertThat(check.steps()).anyMatch(step -> step.contains("turn on “Local API”"));
        assertThat(check.steps()).anyMatch(step -> step.contains("30000"));
    }

    @Test
    void a_silent_battery_says_since_when() {
        engine.silent("atelier", Diagnosis.SILENT);

        var check = state(Locale.FRENCH).check("atelier").orElseThrow();

        assertThat(check.finding()).isEqualTo("muette depuis 19:28");
        assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
    }

    @Test
    void risky_firmware_and_a_port_that_is_taken_are_told_although_the_battery_answers() {
        engine.change("salon", state -> linked(state, true, true));

        var check = state(Locale.ENGLISH).check("salon").orElseThrow();

        assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
        assertThat(check.finding()).isEqualTo("answers, fragile firmware");
        assertThat(check.what()).contains("known to lose its settings").contains("UDP port 30000");
        assertThat(check.steps())
                .hasSize(2)
                .first(as(STRING))
                .contains("Update its firmware in the Marstek app");
    }

    @Test
    void checks_are_counted_and_stand_in_the_order_of_the_settings() {
        engine.silent("garage");
        var state = state(Locale.FRENCH);

        assertThat(state.checks())
                .extracting(Check::id)
                .containsExactly(Check.RECORDING, Check.TEMPO, "salon", "garage", "atelier");
        assertThat(state.goodChecks()).isEqualTo(4);
    }

    @Test
    void figures_of_a_link_are_ready_to_read_and_unknown_ones_are_a_dash() {
        var link = state(Locale.FRENCH).link("salon").orElseThrow();
        assertThat(link.sent()).isEqualTo("4\u00a0320");
        assertThat(link.lost()).isEqualTo("0,4\u00a0%");
        assertThat(link.p95()).isEqualTo("640\u00a0ms");
        assertThat(link.pace()).isEqualTo("20\u00a0s");
        assertThat(link.lossy()).isFalse();

        engine.neverSeen("garage");
        var fresh = state(Locale.FRENCH).link("garage").orElseThrow();
        assertThat(List.of(fresh.lost(), fresh.p50(), fresh.last())).containsOnly("—");
        assertThat(fresh.replies()).isEmpty();
        assertThat(fresh.facts()).extracting(Fact::value).contains("—", "192.0.2.12:30000");
    }

    @Test
    void a_recording_that_fails_says_why_and_what_to_do() {
        engine.recording(new HistoryHealth(false, "disk full", null, 12));

        var check = state(Locale.ENGLISH).check(Check.RECORDING).orElseThrow();

        assertThat(check.tone()).isEqualTo(Tone.ERROR);
        assertThat(check.what()).contains("disk full");
        assertThat(check.steps()).isNotEmpty();
    }

    @Test
    void a_database_begun_anew_is_told_with_where_the_old_one_is() {
        engine.recording(new HistoryHealth(true, null, null, 0, "set aside as /data/x.mv.db"));

        var check = state(Locale.FRENCH).check(Check.RECORDING).orElseThrow();

        assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
        assertThat(check.what()).contains("/data/x.mv.db");
        assertThat(check.steps()).hasSize(2);
    }

    @Test
    void an_unknown_colour_is_an_error_unless_nobody_may_be_asked() {
        engine.noColours();

        assertThat(state(Locale.FRENCH).check(Check.TEMPO).orElseThrow().tone())
                .isEqualTo(Tone.ERROR);
        var check = state(Locale.FRENCH, Source.NONE).check(Check.TEMPO).orElseThrow();
        assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
        assertThat(check.finding()).isEqualTo("aucune source interrogée");
    }

    private static BatteryState diagnosed(BatteryState state, Diagnosis diagnosis) {
        return state.withLink(
                state.host(),
                state.port(),
                state.mac(),
                state.device(),
                health(diagnosis, false, false));
    }

    private static BatteryState linked(BatteryState state, boolean risky, boolean ephemeral) {
        return state.withLink(
                state.host(),
                state.port(),
                state.mac(),
                state.device(),
                health(Diagnosis.GOOD, risky, ephemeral));
    }

    private static LinkHealth health(Diagnosis diagnosis, boolean risky, boolean ephemeral) {
        return new LinkHealth(
                diagnosis,
                risky,
                100,
                90,
                10.0,
                Duration.ofMillis(180),
                Duration.ofMillis(640),
                StillEngine.NOW.minusSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                0,
                ephemeral,
                Harm.NONE);
    }

    private DiagnosticsState state(Locale locale) {
        return state(locale, Source.AUTO);
    }

    private DiagnosticsState state(Locale locale, Source asked) {
        return DiagnosticsState.of(
                engine.fleet(),
                engine.history(),
                engine.sync(),
                engine.tariff().today(),
                asked,
                Optional.empty(),
                engine.now(),
                Texts.of("pilotempo.ui.diagnostics.Diagnostics", locale),
                new Formats(locale, engine.zone()));
    }
}
