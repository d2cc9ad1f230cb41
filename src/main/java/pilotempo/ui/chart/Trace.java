package pilotempo.ui.chart;

import java.util.Arrays;

/**
 * A curve cut down to pixels: at most one point a pixel column, with the true extremes of the
 * column, in segments between gaps. Reused from repaint to repaint; nothing is allocated a point.
 */
final class Trace {
    /** Share of a bucket's width over which its extremes are drawn level. */
    private static final double FLAT = 0.5;

    double[] x = new double[0];
    double[] mean = new double[0];
    double[] least = new double[0];
    double[] greatest = new double[0];

    /** Pixels to each side over which a point's extremes hold: a bucket has a width. */
    double[] reach = new double[0];

    private int[] ends = new int[0];
    private int size;
    private int segments;
    private int column = Integer.MIN_VALUE;
    private int merged;

    /** Takes the points that a scale shows, and one more at each side so that lines reach out. */
    void fill(Curve curve, PixelScale time) {
        size = 0;
        segments = 0;
        merged = 0;
        column = Integer.MIN_VALUE;
        int first = Math.max(0, curve.firstAtOrAfter((long) time.low()) - 2);
        int last = Math.min(curve.size(), curve.firstAtOrAfter((long) time.high()) + 1);
        ensure(last - first);
        for (int i = first; i < last; i++) {
            if (i > first && curve.gapBehind(i - 1)) {
                endSegment();
            }
            put(
                    time.pixel(curve.centre(i)),
                    curve.mean()[i],
                    curve.least()[i],
                    curve.greatest()[i]);
            double width = time.pixel(curve.ends()[i]) - time.pixel(curve.times()[i]);
            reach[size - 1] = merged > 1 ? 0.5 : Math.max(0.5, width * FLAT / 2);
        }
        endSegment();
    }

    int segments() {
        return segments;
    }

    int begin(int segment) {
        return segment == 0 ? 0 : ends[segment - 1];
    }

    int end(int segment) {
        return ends[segment];
    }

    int size() {
        return size;
    }

    private void put(double at, double value, double low, double high) {
        int here = (int) Math.floor(at);
        if (here != column) {
            column = here;
            merged = 0;
            size++;
            least[size - 1] = low;
            greatest[size - 1] = high;
            x[size - 1] = 0;
            mean[size - 1] = 0;
        }
        int i = size - 1;
        merged++;
        x[i] += (at - x[i]) / merged;
        mean[i] += (value - mean[i]) / merged;
        least[i] = Math.min(least[i], low);
        greatest[i] = Math.max(greatest[i], high);
    }

    private void endSegment() {
        if (size > (segments == 0 ? 0 : ends[segments - 1])) {
            ends[segments++] = size;
        }
        column = Integer.MIN_VALUE;
    }

    private void ensure(int points) {
        if (x.length < points) {
            int room = Math.max(points, 2048);
            x = new double[room];
            mean = new double[room];
            least = new double[room];
            greatest = new double[room];
            reach = new double[room];
        }
        if (ends.length < points + 1) {
            ends = Arrays.copyOf(ends, Math.max(points + 1, 256));
        }
    }
}
