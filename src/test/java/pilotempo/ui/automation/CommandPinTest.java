package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilotempo.settings.PinHash;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.Pictures.Size;

/** The PIN before commands on the kiosk. */
class CommandPinTest extends AutomationPageTest {
    @Test
    void on_the_kiosk_a_command_needs_the_pin_where_one_is_set() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        digits("1357");
        fire("#pin-enter");
        until(() -> text("#pin-told").equals("Code faux, 4 essais restants"));
        picture("automation-kiosk-dark-pin");
        assertThat(engine.steering.planCalls).isEmpty();
        digits("2468");
        fire("#pin-enter");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
        assertThat(dialog()).isFalse();
    }

    @Test
    void a_pause_from_any_page_needs_it_too() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.on(3));
        open(Part.JOURNAL, Size.KIOSK, Locale.FRENCH);
        tick();
        picture("automation-kiosk-dark-pause-header");
        fire("#pause-plan");
        until(this::dialog);
        picture("automation-kiosk-dark-pause-anywhere");
        fire("#pause-now");
        digits("2468");
        assertThat(engine.steering.planCalls).isEmpty();
        fire("#pin-enter");
        until(() -> engine.steering.planCalls.equals(List.of("pause")));
        assertThat(engine.steering.pauses).hasSize(1);
    }

    @Test
    void five_wrong_pins_pause_the_pad_even_when_it_is_opened_anew() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        for (int tries = 4; tries >= 0; tries--) {
            digits("1111");
            fire("#pin-enter");
            int left = tries;
            until(
                    () ->
                            left == 0
                                    ? text("#pin-told").contains("1\u00a0min")
                                    : text("#pin-told").contains(Integer.toString(left)));
        }
        fire("#pin-cancel");
        fire("#paused-sign");
        assertThat(onFx(() -> window().scene().lookup("#pin-2").isDisabled())).isTrue();
        engine.at(Plans.NOW.plusSeconds(61));
        tick();
        assertThat(onFx(() -> window().scene().lookup("#pin-2").isDisabled())).isFalse();
        digits("2468");
        fire("#pin-enter");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
    }

    @Test
    void a_pad_that_is_left_alone_goes_by_itself() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        for (int i = 0; i < 61; i++) {
            tick();
        }
        assertThat(dialog()).isFalse();
        assertThat(engine.steering.planCalls).isEmpty();
    }

    @Test
    void a_pin_that_can_not_be_read_lets_nothing_pass() throws Exception {
        engine.change(
                settings ->
                        settings.withUi(
                                settings.ui()
                                        .withKioskPin(
                                                Optional.of(
                                                        new pilotempo.settings.Secret("1234")))));
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.ENGLISH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        assertThat(text("#pin-told")).startsWith("The PIN in the settings can not be read.");
        assertThat(onFx(() -> window().scene().lookup("#pin-1").isDisabled())).isTrue();
    }

    private void pin(String digits) throws Exception {
        var hash = PinHash.of(digits, new Random(3)).written();
        engine.change(settings -> settings.withUi(settings.ui().withKioskPin(Optional.of(hash))));
    }

    private void digits(String digits) {
        until(() -> !onFx(() -> window().scene().lookup("#pin-1").isDisabled()));
        for (int i = 0; i < digits.length(); i++) {
            fire("#pin-" + digits.charAt(i));
        }
    }
}
