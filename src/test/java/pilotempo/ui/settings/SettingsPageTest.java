package pilotempo.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import pilotempo.engine.Engine;
import pilotempo.settings.BatterySettings;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** Base of tests of the Settings page by its words, buttons and fields. */
abstract class SettingsPageTest extends PageTest {
    static final String NEW_MAC = "02005e000015";

    final List<Place> places = new ArrayList<>();

    static String refused(String why) {
        return "Le fichier des réglages n’est pas correct\u00a0: " + why;
    }

    Scene show(Engine engine, Size size) {
        return show(engine, size, Locale.FRENCH, size == Size.KIOSK);
    }

    Scene show(Engine engine, Size size, Locale locale, boolean dark) {
        var kiosk = size == Size.KIOSK;
        var still = context(StillEngine.of(0), locale, kiosk, dark, places::add);
        var context =
                new UiContext(
                        engine,
                        still.formats(),
                        kiosk,
                        dark,
                        still.navigator(),
                        still.work(),
                        still.fx(),
                        still.clockTick());
        var scene =
                open(
                        () -> {
                            var view = new SettingsView(context);
                            view.shown();
                            return framed(view.node(), kiosk);
                        },
                        size,
                        dark);
        onFx(() -> {});
        return scene;
    }

    /** A press without the pointer's way there, which takes its time. */
    static void fire(Scene scene, String button) {
        onFx(() -> ((ButtonBase) scene.lookup(button)).fire());
    }

    static void put(Scene scene, String field, String text) {
        onFx(() -> ((TextField) scene.lookup(field)).setText(text));
    }

    void type(String field, String text) {
        clickOn(field);
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write(text, 0);
    }

    static String text(Scene scene, String field) {
        return onFx(() -> ((TextField) scene.lookup(field)).getText());
    }

    static List<String> ids(Engine engine) {
        return engine.settings().batteries().stream().map(BatterySettings::id).toList();
    }
}
