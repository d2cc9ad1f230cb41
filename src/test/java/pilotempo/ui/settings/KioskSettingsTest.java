package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** Settings on the kiosk. */
class KioskSettingsTest extends SettingsPageTest {
    @Test
    void targets_in_the_kiosk_are_big_enough() {
        var engine = StillEngine.of(2).finding(1);
        var scene = show(engine, Size.KIOSK);
        picture("settings-kiosk-dark");
        fire(scene, "#choice-add");
        until(() -> scene.lookup("#addPane").isVisible());
        fire(scene, "#search-start");
        until(() -> scene.lookup("#found-add-" + NEW_MAC) != null);
        picture("settings-kiosk-dark-add");
        fire(scene, "#choice-display");
        until(() -> scene.lookup("#displayPane").isVisible());
        picture("settings-kiosk-dark-display");
        fire(scene, "#choice-database");
        until(() -> scene.lookup("#databasePane").isVisible());
        picture("settings-kiosk-dark-database");
        fire(scene, "#choice-alerts");
        until(() -> scene.lookup("#alertsPane").isVisible());
        picture("settings-kiosk-dark-alerts");

        var small =
                onFx(
                        () ->
                                scene
                                        .getRoot()
                                        .lookupAll(".button, .toggle-button, .text-field")
                                        .stream()
                                        .filter(node -> node.isManaged() && node.isVisible())
                                        .map(node -> (Region) node)
                                        .filter(node -> node.getHeight() > 0)
                                        .filter(node -> node.getHeight() < 48)
                                        .toList());
        assertThat(small).isEmpty();
        assertThat(onFx(() -> scene.getRoot().lookupAll(".text-input")))
                .as("fields that a kiosk has no keyboard for")
                .isEmpty();
    }

    @Test
    void hours_temperature_and_levels_of_alerts_are_set_in_the_kiosk_without_a_keyboard() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.KIOSK);
        fire(scene, "#choice-alerts");
        until(() -> scene.lookup("#alertsPane").isVisible());
        assertThat(scene.lookup("#alerts-save").isDisabled()).isTrue();
        press("Calme dès +");
        press("Basse sous +");
        press("Basse sous +");
        press("Pleine dès +");
        press("Chaude dès −");
        press("Enregistrer");

        until(() -> engine.settings().notifications().socLow().isPresent());
        var saved = engine.settings().notifications();
        assertThat(saved.quietHours()).isEqualTo("22:30-07:00");
        assertThat(saved.socLow()).contains(10);
        assertThat(saved.socFull()).contains(50);
        assertThat(saved.temperatureHigh()).isEqualTo(44);
        until(() -> says("Vaut dès maintenant"));
        picture("settings-kiosk-dark-alerts-saved");
    }
}
