package pilotempo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The window of the kiosk. */
class KioskWindowTest extends ShellTest {
    @Test
    void the_kiosk_has_five_places_no_cursor_and_targets_for_a_thumb() {
        var scene = kioskScene();
        assertThat(words(scene, ".nav-item"))
                .containsExactly("Accueil", "Historique", "Tempo", "Pilotage", "Plus");
        assertThat(onFx(scene::getCursor)).isEqualTo(Cursor.NONE);
        assertThat(title(scene)).isEqualTo("19:42");
        onFx(
                () -> {
                    for (var node : scene.getRoot().lookupAll(".nav-item")) {
                        var region = (Region) node;
                        assertThat(region.getHeight()).isGreaterThanOrEqualTo(48);
                        assertThat(region.getWidth()).isGreaterThanOrEqualTo(48);
                    }
                });
    }

    @Test
    void more_leads_to_the_rest_of_the_places_on_the_kiosk() {
        var scene = kioskScene();
        onFx(() -> button(scene, ".nav-item", "Plus").fire());
        assertThat(words(scene, ".more-item"))
                .containsExactly("Batteries", "Diagnostic", "Réglages");
        onFx(() -> button(scene, ".more-item", "Réglages").fire());
        assertThat(title(scene)).isEqualTo("settings");
    }

    @Test
    void an_idle_kiosk_dims_and_the_touch_that_wakes_it_does_nothing_else() {
        window = onFx(() -> window(true, List.of()));
        var scene = onFx(() -> window().scene(800, 480));
        onFx(
                () -> {
                    stage.setScene(scene);
                    stage.sizeToScene();
                    stage.show();
                    stage.requestFocus();
                });
        var veil = onFx(() -> scene.lookup(".idle-veil"));
        assertThat(onFx(veil::isVisible)).isFalse();
        onFx(
                () -> {
                    for (long i = 0; i < IdleDim.AFTER.toSeconds(); i++) {
                        window().tick();
                    }
                });
        assertThat(onFx(veil::isVisible)).isTrue();
        clickOn("Tempo");
        assertThat(onFx(veil::isVisible)).isFalse();
        assertThat(title(scene)).isEqualTo("19:42");
        clickOn("Tempo");
        until(() -> title(scene).equals("tempo"));
    }
}
