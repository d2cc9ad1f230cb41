package pilotempo.ui.chart;

import java.time.Duration;
import java.time.Instant;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;

/**
 * One quantity over time, known points only: what is unknown has no point. The arrays are the
 * record's own and must not be changed.
 *
 * @param times epoch milliseconds, rising: the reading's, or its bucket's start
 * @param ends epoch milliseconds at which each bucket ends; equal to {@code times} for readings
 * @param mean mean of each point, in the quantity's unit
 * @param least least value of each point
 * @param greatest greatest value of each point
 * @param known how many batteries each point tells of
 * @param outOf how many batteries there are
 * @param gapAfter points further apart than this many milliseconds have a gap between them
 */
@SuppressWarnings("ArrayRecordComponent") // columns, for a chart that draws each frame
public record Curve(
        long[] times,
        long[] ends,
        double[] mean,
        double[] least,
        double[] greatest,
        int[] known,
        int outOf,
        long gapAfter) {
    /** No point at all. */
    public static final Curve EMPTY =
            new Curve(
                    new long[0],
                    new long[0],
                    new double[0],
                    new double[0],
                    new double[0],
                    new int[0],
                    1,
                    Long.MAX_VALUE);

    /** The first of the quantities that the series has; empty when it has none of them. */
    public static Curve of(BatterySeries series, Duration gapAfter, Quantity... preferred) {
        for (var quantity : preferred) {
            var band = series.bands().get(quantity);
            if (band != null) {
                return known(series, band, gapAfter.toMillis());
            }
        }
        return EMPTY;
    }

    private static Curve known(BatterySeries series, BatterySeries.Band band, long gapAfter) {
        var points = new CurvePoints(series.times().length);
        for (int i = 0; i < series.times().length; i++) {
            double mean = band.mean()[i];
            if (Double.isFinite(mean)) {
                points.add(
                        series.times()[i],
                        series.ends()[i],
                        mean,
                        finiteOr(band.least()[i], mean),
                        finiteOr(band.greatest()[i], mean),
                        1);
            }
        }
        return points.curve(1, gapAfter);
    }

    private static double finiteOr(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    /** How many points. */
    public int size() {
        return times.length;
    }

    /** Whether there is no point. */
    public boolean isEmpty() {
        return times.length == 0;
    }

    /** Share of a stretch that it covers without gaps, 0 to 1. */
    public double coverage(Instant from, Instant until) {
        return Gap.coverage(this, from.toEpochMilli(), until.toEpochMilli());
    }

    /** Where a point is drawn: a reading at its instant, a bucket in its middle. */
    long centre(int index) {
        return times[index] + (ends[index] - times[index]) / 2;
    }

    /** Whether nothing is known between a point and the next. */
    boolean gapBehind(int index) {
        return times[index + 1] - times[index] > gapAfter;
    }

    /** The first point at or after the instant; the size when there is none. */
    int firstAtOrAfter(long instant) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The point that tells of an instant: the bucket around it, or the nearest reading that is not
     * across a gap; -1 when nothing is known then.
     */
    int at(long instant) {
        int next = firstAtOrAfter(instant + 1);
        int before = next - 1;
        if (before >= 0 && instant < ends[before]) {
            return before;
        }
        long behind = before < 0 ? Long.MAX_VALUE : instant - Math.max(times[before], ends[before]);
        long ahead = next >= size() ? Long.MAX_VALUE : times[next] - instant;
        boolean between = before >= 0 && next < size();
        if (between && gapBehind(before)) {
            return -1;
        }
        if (Math.min(behind, ahead) > gapAfter / 2) {
            return -1;
        }
        return behind <= ahead ? before : next;
    }
}
