package pilotempo.app.window;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import pilotempo.ui.component.Place;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.WindowOptions;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.StillEngine;

/** Base of tests that go through all places of the window, as a user does. */
abstract class WholeWindowTest extends PageTest {
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

    MainWindow window() {
        return Objects.requireNonNull(window);
    }

    Scene show(StillEngine engine, boolean kiosk, Locale locale, boolean dark) {
        closeWindow();
        return onFx(
                () -> {
                    var options = new WindowOptions(kiosk, locale, Optional.of(dark));
                    var made = new MainWindow(engine, options, Views.all());
                    window = made;
                    var scene = made.scene(kiosk ? 800 : 1280, kiosk ? 480 : 800);
                    stage.setScene(scene);
                    stage.sizeToScene();
                    stage.show();
                    stage.requestFocus();
                    return scene;
                });
    }

    /** Goes there, and waits until nothing is loading. */
    void go(Scene scene, Place place) {
        onFx(() -> window().go(place));
        onFx(() -> window().go(place));
        until(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return scene.getRoot().lookupAll(".busy").stream().noneMatch(Node::isVisible);
                });
    }

    static Map<String, Place> places() {
        var places = new LinkedHashMap<String, Place>();
        places.put("home", new Place.Home());
        places.put("battery", new Place.Battery("salon"));
        places.put("history", new Place.History());
        places.put("tempo", new Place.Tempo());
        for (var part : Place.Automation.Part.values()) {
            places.put(
                    "automation-" + part.name().toLowerCase(Locale.ROOT),
                    new Place.Automation(part));
        }
        places.put("alerts", new Place.Alerts());
        places.put("diagnostics", new Place.Diagnostics(""));
        places.put("settings", new Place.SettingsPage());
        return places;
    }
}
