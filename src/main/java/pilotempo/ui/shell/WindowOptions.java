package pilotempo.ui.shell;

import java.util.Locale;
import java.util.Optional;

/**
 * How the window is started.
 *
 * @param kiosk the full-screen variant for a touchscreen
 * @param systemLocale the system's language, taken where the settings say {@code auto}; {@link
 *     Locale#ROOT} = it says nothing
 * @param dark forces a theme; empty = as the settings say
 */
public record WindowOptions(boolean kiosk, Locale systemLocale, Optional<Boolean> dark) {
    /** As the system and the settings say. */
    public static WindowOptions usual(boolean kiosk) {
        return new WindowOptions(kiosk, Locale.getDefault(), Optional.empty());
    }
}
