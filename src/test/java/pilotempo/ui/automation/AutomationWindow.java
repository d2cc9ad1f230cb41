package pilotempo.ui.automation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.component.View;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.Ticks;
import pilotempo.ui.shell.ViewFactory;
import pilotempo.ui.shell.WindowOptions;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** The real window with the Automation pages in it; all other places are empty. FX thread. */
final class AutomationWindow implements AutoCloseable {
    private final MainWindow window;
    private final Scene scene;

    AutomationWindow(StillEngine engine, Size size, boolean dark, Locale locale, Part part) {
        var views = new HashMap<Class<? extends Place>, ViewFactory>();
        for (var kind :
                List.<Class<? extends Place>>of(
                        Place.Home.class,
                        Place.Battery.class,
                        Place.History.class,
                        Place.Tempo.class,
                        Place.Diagnostics.class,
                        Place.SettingsPage.class)) {
            views.put(kind, (_, _) -> new Empty(kind.getSimpleName()));
        }
        views.put(
                Place.Automation.class,
                (place, context) -> AutomationView.of(((Place.Automation) place).part(), context));
        window =
                new MainWindow(
                        engine,
                        new WindowOptions(size == Size.KIOSK, locale, Optional.of(dark)),
                        views);
        scene = window.scene(size.width(), size.height());
        go(part);
    }

    private record Empty(String title) implements View {
        @Override
        public Node node() {
            return new Region();
        }
    }

    /** A second passes. */
    void tick() {
        Ticks.tick(window);
        layout();
    }

    Scene scene() {
        return scene;
    }

    void go(Part part) {
        window.go(new Place.Automation(part));
        layout();
    }

    void layout() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @Override
    public void close() {
        window.close();
    }
}
