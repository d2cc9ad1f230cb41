package pilotempo.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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
        @Nullable BigDecimal saved) {
    /** No energy, no money. */
    public static final Sums NOTHING =
            new Sums(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Both together; money is unknown where it is in either. */
    public Sums plus(Sums other) {
        return new Sums(
                chargedWh + other.chargedWh,
                deliveredWh + other.deliveredWh,
                sum(chargeCost, other.chargeCost),
                sum(avoidedCost, other.avoidedCost),
                sum(saved, other.saved));
    }

    /** The same energy, its money not known. */
    Sums unpriced() {
        return new Sums(chargedWh, deliveredWh, null, null, null);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }
}
