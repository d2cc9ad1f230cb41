package pilotempo.planning;

import java.util.List;
import java.util.Locale;

/**
 * Why an action is planned: a key of the bundle {@code pilotempo.planning.Reasons} and what its
 * sentence needs.
 *
 * @param key {@code charge.red}
 * @param args dates, prices, levels: {@link java.time.LocalDate}, {@link java.math.BigDecimal}
 *     (EUR/kWh), {@link Integer} (per cent or W), {@link java.time.Instant}, {@link
 *     pilotempo.tempo.TempoColour}
 */
public record Reason(String key, List<Object> args) {
    /** Copies the list. */
    public Reason {
        args = List.copyOf(args);
    }

    /** With its arguments. */
    public static Reason of(String key, Object... args) {
        return new Reason(key, List.of(args));
    }

    /** The sentence in English or French; times are told in the zone. */
    public String sentence(Locale locale, java.time.ZoneId zone) {
        return ReasonWords.sentence(this, locale, zone);
    }
}
