package pilotempo.automation;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import pilotempo.planning.Reason;
import pilotempo.settings.Settings;

/**
 * Why a battery is told something, as the journal keeps it: in the language of the settings.
 * Immutable.
 *
 * @param locale French or English
 * @param zone in which times are told
 */
record Whys(Locale locale, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /**
     * @param system the system's language, where the settings name none
     */
    static Whys of(Settings settings, Locale system) {
        return new Whys(settings.ui().language().locale(system, settings.zone()), settings.zone());
    }

    /** Why the plan wants it. */
    String of(Reason reason) {
        return reason.sentence(locale, zone);
    }

    /** A sentence of this package's own. */
    String of(String key, Object... args) {
        var bundle = ResourceBundle.getBundle("pilotempo.automation.Whys", locale, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** A time of day. */
    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
