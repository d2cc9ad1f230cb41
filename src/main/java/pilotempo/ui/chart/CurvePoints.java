package pilotempo.ui.chart;

import java.util.Arrays;

/** Collects points into a {@link Curve}. */
final class CurvePoints {
    private final long[] times;
    private final long[] ends;
    private final double[] mean;
    private final double[] least;
    private final double[] greatest;
    private final int[] known;
    private int size;

    CurvePoints(int most) {
        times = new long[most];
        ends = new long[most];
        mean = new double[most];
        least = new double[most];
        greatest = new double[most];
        known = new int[most];
    }

    void add(long time, long end, double average, double lowest, double highest, int batteries) {
        times[size] = time;
        ends[size] = end;
        mean[size] = average;
        least[size] = lowest;
        greatest[size] = highest;
        known[size] = batteries;
        size++;
    }

    Curve curve(int outOf, long gapAfter) {
        return new Curve(
                Arrays.copyOf(times, size),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(mean, size),
                Arrays.copyOf(least, size),
                Arrays.copyOf(greatest, size),
                Arrays.copyOf(known, size),
                outOf,
                gapAfter);
    }
}
