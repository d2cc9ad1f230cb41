package pilotempo.ui.component;

import java.util.List;
import javafx.scene.text.Font;

/**
 * IBM Plex Sans, shipped with the program: all its digits are equally wide in all three weights.
 */
final class Fonts {
    private static final List<String> FILES =
            List.of(
                    "IBMPlexSans_400Regular.ttf",
                    "IBMPlexSans_500Medium.ttf",
                    "IBMPlexSans_600SemiBold.ttf");

    private Fonts() {}

    /** Makes the fonts known to JavaFX; a second call changes nothing. */
    static void load() {
        Once.LOADED.forEach(font -> {});
    }

    private static Font read(String file) {
        var url = Fonts.class.getResource("font/" + file);
        var font = url == null ? null : Font.loadFont(url.toExternalForm(), 14);
        if (font == null) {
            throw new IllegalStateException("font " + file + " is missing or broken");
        }
        return font;
    }

    private static final class Once {
        static final List<Font> LOADED = FILES.stream().map(Fonts::read).toList();
    }
}
