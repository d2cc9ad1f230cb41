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
    double pixel(double value) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    double value(double pixel) {
        return low + (pixel - atLow) / (atHigh - atLow) * (high - low);
    }
}
