package pilotempo.cost;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Sums over some time. Money in EUR, unrounded; rounded where it is shown.
 *
 * @param chargedWh energy into the batteries at the AC port
 * @param deliveredWh energy out of them
 * @param chargeCost what charging cost; null where a colour or price in it is unknown
 * @param avoidedCost what delivering saved; null as above
 * @param saved avoided − charge; null as above
 */
public record Sums(
        double chargedWh,
        double deliveredWh,
        @Nullable BigDecimal chargeCost,
        @Nullable BigDecimal avoidedCost,
        @Nullable BigDecimal saved) {}
