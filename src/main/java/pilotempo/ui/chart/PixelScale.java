package pilotempo.ui.chart;

/**
 * Maps values to pixels and back, straight.
 *
 * @param low value at {@code atLow}
 * @param high value at {@code atHigh}, other than {@code low}
 * @param atLow pixel
 * @param atHigh pixel
 */
record PixelScale(double low, double high, double atLow, double atHigh) {
    /** From a window of time to pixels. */
    static PixelScale ofTime(long from, long to, double atFrom, double atTo) {
        return new PixelScale((double) from, (double) to, atFrom, atTo);
    }

    double pixel(double value) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    /** For epoch milliseconds, which a double holds exactly. */
    double pixel(long instant) {
        return pixel((double) instant);
    }

    double value(double pixel) {
        return low + (pixel - atLow) / (atHigh - atLow) * (high - low);
    }
}
