package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** The configured batteries: removed, renamed, tested. */
class FleetListTest extends SettingsPageTest {
    @Test
    void a_battery_is_removed_only_after_a_second_press_and_can_be_put_back() {
        var engine = StillEngine.of(3);
        var scene = show(engine, Size.DESKTOP);
        var before = engine.settings();
        fire(scene, "#remove-garage");
        until(() -> scene.lookup("#confirm-garage") != null);
        assertThat(engine.settings()).isEqualTo(before);
        picture("settings-desktop-light-confirm");

        fire(scene, "#confirm-garage");
        until(() -> ids(engine).equals(List.of("salon", "atelier")));
        until(() -> scene.lookup(".banner .button") != null);
        picture("settings-desktop-light-undo");

        fire(scene, ".banner .button");
        until(() -> engine.settings().equals(before));
        until(() -> scene.lookup("#remove-garage") != null);
    }

    @Test
    void a_battery_is_renamed_in_place_and_a_name_that_is_taken_is_refused_there() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);
        fire(scene, "#rename-garage");
        put(scene, ".fleet-row .name-field", "Salon");
        fire(scene, "#save-garage");
        until(() -> words(scene).contains("Une autre batterie porte ce nom."));

        put(scene, ".fleet-row .name-field", "Cave");
        fire(scene, "#save-garage");

        until(() -> engine.settings().batteries().getLast().name().equals("Cave"));
        assertThat(ids(engine)).containsExactly("salon", "garage");
        until(() -> words(scene).contains("Cave"));
    }

    @Test
    void a_test_asks_the_battery_again() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);

        fire(scene, "#test-garage");

        until(() -> engine.askedAgain.equals(List.of("garage")));
        assertThat(words(scene)).contains("demandée, réponse à venir");
    }

    @Test
    void the_list_follows_the_links_by_itself() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);
        assertThat(words(scene)).doesNotContain("aucune réponse");

        engine.silent("garage");

        until(() -> words(scene).contains("aucune réponse"));
    }
}
