package pilotempo.ui.shell;

import java.time.ZoneId;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import pilotempo.settings.UiSettings;

/** The language and theme in force. */
record Appearance(Locale locale, boolean dark) {
    static Appearance of(UiSettings settings, WindowOptions options, ZoneId zone) {
        return new Appearance(
                settings.language().locale(options.systemLocale(), zone),
                options.dark().orElseGet(() -> dark(settings.theme(), options.kiosk())));
    }

    private static boolean dark(UiSettings.Theme theme, boolean kiosk) {
        return switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case AUTO -> kiosk || Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
