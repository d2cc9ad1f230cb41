package pilotempo.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pilotempo.tempo.TempoColour;

/**
 * Sentences of reasons. A sentence holds {@code {0}}, {@code {1}} … for its arguments: dates are
 * told as days of the week, instants as local times, prices in EUR with 4 decimals, whole numbers
 * with their thousands apart. French where the locale is French, else English.
 */
final class ReasonWords {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final char NBSP = '\u00a0';

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    private ReasonWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle("pilotempo.planning.Reasons", locale, NO_FALLBACK);
    }

    static String sentence(Reason reason, Locale locale, ZoneId zone) {
        var spoken = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new ReasonWords(spoken, zone).sentence(reason);
    }

    private String sentence(Reason reason) {
        var text =
                PLACE.matcher(bundle.getString(reason.key()))
                        .replaceAll(place -> word(reason, place).replace("$", "\\$"));
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private String word(Reason reason, MatchResult place) {
        return switch (reason.args().get(Integer.parseInt(place.group(1)))) {
            case LocalDate date -> DateTimeFormatter.ofPattern("EEEE", locale).format(date);
            case Instant at -> DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
            case BigDecimal price -> price(price);
            case Integer number -> number("#,##0", new BigDecimal(number));
            case TempoColour colour -> bundle.getString("colour." + colour.name());
            case Object other -> other.toString();
        };
    }

    private String price(BigDecimal price) {
        var number = number("0.0000", price);
        return locale.equals(Locale.FRENCH) ? number + NBSP + "€" : "€" + number;
    }

    private String number(String pattern, BigDecimal value) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        if (locale.equals(Locale.FRENCH)) {
            symbols.setGroupingSeparator(NBSP);
        }
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
