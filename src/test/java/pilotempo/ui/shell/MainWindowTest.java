package pilotempo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.history.HistoryHealth;
import pilotempo.settings.UiSettings;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.StillEngine;

/** The window on a PC. */
class MainWindowTest extends ShellTest {
    private int banners() {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".unkept-banner").size());
    }

    private static RuntimeException bug() {
        return new IllegalArgumentException("made up");
    }

    private static javafx.scene.paint.Color background(Scene scene) {
        return onFx(() -> scene.snapshot(null).getPixelReader().getColor(3, 3));
    }

    @Test
    void it_starts_at_home_and_offers_only_places_that_exist() {
        var scene = show(List.of(Place.Home.class, Place.Tempo.class, Place.SettingsPage.class));
        assertThat(words(scene, ".nav-item")).containsExactly("Accueil", "Tempo", "Réglages");
        assertThat(title(scene)).isEqualTo("home");
        assertThat(onFx(() -> stage.getTitle())).isEqualTo("Pilotempo");
        assertThat(onFx(() -> stage.getIcons().size())).isEqualTo(3);
    }

    @Test
    void control_and_a_digit_goes_to_a_place_and_escape_comes_back() {
        var scene = show(List.of());
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> title(scene).equals("tempo"));
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> title(scene).equals("battery salon"));
        push(KeyCode.ESCAPE);
        until(() -> title(scene).equals("tempo"));
        push(KeyCode.ESCAPE);
        until(() -> title(scene).equals("home"));
        push(KeyCode.ESCAPE);
        assertThat(title(scene)).isEqualTo("home");
    }

    @Test
    void a_digit_of_a_place_that_does_not_exist_leads_home() {
        var scene = show(List.of(Place.Home.class, Place.Tempo.class));
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> title(scene).equals("tempo"));
        push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> title(scene).equals("home"));
    }

    @Test
    void the_rail_works_by_mouse_and_a_colour_leads_to_tempo() {
        var scene = show(List.of());
        clickOn("Historique");
        until(() -> title(scene).equals("history"));
        clickOn(onFx(() -> scene.lookup(".tempo-chip")));
        until(() -> title(scene).equals("tempo"));
    }

    @Test
    void views_are_told_when_they_come_and_go_and_are_kept() {
        show(List.of());
        onFx(() -> window().go(new Place.History()));
        onFx(() -> window().go(new Place.Home()));
        var home = made(new Place.Home());
        var history = made(new Place.History());
        assertThat(home.shown).isEqualTo(2);
        assertThat(home.hidden).isEqualTo(1);
        assertThat(history.shown).isEqualTo(1);
        assertThat(history.hidden).isEqualTo(1);
    }

    @Test
    void another_language_in_the_settings_rebuilds_the_window_and_keeps_the_place() {
        var scene = show(List.of());
        onFx(() -> window().go(new Place.Tempo()));
        var before = made(new Place.Tempo());
        engine.language(UiSettings.Language.EN);
        onFx(() -> window().tick());
        assertThat(words(scene, ".nav-item")).contains("Home", "Settings");
        assertThat(title(scene)).isEqualTo("tempo");
        assertThat(before.hidden).isPositive();
        assertThat(made.get(new Place.Tempo())).isNotSameAs(before);
        assertThat(languages).containsExactly("fr", "fr", "en");
    }

    @Test
    void the_dark_theme_comes_with_the_settings_too() throws Exception {
        var scene = show(List.of());
        assertThat(background(scene)).isEqualTo(Palette.of(false).get("surface"));
        engine.change(
                settings ->
                        settings.withUi(
                                new UiSettings(
                                        settings.ui().language(),
                                        UiSettings.Theme.DARK,
                                        Optional.empty())));
        onFx(() -> window().tick());
        assertThat(background(scene)).isEqualTo(Palette.of(true).get("surface"));
    }

    @Test
    void a_bug_shows_one_calm_banner_with_a_code_however_often_it_comes() {
        var scene = show(List.of());
        for (int i = 0; i < 3; i++) {
            onFx(
                    () ->
                            Thread.currentThread()
                                    .getUncaughtExceptionHandler()
                                    .uncaughtException(
                                            Thread.currentThread(),
                                            new IllegalStateException("made up")));
        }
        assertThat(onFx(() -> scene.getRoot().lookupAll(".fault-banner").size())).isEqualTo(1);
        clickOn("Fermer");
        until(() -> scene.lookup(".fault-banner") == null);
    }

    @Test
    void the_code_of_a_bug_is_the_same_for_the_same_place() {
        assertThat(Faults.code(bug())).isEqualTo(Faults.code(new RuntimeException(bug())));
        assertThat(Faults.code(bug())).matches("P-[0-9A-F]{4}");
    }

    @Test
    void a_narrow_window_shows_icons_only() {
        window = onFx(() -> window(false, List.of()));
        var scene = onFx(() -> window().scene(900, 700));
        onFx(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    var rail = (Region) scene.lookup(".rail");
                    assertThat(rail.getWidth()).isEqualTo(56);
                    var home = (Button) scene.lookup(".nav-item");
                    assertThat(home.getTooltip().getText()).isEqualTo("Accueil");
                });
    }

    @Test
    void the_engine_is_told_whether_anybody_looks() {
        show(List.of());
        assertThat(engine.looking).last().isEqualTo(true);
        onFx(() -> stage.setIconified(true));
        until(() -> !engine.looking.getLast());
    }

    @Test
    void readings_that_are_not_kept_are_told_on_every_page_until_they_are_again() {
        show(List.of());
        engine.recording(new HistoryHealth(false, "disk full", null, 9));
        onFx(() -> window().tick());
        assertThat(banners()).isEqualTo(1);
        onFx(() -> window().go(new Place.Tempo()));
        onFx(() -> window().tick());
        assertThat(banners()).isEqualTo(1);
        picture("shell-light-not-recorded");
        engine.recording(new HistoryHealth(true, null, StillEngine.NOW, 0));
        onFx(() -> window().tick());
        assertThat(banners()).isZero();
    }
}
