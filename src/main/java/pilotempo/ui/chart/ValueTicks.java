package pilotempo.ui.chart;

/**
 * Round values for an axis: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low lowest tick, at or below the least value
 * @param high highest tick, at or above the greatest value
 * @param step between two ticks
 */
record ValueTicks(double low, double high, double step) {
    /** The finest round steps of at most so many, that hold both values. */
    static ValueTicks of(double least, double greatest, int mostSteps) {
        double low = Math.min(least, greatest);
        double high = Math.max(least, greatest);
        if (!(high > low)) {
            high = low + 1;
        }
        double step = niceAtLeast((high - low) / Math.max(1, mostSteps));
        while (steps(low, high, step) > Math.max(1, mostSteps)) {
            step = niceAtLeast(step * 1.01);
        }
        return new ValueTicks(
                Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /**
     * Round values between the two, for an axis that ends with the values themselves: about so many
     * steps, but three ticks at least.
     */
    static ValueTicks inside(double least, double greatest, int mostSteps) {
        for (int steps = mostSteps; ; steps++) {
            double step = of(least, greatest, steps).step();
            var ticks =
                    new ValueTicks(
                            Math.ceil(least / step - 1e-9) * step,
                            Math.floor(greatest / step + 1e-9) * step,
                            step);
            if (ticks.count() >= 3 || steps > 20) {
                return ticks;
            }
        }
    }

    /** Number of ticks. */
    int count() {
        return (int) Math.round((high - low) / step) + 1;
    }

    /** One of them, from the lowest. */
    double tick(int index) {
        return Math.rint(low / step + index) * step;
    }

    private static long steps(double low, double high, double step) {
        return Math.round(Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9));
    }

    private static double niceAtLeast(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double mantissa = raw / power;
        if (mantissa <= 1.000_001) {
            return power;
        }
        if (mantissa <= 2.000_001) {
            return 2 * power;
        }
        return mantissa <= 5.000_001 ? 5 * power : 10 * power;
    }
}
