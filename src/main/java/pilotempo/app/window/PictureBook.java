package pilotempo.app.window;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import pilotempo.engine.Engine;
import pilotempo.lifecycle.Time;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.PngWriter;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.WindowOptions;

/**
 * Pictures of every view, on desktop and kiosk, light and dark, French and English; needs no
 * display.
 */
public final class PictureBook {
    /** Long enough for a view to be laid out, and to say that it is loading. */
    private static final Duration SETTLE = Duration.ofMillis(900);

    private static final int MOST_SETTLES = 12;

    private final Engine engine;
    private final Time time;

    /** Of what the engine knows. */
    public PictureBook(Engine engine, Time time) {
        this.engine = engine;
        this.time = time;
    }

    /** Saves {@code PLACE-SIZE-THEME-LANGUAGE.png} files and returns how many. */
    public int save(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        FxThread.start();
        int saved = 0;
        for (var kiosk : List.of(false, true)) {
            for (var dark : List.of(false, true)) {
                for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    saved += save(folder, new WindowOptions(kiosk, locale, Optional.of(dark)));
                }
            }
        }
        return saved;
    }

    private int save(Path folder, WindowOptions options) throws IOException, InterruptedException {
        var window = FxThread.call(() -> new MainWindow(engine, options, Views.all()));
        var places = places();
        for (var place : places.entrySet()) {
            FxThread.call(
                    () -> {
                        window.scene(options.kiosk() ? 800 : 1280, options.kiosk() ? 480 : 800);
                        window.go(place.getValue());
                        return true;
                    });
            settle(window);
            var image = FxThread.call(() -> window.scene(0, 0).snapshot(null));
            var name =
                    String.join(
                            "-",
                            place.getKey(),
                            options.kiosk() ? "kiosk" : "desktop",
                            options.dark().orElse(false) ? "dark" : "light",
                            options.systemLocale().getLanguage());
            write(image, folder.resolve(name + ".png"));
        }
        FxThread.call(
                () -> {
                    window.close();
                    return true;
                });
        return places.size();
    }

    /** Until nothing is loading any more; on a machine too slow for that a few seconds. */
    private void settle(MainWindow window) throws InterruptedException {
        for (int i = 0; i < MOST_SETTLES; i++) {
            time.pause().forAtLeast(SETTLE);
            if (!FxThread.call(() -> loading(window))) {
                return;
            }
        }
    }

    private static boolean loading(MainWindow window) {
        return window.scene(0, 0).getRoot().lookupAll(".busy").stream().anyMatch(Node::isVisible);
    }

    private Map<String, Place> places() {
        var batteries = engine.fleet().batteries();
        var places = new LinkedHashMap<String, Place>();
        places.put("home", new Place.Home());
        if (!batteries.isEmpty()) {
            places.put("battery", new Place.Battery(batteries.getFirst().id()));
        }
        places.put("history", new Place.History());
        places.put("tempo", new Place.Tempo());
        places.put("automation", new Place.Automation(Place.Automation.Part.PLAN));
        places.put("automation-journal", new Place.Automation(Place.Automation.Part.JOURNAL));
        places.put("automation-adjust", new Place.Automation(Place.Automation.Part.ADJUST));
        places.put("automation-replay", new Place.Automation(Place.Automation.Part.REPLAY));
        places.put("alerts", new Place.Alerts());
        places.put("diagnostics", new Place.Diagnostics(""));
        places.put("settings", new Place.SettingsPage());
        return places;
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var row = new int[width];
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var png = new PngWriter(out, width, height)) {
            for (int y = 0; y < height; y++) {
                image.getPixelReader()
                        .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                png.row(row);
            }
        }
    }
}
