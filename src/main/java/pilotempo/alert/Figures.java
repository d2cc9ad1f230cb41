package pilotempo.alert;

import java.math.RoundingMode;
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
 * Numbers, dates and durations of messages, as people of a language write them. Unknown is "—", no
 * unit stands alone on a line.
 */
record Figures(Locale locale, ZoneId zone) {
    private static final String UNKNOWN = "—";
    private static final String NBSP = "\u00a0";

    String amount(Arg.Unit unit, @Nullable Double value) {
        if (value == null) {
            return UNKNOWN;
        }
        return switch (unit) {
            case COUNT -> number(value, 0);
            case PERCENT -> number(value, 0) + (french() ? NBSP : "") + "%";
            case CELSIUS -> number(value, 0) + NBSP + "°C";
            case WATT_HOURS -> number(value / 1000, 1) + NBSP + "kWh";
            case WATTS -> watts(value);
            case KVA -> number(value, 0) + NBSP + "kVA";
            case BYTES -> bytes(value);
            case EURO -> french() ? number(value, 2) + NBSP + "€" : "€" + number(value, 2);
        };
    }

    String time(Instant at) {
        return pattern("HH:mm").format(at.atZone(zone));
    }

    /** The time alone on that day, else with its date. */
    String moment(Instant at, LocalDate day) {
        var local = at.atZone(zone);
        return local.toLocalDate().equals(day)
                ? time(at)
                : pattern("EEE %s MMM, HH:mm".formatted(number(local.toLocalDate()))).format(local);
    }

    /** "Wednesday 7 January". */
    String day(LocalDate date) {
        return pattern("EEEE %s MMMM".formatted(number(date))).format(date);
    }

    /** The pattern of a day's number: in French the first has a word of its own. */
    private String number(LocalDate date) {
        return french() && date.getDayOfMonth() == 1 ? "'1er'" : "d";
    }

    /** "3 h 53", "12 min". */
    String span(Duration duration) {
        long minutes = Math.max(0, Math.round(duration.toSeconds() / 60.0));
        if (minutes < 1) {
            return Math.max(0, duration.toSeconds()) + NBSP + "s";
        }
        if (minutes < 60) {
            return minutes + NBSP + "min";
        }
        if (minutes < 48 * 60) {
            long rest = minutes % 60;
            return minutes / 60
                    + NBSP
                    + "h"
                    + (rest == 0 ? "" : NBSP + (rest < 10 ? "0" : "") + rest);
        }
        return minutes / (24 * 60) + NBSP + (french() ? "j" : "d");
    }

    private String watts(double value) {
        return Math.abs(value) < 1000
                ? number(value, 0) + NBSP + "W"
                : number(value / 1000, 1) + NBSP + "kW";
    }

    private String bytes(double value) {
        var mega = french() ? "Mo" : "MB";
        var giga = french() ? "Go" : "GB";
        return value < 1e9
                ? number(value / 1e6, 0) + NBSP + mega
                : number(value / 1e9, 1) + NBSP + giga;
    }

    private String number(double value, int decimals) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        if (french()) {
            symbols.setGroupingSeparator('\u00a0');
        }
        var format =
                new DecimalFormat(
                        decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        var text = format.format(Math.abs(value));
        boolean zero = text.chars().filter(Character::isDigit).allMatch(digit -> digit == '0');
        return value < 0 && !zero ? "\u2212" + text : text;
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private boolean french() {
        return locale.getLanguage().equals("fr");
    }
}
