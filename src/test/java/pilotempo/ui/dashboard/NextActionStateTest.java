package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.automation.PlanState;
import pilotempo.planning.Reason;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Tone;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillPlan;

/** What the plan does next, in words; it is 19:42. */
class NextActionStateTest {
    private static final String NBSP = "\u00a0";
    private final StillEngine engine = StillEngine.of(3);

    @Test
    void the_action_that_begins_next_is_told_with_its_reason() {
        var next = french(StillPlan.acting("salon", "garage", "atelier"));
        assertThat(next.time()).isEqualTo("22:05–01:46");
        assertThat(next.headline()).isEqualTo("Charger à 95" + NBSP + "%");
        assertThat(next.detail()).startsWith("Mercredi est rouge");
        assertThat(next.tag()).isEmpty();
    }

    @Test
    void during_the_charge_the_hold_is_next_and_then_the_day() {
        var plan = StillPlan.acting("salon", "garage", "atelier");
        engine.at(Instant.parse("2026-01-06T23:00:00Z"));
        assertThat(french(plan).time()).isEqualTo("01:46");
        assertThat(french(plan).headline()).isEqualTo("Maintenir le niveau");
        engine.at(Instant.parse("2026-01-07T01:00:00Z"));
        assertThat(french(plan).time()).isEqualTo("06:00");
        assertThat(french(plan).headline()).isEqualTo("Mode Auto");
        engine.at(Instant.parse("2026-01-07T06:00:00Z"));
        assertThat(french(plan).headline()).isEqualTo("Rien de prévu");
    }

    @Test
    void an_action_of_some_batteries_names_them() {
        var next = french(StillPlan.acting("salon", "atelier"));
        assertThat(next.headline()).isEqualTo("Charger à 95" + NBSP + "% · Salon, Atelier");
    }

    @Test
    void actions_that_differ_are_not_told_as_one() {
        var at = Instant.parse("2026-01-06T21:05:00Z");
        var end = Instant.parse("2026-01-07T05:00:00Z");
        var why = Reason.of("hold.always");
        var plan =
                StillPlan.of(
                        List.of(
                                StillPlan.action(at, end, "salon", 0, null, why),
                                StillPlan.action(at, end, "garage", -800, null, why),
                                StillPlan.action(at, end, "atelier", 0, null, why)));
        assertThat(french(StillPlan.with(plan)).headline())
                .isEqualTo("Maintenir le niveau · Salon, Atelier");
    }

    @Test
    void a_charge_without_a_target_and_a_delivery_tell_their_power() {
        var at = Instant.parse("2026-01-07T17:00:00Z");
        var end = Instant.parse("2026-01-07T20:00:00Z");
        var why = Reason.of("hold.always");
        var charge = StillPlan.action(at, end, "salon", -800, null, why);
        var deliver = StillPlan.action(at, end, "salon", 1200, null, why);
        var one = french(StillPlan.with(StillPlan.of(List.of(charge))));
        assertThat(one.headline()).isEqualTo("Charger à 800" + NBSP + "W · Salon");
        assertThat(one.time()).isEqualTo("mer. 18:00–21:00");
        assertThat(french(StillPlan.with(StillPlan.of(List.of(deliver)))).headline())
                .isEqualTo("Délivrer 1" + NBSP + "200" + NBSP + "W · Salon");
    }

    @Test
    void a_pause_a_trial_and_a_doubtful_clock_are_said_first() {
        var until = Instant.parse("2026-01-06T21:30:00Z");
        var paused = french(StillPlan.paused(until, "salon", "garage", "atelier"));
        assertThat(paused.tag()).isEqualTo("Suspendu");
        assertThat(paused.tagTone()).isEqualTo(Tone.ATTENTION);
        assertThat(paused.headline()).startsWith("Charger");
        assertThat(paused.detail()).isEqualTo("Rien n’est envoyé jusqu’à 22:30.");
        assertThat(french(StillPlan.paused(null, "salon")).detail())
                .isEqualTo("Rien n’est envoyé jusqu’à la reprise.");
        var trial = french(StillPlan.trial(until.plusSeconds(86_400), "salon"));
        assertThat(trial.tag()).isEqualTo("Essai");
        assertThat(trial.detail()).endsWith("rien n’est envoyé jusqu’à mer. 22:30.");
        var doubted = french(StillPlan.doubted("salon"));
        assertThat(doubted.tag()).isEqualTo("Heure douteuse");
        assertThat(doubted.tagTone()).isEqualTo(Tone.ATTENTION);
    }

    @Test
    void off_and_not_looked_yet_are_two_things() {
        assertThat(french(PlanState.OFF).headline()).isEqualTo("Les batteries décident seules");
        assertThat(french(StillPlan.with(null)).headline()).isEqualTo("Pas encore de plan");
    }

    @Test
    void english_has_its_own_words() {
        var next = state(StillPlan.acting("salon", "garage", "atelier"), Locale.ENGLISH);
        assertThat(next.headline()).isEqualTo("Charge to 95%");
        assertThat(next.detail()).startsWith("Wednesday is red");
    }

    private NextActionState french(PlanState plan) {
        return state(plan, Locale.FRENCH);
    }

    private NextActionState state(PlanState plan, Locale locale) {
        return NextActionState.of(
                plan,
                engine.fleet(),
                engine.now(),
                Language.of(new Formats(locale, engine.zone())));
    }
}
