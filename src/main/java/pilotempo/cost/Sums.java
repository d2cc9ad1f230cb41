package pilotempo.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Sums over some time. Money in EUR: of a day's peak or off-peak hours to four decimals, of all
 * else the exact sum of those, so that printed days add up to the printed month.
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
    private static final int EUR_DECIMALS = 4;

    private static final BigDecimal NO_EUR = BigDecimal.ZERO.setScale(EUR_DECIMALS);

    /** No energy, no money. */
    public static final Sums NOTHING = new Sums(0, 0, NO_EUR, NO_EUR, NO_EUR);

    /** Both together; money is unknown where it is in either. */
    public Sums plus(Sums other) {
        return new Sums(
                chargedWh + other.chargedWh,
                deliveredWh + other.deliveredWh,
                sum(chargeCost, other.chargeCost),
                sum(avoidedCost, other.avoidedCost),
                sum(saved, other.saved));
    }

    /** To the four decimals that are printed. */
    Sums rounded() {
        if (chargeCost == null || avoidedCost == null) {
            return this;
        }
        var charge = chargeCost.setScale(EUR_DECIMALS, RoundingMode.HALF_EVEN);
        var avoided = avoidedCost.setScale(EUR_DECIMALS, RoundingMode.HALF_EVEN);
        return new Sums(chargedWh, deliveredWh, charge, avoided, avoided.subtract(charge));
    }

    /** The same energy, its money not known. */
    Sums unpriced() {
        return new Sums(chargedWh, deliveredWh, null, null, null);
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }
}
