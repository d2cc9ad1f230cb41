package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.Place.Automation.Part;

/** The strategy’s settings: faults, saving, undo. */
class AdjustPageTest extends AutomationPageTest {
    @Test
    void a_wrong_number_is_told_beside_its_field_and_can_not_be_saved() {
        desktop(Part.ADJUST);
        put("#target-field", "120");
        until(() -> says("A whole number from 1 to 100."));
        assertThat(disabled("#form-save")).isTrue();
        picture("automation-light-fault");
        put("#target-field", "95");
        until(() -> !disabled("#form-save"));
        assertThat(says("A whole number from 1 to 100.")).isFalse();
    }

    @Test
    void what_is_saved_holds_and_can_be_undone() {
        desktop(Part.ADJUST);
        put("#target-field", "90");
        onFx(() -> ((CheckBox) window().scene().lookup("#form-colour-white")).fire());
        fire("#form-save");
        until(() -> engine.settings().planning().targetSoc() == 90);
        assertThat(engine.settings().planning().colours())
                .containsExactlyInAnyOrder("RED", "WHITE");
        until(() -> says("Saved."));
        fire("#form-undo");
        until(() -> engine.settings().planning().targetSoc() == 100);
        assertThat(engine.settings().planning().colours()).containsExactly("RED");
        until(() -> says("As before."));
    }

    @Test
    void cancel_shows_again_what_holds() {
        desktop(Part.ADJUST);
        put("#power-field", "800");
        until(() -> !disabled("#form-cancel"));
        fire("#form-cancel");
        until(
                () ->
                        onFx(() -> ((TextField) window().scene().lookup("#power-field")).getText())
                                .equals("1000"));
        assertThat(disabled("#form-save")).isTrue();
    }

    @Test
    void turning_a_strategy_on_in_the_form_asks_first() {
        desktop(Part.ADJUST);
        fire("#choice-peak-shift");
        fire("#form-save");
        until(this::dialog);
        assertThat(engine.settings().planning().strategy()).isEqualTo("none");
        fire("#confirm");
        until(() -> engine.settings().planning().strategy().equals("peak-shift"));
    }

    @Test
    void what_the_environment_sets_is_shown_as_such() {
        engine.forcing("planning.target-soc", "PILOTEMPO_PLANNING_TARGET_SOC");
        desktop(Part.ADJUST);
        assertThat(
                        says(
                                "Set by the variable PILOTEMPO_PLANNING_TARGET_SOC; it can only be"
                                        + " changed there."))
                .isTrue();
        assertThat(onFx(() -> window().scene().lookup("#target-field").isDisabled())).isTrue();
    }

    private void put(String field, String text) {
        onFx(
                () -> {
                    window().layout();
                    ((TextField) window().scene().lookup(field)).setText(text);
                });
    }

    private boolean disabled(String id) {
        return onFx(() -> window().scene().lookup(id).isDisabled());
    }
}
