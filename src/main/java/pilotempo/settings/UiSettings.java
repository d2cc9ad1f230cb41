package pilotempo.settings;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Section {@code ui}.
 *
 * @param language auto, French or English
 * @param theme auto, light or dark
 * @param kioskPin salted hash of the PIN; absent = none asked
 */
public record UiSettings(Language language, Theme theme, Optional<Secret> kioskPin) {
    /** Languages. */
    public enum Language {
        /**
         * French where the system is French, or where it says nothing and the zone is Europe/Paris.
         */
        AUTO,
        /** French. */
        FR,
        /** English. */
        EN;

        private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

        /** The language meant, on a system of that language and in that zone. */
        public Locale locale(Locale system, ZoneId zone) {
            return switch (this) {
                case FR -> Locale.FRANCE;
                case EN -> Locale.UK;
                case AUTO ->
                        system.getLanguage().equals("fr")
                                        || (system.getLanguage().isEmpty() && zone.equals(PARIS))
                                ? Locale.FRANCE
                                : Locale.UK;
            };
        }
    }

    /** Themes. */
    public enum Theme {
        /** The system's; dark on the kiosk. */
        AUTO,
        /** Light. */
        LIGHT,
        /** Dark. */
        DARK
    }

    /** What holds when nothing is set. */
    public static final UiSettings DEFAULT =
            new UiSettings(Language.AUTO, Theme.AUTO, Optional.empty());

    /** This with another PIN. */
    public UiSettings withKioskPin(Optional<Secret> other) {
        return new UiSettings(language, theme, other);
    }
}
