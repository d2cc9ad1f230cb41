package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import pilotempo.settings.PinHash;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

class KioskPinTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);

    @Test
    void a_pin_given_twice_is_kept_as_a_hash_only() {
        var scene = show(Size.DESKTOP);
        assertThat(says("None is asked")).isTrue();
        fire(scene, "#pin-set");
        digits(scene, "2468");
        digits(scene, "2468");
        until(() -> engine.settings().ui().kioskPin().isPresent());
        var kept = engine.settings().ui().kioskPin().orElseThrow();
        assertThat(kept.reveal()).doesNotContain("2468");
        assertThat(PinHash.read(kept).orElseThrow().matches("2468")).isTrue();
        until(() -> says("It is asked on the kiosk before every command."));
        picture("settings-light-pin");
    }

    @Test
    void two_that_differ_keep_nothing() {
        var scene = show(Size.DESKTOP);
        fire(scene, "#pin-set");
        digits(scene, "2468");
        digits(scene, "2469");
        until(() -> text(scene, "#pin-told").equals("The two were not the same. Begin anew."));
        assertThat(engine.settings().ui().kioskPin()).isEmpty();
    }

    @Test
    void one_that_is_too_short_is_told() {
        var scene = show(Size.DESKTOP);
        fire(scene, "#pin-set");
        digits(scene, "12");
        until(() -> text(scene, "#pin-told").equals("A PIN has at least 4 digits."));
    }

    @Test
    void on_the_kiosk_the_present_pin_is_asked_before_it_is_removed() throws Exception {
        var hash = PinHash.of("1357", new Random(5)).written();
        engine.change(settings -> settings.withUi(settings.ui().withKioskPin(Optional.of(hash))));
        var scene = show(Size.KIOSK);
        onFx(() -> ((ButtonBase) scene.lookup("#choice-display")).fire());
        picture("settings-kiosk-light-pin");
        fire(scene, "#pin-remove");
        digits(scene, "1111");
        until(() -> text(scene, "#pin-told").contains("4"));
        assertThat(engine.settings().ui().kioskPin()).isPresent();
        digits(scene, "1357");
        until(() -> engine.settings().ui().kioskPin().isEmpty());
    }

    @Test
    void one_from_the_environment_can_not_be_changed_here() {
        engine.forcing("ui.kiosk-pin", "PILOTEMPO_UI_KIOSK_PIN");
        var scene = show(Size.DESKTOP);
        assertThat(says("Set by the variable PILOTEMPO_UI_KIOSK_PIN")).isTrue();
        assertThat(onFx(() -> scene.lookup("#pin-set").isDisabled())).isTrue();
    }

    private Scene show(Size size) {
        boolean kiosk = size == Size.KIOSK;
        var context = context(engine, Locale.ENGLISH, kiosk, false, _ -> {});
        return open(
                () -> {
                    var view = new SettingsView(context);
                    view.shown();
                    return new StackPane(framed(view.node(), kiosk), context.dialogs().node());
                },
                size,
                false);
    }

    private static void fire(Scene scene, String id) {
        onFx(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    ((ButtonBase) scene.lookup(id)).fire();
                });
    }

    private static void digits(Scene scene, String digits) {
        until(() -> scene.lookup("#pin-1") != null && !scene.lookup("#pin-1").isDisabled());
        for (int i = 0; i < digits.length(); i++) {
            fire(scene, "#pin-" + digits.charAt(i));
        }
        fire(scene, "#pin-enter");
    }

    private static String text(Scene scene, String id) {
        return onFx(() -> ((Labeled) scene.lookup(id)).getText());
    }
}
