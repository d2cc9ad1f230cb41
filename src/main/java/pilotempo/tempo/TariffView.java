package pilotempo.tempo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tariff as seen at one moment.
 *
 * @param at the moment
 * @param season the running Tempo day's season
 * @param today the running Tempo day (before 06:00 yesterday's date)
 * @param tomorrow the next one
 * @param left days left
 * @param now the price class in force
 * @param next the stretches of one price that follow, in order, for at least 36 h; unknown colours
 *     included
 * @param pricesDue whether a new price table is due (from 25 January and 25 July until one is
 *     there)
 */
public record TariffView(
        Instant at,
        TempoSeason season,
        DayColour today,
        DayColour tomorrow,
        DaysLeft left,
        PriceNow now,
        List<Stretch> next,
        boolean pricesDue) {
    /** Price class in force; colour and price null where unknown. */
    public record PriceNow(
            @Nullable TempoColour colour, TempoPeriod period, @Nullable BigDecimal eurPerKwh) {}

    /**
     * A stretch of time with one colour, one period and one price.
     *
     * @param from begin, the first one before or at {@link TariffView#at}
     * @param until end, exclusive
     * @param day the Tempo day it belongs to, with its colour
     */
    public record Stretch(
            Instant from,
            Instant until,
            DayColour day,
            TempoPeriod period,
            @Nullable BigDecimal eurPerKwh) {}
}
