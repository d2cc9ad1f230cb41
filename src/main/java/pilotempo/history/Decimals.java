package pilotempo.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as text: plain, without exponent, with no more digits than they have. */
final class Decimals {
    private static final double WHOLE_BELOW = 1e15;
    private static final double MICRO = 1e6;

    private Decimals() {}

    /** 1246, 109.8; null for NaN. */
    static @Nullable String plain(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW) {
            return Long.toString((long) value);
        }
        var shortest = Double.toString(value);
        return shortest.indexOf('E') < 0
                ? shortest
                : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    }

    /** Without the noise of computing: six decimals. */
    static double rounded(double value) {
        return Double.isNaN(value) || Math.abs(value) > WHOLE_BELOW / MICRO
                ? value
                : Math.rint(value * MICRO) / MICRO;
    }
}
