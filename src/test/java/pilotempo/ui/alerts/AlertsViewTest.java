package pilotempo.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.alert.ChannelTest;
import pilotempo.ui.component.Place;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.ViewFactory;
import pilotempo.ui.shell.WindowOptions;
import pilotempo.ui.tempo.TempoView;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** The Alerts page inside the window: what is said, what can be pressed, and pictures. */
class AlertsViewTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);
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

    record Shot(String name, boolean any, Size size, boolean dark, Locale locale) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        var fr = Locale.FRENCH;
        var en = Locale.ENGLISH;
        return Stream.of(
                new Shot("alerts-desktop-light", true, Size.DESKTOP, false, fr),
                new Shot("alerts-desktop-dark-en", true, Size.DESKTOP, true, en),
                new Shot("alerts-desktop-light-none", false, Size.DESKTOP, false, fr),
                new Shot("alerts-half", true, Size.HALF, false, fr),
                new Shot("alerts-kiosk-dark", true, Size.KIOSK, true, fr),
                new Shot("alerts-kiosk-light-en", true, Size.KIOSK, false, en),
                new Shot("alerts-kiosk-dark-none", false, Size.KIOSK, true, fr));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void every_variant_is_shown(Shot shot) {
        if (shot.any()) {
            engine.alerts.set(Told.some());
            engine.alerts.setChannels(Told.channels());
        }
        var scene = scene(shot.size(), shot.dark(), shot.locale(), new Place.Alerts());
        until(
                () -> {
                    onFx(() -> scene.getRoot().applyCss());
                    return !shot.any() || words(scene, ".alert-title").size() == 8;
                });
        picture(scene, shot.name());
        assertThat(words(scene, ".alert-title")).hasSize(shot.any() ? 8 : 0);
    }

    @Test
    void what_lasts_is_told_with_what_to_do_and_can_be_acknowledged() {
        engine.alerts.set(Told.some());
        var scene = show(Size.DESKTOP, false, Locale.FRENCH, new Place.Alerts());
        until(() -> words(scene, ".alert-title").size() == 8);
        assertThat(words(scene, ".alert-title"))
                .startsWith(
                        "Salon\u00a0: la charge est en retard",
                        "Garage ne répond plus",
                        "Atelier est chaude\u00a0: 47\u00a0°C",
                        "Jour rouge\u00a0: mercredi 7 janvier");
        assertThat(says("Que faire\u00a0: vérifiez qu’elle est allumée")).isTrue();
        assertThat(says("Depuis 18:55 · 47\u00a0min")).isTrue();
        onFx(
                () ->
                        scene.getRoot().lookupAll(".alert-row .button").stream()
                                .map(Button.class::cast)
                                .findFirst()
                                .orElseThrow()
                                .fire());
        until(() -> engine.alerts.acknowledged.contains(new UUID(0, 1)));
    }

    @Test
    void a_test_message_tells_what_became_of_it() {
        engine.alerts.setChannels(Told.channels());
        engine.alerts.testing(
                List.of(
                        new ChannelTest("telegram", true, "Telegram a pris le message."),
                        new ChannelTest("webhook", false, "Le webhook refuse.")));
        var scene = show(Size.DESKTOP, false, Locale.FRENCH, new Place.Alerts());
        press("Envoyer un message d’essai");
        until(() -> says("Telegram a pris le message.") && says("Le webhook refuse."));
        picture(scene, "alerts-desktop-test");
    }

    @Test
    void without_a_channel_there_is_nothing_to_test() {
        var scene = show(Size.DESKTOP, false, Locale.FRENCH, new Place.Alerts());
        assertThat(says("Rien à signaler")).isTrue();
        assertThat(onFx(() -> scene.getRoot().lookup(".channel-card .button").isDisabled()))
                .isTrue();
    }

    @Test
    void the_bell_counts_what_nobody_has_seen_and_leads_to_the_page() {
        var scene = show(Size.DESKTOP, false, Locale.FRENCH, new Place.Home());
        assertThat(onFx(() -> scene.lookup(".bell-badge").isVisible())).isFalse();
        engine.alerts.set(Told.some());
        until(() -> words(scene, ".bell-badge").equals(List.of("3")));
        picture(scene, "alerts-bell-desktop");
        onFx(() -> ((Button) scene.lookup("#bell")).fire());
        until(() -> says("En cours"));
    }

    @Test
    void a_new_alert_is_shown_on_the_kiosk_above_the_page_once() {
        var scene = show(Size.KIOSK, true, Locale.FRENCH, new Place.Tempo());
        engine.alerts.set(
                List.of(
                        Told.alert(
                                9,
                                "battery-away",
                                true,
                                0,
                                null,
                                "b:garage",
                                "v:silent",
                                "i:2026-01-06T18:38:20Z"),
                        Told.alert(
                                2,
                                "temperature-high",
                                false,
                                47,
                                null,
                                "b:salon",
                                "n:CELSIUS 47.0",
                                "n:CELSIUS 45.0")));
        until(() -> onFx(() -> scene.getRoot().lookupAll(".alert-banner").size() == 1));
        picture(scene, "alerts-banner-kiosk");
        press("Voir");
        until(() -> says("En cours"));
        assertThat(onFx(() -> scene.getRoot().lookupAll(".alert-banner"))).isEmpty();
    }

    @Test
    void a_banner_on_the_kiosk_goes_with_its_page_and_the_bell_goes_on_telling_it() {
        var scene = show(Size.KIOSK, true, Locale.FRENCH, new Place.Tempo());
        engine.alerts.set(
                List.of(
                        Told.alert(
                                9,
                                "battery-away",
                                true,
                                0,
                                null,
                                "b:garage",
                                "v:silent",
                                "i:2026-01-06T18:38:20Z")));
        until(() -> onFx(() -> scene.getRoot().lookupAll(".alert-banner").size() == 1));
        press("Accueil");
        until(() -> onFx(() -> scene.getRoot().lookupAll(".alert-banner").isEmpty()));
        assertThat(words(scene, ".bell-badge")).containsExactly("1");
    }

    @Test
    void a_new_alert_is_shown_at_the_corner_of_the_desktop_window() {
        for (boolean dark : new boolean[] {false, true}) {
            show(Size.DESKTOP, dark, Locale.FRENCH, new Place.Home());
            engine.alerts.set(
                    List.of(
                            Told.alert(
                                    dark ? 8 : 9,
                                    "battery-away",
                                    dark,
                                    0,
                                    null,
                                    "b:garage",
                                    "v:silent",
                                    "i:2026-01-06T18:38:20Z")));
            until(() -> onFx(() -> notice().isPresent()));
            var scene = onFx(() -> notice().orElseThrow());
            picture(scene, "alerts-notice-" + (dark ? "dark" : "light"));
            assertThat(words(scene)).contains("Dernière réponse\u00a0: 19:38.");
            closeWindow();
            until(() -> onFx(() -> notice().isEmpty()));
        }
    }

    private static Optional<Scene> notice() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(Window::getScene)
                .filter(scene -> scene.getRoot().lookup(".notification-bar") != null)
                .findFirst();
    }

    private Scene show(Size size, boolean dark, Locale locale, Place place) {
        var scene = scene(size, dark, locale, place);
        var made = java.util.Objects.requireNonNull(window);
        onFx(() -> made.show(stage));
        return scene;
    }

    private Scene scene(Size size, boolean dark, Locale locale, Place place) {
        Map<Class<? extends Place>, ViewFactory> views = new HashMap<>();
        views.put(Place.Home.class, (_, context) -> new TempoView(context));
        views.put(Place.Tempo.class, (_, context) -> new TempoView(context));
        views.put(Place.Alerts.class, (_, context) -> new AlertsView(context));
        var made =
                onFx(
                        () ->
                                new MainWindow(
                                        engine,
                                        new WindowOptions(
                                                size == Size.KIOSK, locale, Optional.of(dark)),
                                        views));
        window = made;
        return onFx(
                () -> {
                    var scene = made.scene(size.width(), size.height());
                    made.go(place);
                    return scene;
                });
    }
}
