package pilotempo.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.StillEngine;

/** Base of tests of the window with bare views. */
abstract class ShellTest extends PageTest {
    final StillEngine engine = StillEngine.of(3);

    final Map<Place, BareView> made = new HashMap<>();

    final List<String> languages = new ArrayList<>();

    @Nullable MainWindow window;

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

    BareView made(Place place) {
        return java.util.Objects.requireNonNull(made.get(place));
    }

    MainWindow window() {
        return java.util.Objects.requireNonNull(window);
    }

    Scene show(List<Class<? extends Place>> kinds) {
        window = onFx(() -> window(false, kinds));
        onFx(
                () -> {
                    window().show(stage);
                    stage.requestFocus();
                });
        until(stage::isFocused);
        return onFx(() -> stage.getScene());
    }

    Scene kioskScene() {
        window = onFx(() -> window(true, List.of()));
        var scene = onFx(() -> window().scene(800, 480));
        onFx(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
        return scene;
    }

    MainWindow window(boolean kiosk, List<Class<? extends Place>> kinds) {
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

    static String name(Place place) {
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

    static Button button(Scene scene, String selector, String word) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    static String title(Scene scene) {
        return onFx(
                () -> {
                    var page = (Label) scene.lookup(".page-title");
                    return page != null
                            ? page.getText()
                            : ((Label) scene.lookup(".header-clock")).getText();
                });
    }
}
