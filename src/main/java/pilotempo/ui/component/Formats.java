package pilotempo.ui.component;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and dates for people. Unknown is "—". In French: decimal comma, U+00A0 in thousands and
 * before units (U+202F, which Java gives, is too thin beside Plex's digits). Minus is U+2212.
 * Immutable.
 */
public final class Formats {
    /** What stands for an unknown value. */
    public static final String UNKNOWN = "—";

    /** No-break space. */
    public static final String NBSP = "\u00a0";

    private static final String MINUS = "\u2212";

    private final Locale locale;
    private final ZoneId zone;

    /** For a language and a zone. */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The zone. */
    public ZoneId zone() {
        return zone;
    }

    /** A number with a fixed count of decimals, "1 272", "7,12"; no "-0". */
    public String number(@Nullable Double value, int decimals) {
        if (value == null || !Double.isFinite(value)) {
            return UNKNOWN;
        }
        var symbols = DecimalFormatSymbols.getInstance(locale);
        if (locale.getLanguage().equals("fr")) {
            symbols.setGroupingSeparator('\u00a0');
        }
        var pattern = new StringBuilder("#,##0");
        if (decimals > 0) {
            pattern.append('.').append("0".repeat(decimals));
        }
        var format = new DecimalFormat(pattern.toString(), symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        var text = format.format(Math.abs(value));
        var zero = text.chars().filter(Character::isDigit).allMatch(digit -> digit == '0');
        return value < 0 && !zero ? MINUS + text : text;
    }

    /** Whole watts without a unit. */
    public String watts(@Nullable Double value) {
        return number(value, 0);
    }

    /** "1 272 W". */
    public String wattsWithUnit(@Nullable Double value) {
        return value == null ? UNKNOWN : watts(value) + NBSP + "W";
    }

    /** "7,12 kWh" of Wh; two decimals below 100 kWh, one above. */
    public String kwhWithUnit(@Nullable Double wattHours) {
        return wattHours == null ? UNKNOWN : kwh(wattHours) + NBSP + "kWh";
    }

    /** "7,12" of Wh; two decimals below 100 kWh, one above. */
    public String kwh(@Nullable Double wattHours) {
        return wattHours == null
                ? UNKNOWN
                : number(wattHours / 1000, Math.abs(wattHours) < 99_995 ? 2 : 1);
    }

    /** "4,57" of EUR, two decimals. */
    public String euros(@Nullable BigDecimal amount) {
        return number(amount == null ? null : amount.doubleValue(), 2);
    }

    /** "4,57 €" in French, "€4.57" in English. */
    public String eurosWithUnit(@Nullable BigDecimal amount) {
        return amount == null ? UNKNOWN : inEuros(euros(amount));
    }

    /** "0,1460" of EUR a kWh, four decimals. */
    public String price(@Nullable BigDecimal euros) {
        return number(euros == null ? null : euros.doubleValue(), 4);
    }

    /** "0,1460 €" in French, "€0.1460" in English. */
    public String priceWithUnit(@Nullable BigDecimal euros) {
        return euros == null ? UNKNOWN : inEuros(price(euros));
    }

    private String inEuros(String number) {
        if (french()) {
            return number + NBSP + "€";
        }
        return number.startsWith(MINUS) ? MINUS + "€" + number.substring(1) : "€" + number;
    }

    /** "46 %" in French, "46%" in English. */
    public String percentWithUnit(@Nullable Double value) {
        return value == null ? UNKNOWN : number(value, 0) + (french() ? NBSP : "") + "%";
    }

    /** "21 °C". */
    public String celsiusWithUnit(@Nullable Double value) {
        return value == null ? UNKNOWN : number(value, 0) + NBSP + "°C";
    }

    /** "22:00". */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }

    /** "mardi 6 janvier 2026, 19:42". */
    public String dateAndTime(Instant instant) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", locale)
                .format(instant.atZone(zone));
    }

    /** "mar. 6 janv.". */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE d MMM", locale).format(date);
    }

    /** "janvier 2026". */
    public String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(date);
    }

    /** The same of an age, which is told in whole seconds: "0 s", "8 s". */
    public String age(Duration age) {
        return duration(Duration.ofSeconds(Math.max(0, age.toSeconds())));
    }

    /** "3 h 53", "12 min", "8 s", "0,5 s". */
    public String duration(Duration duration) {
        var seconds = Math.max(0, duration.toSeconds());
        if (seconds == 0 && duration.toMillis() >= 50) {
            return number(duration.toMillis() / 1000.0, 1) + NBSP + "s";
        }
        if (seconds < 60) {
            return seconds + NBSP + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + NBSP + "min";
        }
        if (seconds < 48 * 3600) {
            var minutes = seconds % 3600 / 60;
            return seconds / 3600
                    + NBSP
                    + "h"
                    + (minutes == 0 ? "" : NBSP + (minutes < 10 ? "0" : "") + minutes);
        }
        return seconds / 86_400 + NBSP + (french() ? "j" : "d");
    }

    private boolean french() {
        return locale.getLanguage().equals("fr");
    }
}
