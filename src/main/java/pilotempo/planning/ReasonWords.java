package pilotempo.planning;

import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of reasons. */
final class ReasonWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ReasonWords() {}

    static String sentence(Reason reason, Locale locale, ZoneId zone) {
        var bundle = ResourceBundle.getBundle("pilotempo.planning.Reasons", locale, NO_FALLBACK);
        return bundle.getString(reason.key());
    }
}
