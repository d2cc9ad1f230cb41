package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.Place.Automation.Part;

/** The plan: what is read, paused, tried and turned on. */
class PlanPageTest extends AutomationPageTest {
    @Test
    void the_arrow_keys_read_the_reasons_action_by_action() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        onFx(() -> window().scene().lookup("#plan-strip").requestFocus());
        type(KeyCode.RIGHT);
        until(() -> text("#reading").startsWith("Salon, 19:42–22:00 · Auto"));
        type(KeyCode.RIGHT);
        until(() -> text("#reading").startsWith("Salon, 22:00–01:46 · Charge at 1,000"));
        assertThat(text("#reading")).contains("→ 95%").contains("Wednesday is red");
        type(KeyCode.DOWN);
        until(() -> text("#reading").startsWith("Garage, 22:00"));
        assertThat(onFx(() -> window().scene().getRoot().lookupAll(".why-row").size()))
                .isEqualTo(6);
    }

    @Test
    void a_tap_on_an_action_shows_its_reason_and_one_beside_it_lets_it_go() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        var strip = onFx(() -> window().scene().lookup("#plan-strip"));
        moveTo(strip).clickOn();
        until(() -> text("#reading").contains("Auto"));
        var corner = onFx(() -> strip.localToScreen(4, 4));
        clickOn(corner);
        until(() -> text("#reading").equals("Press an action to read why."));
    }

    @Test
    void a_plan_that_changes_shows_by_itself() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        until(() -> says("Tempo strategy on"));
        engine.steering.plan(Plans.trial(Plans.on(3), false));
        until(() -> says("Trial: nothing is sent"));
    }

    @Test
    void a_pause_says_what_it_costs_and_lasts_until_what_was_chosen() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        assertThat(text("#pause-loss")).contains("Wednesday 7 January");
        picture("automation-light-pause");
        fire("#choice-HOURS_2");
        until(() -> !there("#pause-loss"));
        fire("#choice-OPEN");
        until(() -> there("#pause-loss"));
        fire("#choice-MORNING");
        fire("#pause-now");
        until(() -> engine.steering.pauses.size() == 1);
        assertThat(engine.steering.pauses)
                .containsExactly(Optional.of(Plans.at("2026-01-07T05:00:00Z")));
        assertThat(dialog()).isFalse();
    }

    @Test
    void escape_leaves_a_dialog_and_nothing_was_done() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        type(KeyCode.ESCAPE);
        until(() -> !dialog());
        assertThat(engine.steering.planCalls).isEmpty();
        assertThat(there("#plan-strip")).isTrue();
    }

    @Test
    void a_dialog_keeps_the_keyboard_to_itself() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        for (int i = 0; i < 12; i++) {
            type(KeyCode.TAB);
            assertThat(
                            onFx(
                                    () -> {
                                        for (Node one = window().scene().getFocusOwner();
                                                one != null;
                                                one = one.getParent()) {
                                            if (one.getStyleClass().contains("dialog-card")) {
                                                return true;
                                            }
                                        }
                                        return false;
                                    }))
                    .isTrue();
        }
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(dialog()).isTrue();
    }

    @Test
    void a_paused_plan_is_told_on_every_page_and_goes_on_with_one_press() {
        engine.steering.plan(Plans.paused(Plans.on(3), Plans.at("2026-01-07T05:00:00Z")));
        desktop(Part.JOURNAL);
        tick();
        assertThat(text("#paused-sign")).isEqualTo("Paused until 06:00 · Resume");
        picture("automation-light-paused-journal");
        fire("#paused-sign");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
        engine.steering.plan(Plans.on(3));
        tick();
        assertThat(there("#paused-sign")).isFalse();
    }

    @Test
    void the_plan_can_be_paused_from_every_page() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.JOURNAL);
        tick();
        fire("#pause-plan");
        until(this::dialog);
        picture("automation-light-pause-anywhere");
        assertThat(engine.steering.planCalls).isEmpty();
        assertThat(text("#pause-loss")).contains("Wednesday 7 January");
        fire("#pause-now");
        until(() -> engine.steering.planCalls.equals(List.of("pause")));
        assertThat(engine.steering.pauses.getFirst().orElseThrow())
                .isEqualTo(Plans.at("2026-01-07T05:00:00Z"));
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        tick();
        assertThat(there("#pause-plan")).isFalse();
    }

    @Test
    void an_urgent_trial_asks_once_at_once_and_acts_when_told() {
        engine.steering.plan(Plans.trial(Plans.on(3), true));
        desktop(Part.JOURNAL);
        tick();
        until(this::dialog);
        picture("automation-light-urgent");
        assertThat(says("Act now, or finish the trial day?")).isTrue();
        press("Finish the trial");
        until(() -> !dialog());
        tick();
        assertThat(dialog()).isFalse();
        assertThat(engine.steering.planCalls).isEmpty();
    }

    @Test
    void acting_from_now_on_ends_the_trial() {
        engine.steering.plan(Plans.trial(Plans.on(3), true));
        desktop(Part.JOURNAL);
        tick();
        until(this::dialog);
        press("Act from now on");
        until(() -> engine.steering.planCalls.equals(List.of("endDryRun")));
    }

    @Test
    void the_strategy_is_turned_on_after_a_question() {
        desktop(Part.PLAN);
        until(() -> there("#on"));
        fire("#on");
        until(this::dialog);
        assertThat(engine.settings().planning().strategy()).isEqualTo("none");
        fire("#confirm");
        until(() -> engine.settings().planning().strategy().equals("tempo"));
    }

    @Test
    void settings_that_refuse_are_told() {
        engine.refusing("The file can not be written.");
        desktop(Part.PLAN);
        until(() -> there("#on"));
        fire("#on");
        until(this::dialog);
        fire("#confirm");
        until(() -> says("The file can not be written."));
    }
}
