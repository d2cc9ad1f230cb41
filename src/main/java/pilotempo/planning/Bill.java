package pilotempo.planning;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Energy by its price; money is made of it once, at the end. Confined. */
final class Bill {
    private static final int MICRO_WH = 6;

    private final BigDecimal exportPrice;
    private final Map<BigDecimal, Double> whByPrice = new HashMap<>();

    Bill(BigDecimal exportPrice) {
        this.exportPrice = exportPrice;
    }

    /**
     * Counts energy.
     *
     * @param netWh positive = from the grid
     */
    void add(double netWh, BigDecimal price) {
        whByPrice.merge(netWh > 0 ? price : exportPrice, netWh, Double::sum);
    }

    /** What is to be paid, EUR, not rounded to anything that counts. */
    BigDecimal eur() {
        return whByPrice.entrySet().stream()
                .map(part -> kwh(part.getValue()).multiply(part.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal kwh(double wh) {
        return BigDecimal.valueOf(Math.rint(wh * 1e6)).movePointLeft(MICRO_WH + 3);
    }
}
