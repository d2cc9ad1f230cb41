package pilotempo.ui.component;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of one view, in the user's language. Bundles: {@code X.properties} (English), {@code
 * X_fr.properties}.
 */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * The bundle of that base name, {@code pilotempo.ui.dashboard.Dashboard}. English where there
     * is no translation.
     */
    public static Texts of(String baseName, Locale locale) {
        return new Texts(
                ResourceBundle.getBundle(
                        baseName, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)),
                locale);
    }

    /** The word of a key. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /**
     * The sentence of a key with its placeholders filled; a plain apostrophe in it must be doubled
     * or be ’.
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }
}
