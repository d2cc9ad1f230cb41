package pilotempo.ui.shell;

import java.time.ZoneId;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import pilotempo.settings.UiSettings;

/** The language and theme in force. */
record Appearance(Locale locale, boolean dark) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static Appearance of(UiSettings settings, WindowOptions options, ZoneId zone) {
        return new Appearance(
                locale(settings.language(), options.systemLocale(), zone),
                options.dark().orElseGet(() -> dark(settings.theme(), options.kiosk())));
    }

    private static Locale locale(UiSettings.Language language, Locale system, ZoneId zone) {
        return switch (language) {
            case FR -> Locale.FRANCE;
            case EN -> Locale.UK;
            case AUTO ->
                    system.getLanguage().equals("fr")
                                    || (system.getLanguage().isEmpty() && zone.equals(PARIS))
                            ? Locale.FRANCE
                            : Locale.UK;
        };
    }

    private static boolean dark(UiSettings.Theme theme, boolean kiosk) {
        return switch (theme) {
            case DARK -> true;
            case LIGHT -> false;
            case AUTO -> kiosk || Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }
}
