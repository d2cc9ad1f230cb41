package pilotempo.ui.chart;

/**
 * Round values for an axis: steps of 1, 2 or 5 times a power of ten, through zero.
 *
 * @param low lowest tick, at or above the least value
 * @param high highest tick, at or below the greatest value
 * @param step between two ticks
 */
record ValueTicks(double low, double high, double step) {
    /** Share of the wanted distance at which two labels still don't touch. */
    private static final double TIGHT = 0.6;

    private static final int MOST_STEPS = 6;

    /**
     * Round values between the two, for an axis that ends with the values themselves, no closer
     * than so many pixels; zero alone where there is no room for more.
     *
     * @param pixels height of the axis from the least to the greatest value
     * @param apart least distance of two ticks in pixels
     */
    static ValueTicks spaced(double least, double greatest, double pixels, double apart) {
        double range = Math.max(greatest - least, 1e-9);
        double far = Math.max(apart, pixels / MOST_STEPS);
        var ticks = inside(least, greatest, niceAtLeast(range * far / Math.max(1, pixels)));
        if (ticks.count() > 1) {
            return ticks;
        }
        double most = niceAtMost(Math.max(greatest, -least));
        boolean room = most * pixels / range >= apart * TIGHT;
        return room ? inside(least, greatest, most) : ticks;
    }

    private static ValueTicks inside(double least, double greatest, double step) {
        return new ValueTicks(
                Math.ceil(least / step - 1e-9) * step,
                Math.floor(greatest / step + 1e-9) * step,
                step);
    }

    /** Number of ticks. */
    int count() {
        return (int) Math.round((high - low) / step) + 1;
    }

    /** One of them, from the lowest. */
    double tick(int index) {
        return Math.rint(low / step + index) * step;
    }

    private static double niceAtMost(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double mantissa = raw / power;
        return mantissa >= 5 ? 5 * power : mantissa >= 2 ? 2 * power : power;
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
