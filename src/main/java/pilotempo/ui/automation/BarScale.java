package pilotempo.ui.automation;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale of money that has round marks and holds all values, zero too.
 *
 * @param low at the bottom, a mark
 * @param high at the top, a mark
 * @param step from mark to mark
 */
record BarScale(double low, double high, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /** For values from the least to the most, with at most so many steps. */
    static BarScale of(double least, double most, int steps) {
        double from = Math.min(0, least);
        double to = Math.max(0, most);
        double wanted = Math.max((to - from) / steps, 0.01);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double step = power;
        for (double round : ROUND) {
            step = round * power;
            if (step >= wanted * (1 - 1e-9)) {
                break;
            }
        }
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.max(Math.ceil(to / step - 1e-9) * step, low + step);
        return new BarScale(low, high, step);
    }

    List<Double> marks() {
        var marks = new ArrayList<Double>();
        long count = Math.round((high - low) / step);
        for (long i = 0; i <= count; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }

    double y(double value, double top, double bottom) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }
}
