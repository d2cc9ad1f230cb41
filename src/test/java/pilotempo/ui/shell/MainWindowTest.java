package pilotempo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.history.HistoryHealth;
import pilotempo.settings.UiSettings;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.StillEngine;

class MainWindowTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);
    private final Map<Place, BareView> made = new HashMap<>();
    private final List<String> languages = new ArrayList<>();
    private @Nullable MainWindow window;

    @AfterEach
    void closeWindow() {
        var open = window;
        if (open != null) {
            onFx(
                    () -> {
                        stage.hide();
                        open.close();
                        Thread.currentThread().setUncaughtExceptionHandler(null);
                    });
        }
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

    private int banners() {
        return onFx(() -> stage.getScene().getRoot().lookupAll(".unkept-banner").size());
    }

    private static RuntimeException bug() {
        return new IllegalArgumentException("made up");
    }

    private BareView made(Place place) {
        return java.util.Objects.requireNonNull(made.get(place));
    }

    private MainWindow window() {
        return java.util.Objects.requireNonNull(window);
    }

    private Scene show(List<Class<? extends Place>> kinds) {
        window = onFx(() -> window(false, kinds));
        onFx(
                () -> {
                    window().show(stage);
                    stage.requestFocus();
                });
        until(stage::isFocused);
        return onFx(() -> stage.getScene());
    }

    private Scene kioskScene() {
        window = onFx(() -> window(true, List.of()));
        var scene = onFx(() -> window().scene(800, 480));
        onFx(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
        return scene;
    }

    private MainWindow window(boolean kiosk, List<Class<? extends Place>> kinds) {
        var all =
                List.<Class<? extends Place>>of(
                        Place.Home.class,
                        Place.Battery.class,
                        Place.History.class,
                        Place.Tempo.class,
                        Place.Automation.class,
                        Place.Diagnostics.class,
                        Place.SettingsPage.class);
        var views = new HashMap<Class<? extends Place>, ViewFactory>();
        for (var kind : kinds.isEmpty() ? all : kinds) {
            views.put(
                    kind,
                    (place, context) -> {
                        languages.add(context.locale().getLanguage());
                        var view = new BareView(name(place));
                        made.put(place, view);
                        return view;
                    });
        }
        return new MainWindow(
                engine, new WindowOptions(kiosk, Locale.FRANCE, Optional.empty()), views);
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.Home _ -> "home";
            case Place.Battery battery -> "battery " + battery.id();
            case Place.History _ -> "history";
            case Place.Tempo _ -> "tempo";
            case Place.Automation _ -> "automation";
            case Place.Alerts _ -> "alerts";
            case Place.Diagnostics _ -> "diagnostics";
            case Place.SettingsPage _ -> "settings";
        };
    }

    private static Button button(Scene scene, String selector, String word) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String title(Scene scene) {
        return onFx(
                () -> {
                    var page = (Label) scene.lookup(".page-title");
                    return page != null
                            ? page.getText()
                            : ((Label) scene.lookup(".header-clock")).getText();
                });
    }

    private static javafx.scene.paint.Color background(Scene scene) {
        return onFx(() -> scene.snapshot(null).getPixelReader().getColor(3, 3));
    }
}
