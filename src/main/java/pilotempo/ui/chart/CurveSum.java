package pilotempo.ui.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Several batteries as one. A point counts only the batteries known at that moment and says how
 * many they are. A bucket holds until its end, a reading until the battery's next, or until a gap
 * begins.
 */
public final class CurveSum {
    private CurveSum() {}

    /**
     * The sum of powers. The band is the sum of the bands: the batteries' extremes need not have
     * come at the same moment, so the true one may be narrower.
     */
    public static Curve power(List<Curve> curves) {
        var ones = new double[curves.size()];
        Arrays.fill(ones, 1);
        return merge(curves, ones, false);
    }

    /**
     * The mean level, each battery weighted.
     *
     * @param weights capacities in Wh, one a curve, positive
     */
    public static Curve level(List<Curve> curves, double[] weights) {
        return merge(curves, weights, true);
    }

    private static Curve merge(List<Curve> curves, double[] weights, boolean averaged) {
        if (curves.size() == 1) {
            return curves.getFirst();
        }
        int most = curves.stream().mapToInt(Curve::size).sum();
        long gapAfter = curves.stream().mapToLong(Curve::gapAfter).min().orElse(Long.MAX_VALUE);
        var points = new CurvePoints(most);
        var next = new int[curves.size()];
        for (long time = earliest(curves, next);
                time != Long.MAX_VALUE;
                time = earliest(curves, next)) {
            addPoint(points, curves, weights, averaged, next, time);
        }
        return points.curve(curves.size(), gapAfter);
    }

    private static long earliest(List<Curve> curves, int[] next) {
        long earliest = Long.MAX_VALUE;
        for (int c = 0; c < next.length; c++) {
            var curve = curves.get(c);
            if (next[c] < curve.size()) {
                earliest = Math.min(earliest, curve.times()[next[c]]);
            }
        }
        return earliest;
    }

    private static void addPoint(
            CurvePoints points,
            List<Curve> curves,
            double[] weights,
            boolean averaged,
            int[] next,
            long time) {
        double mean = 0;
        double least = 0;
        double greatest = 0;
        double weight = 0;
        long end = Long.MAX_VALUE;
        int known = 0;
        for (int c = 0; c < next.length; c++) {
            var curve = curves.get(c);
            if (next[c] < curve.size() && curve.times()[next[c]] == time) {
                next[c]++;
            }
            int newest = next[c] - 1;
            if (newest >= 0 && time < goodUntil(curve, newest)) {
                mean += curve.mean()[newest] * weights[c];
                least += curve.least()[newest] * weights[c];
                greatest += curve.greatest()[newest] * weights[c];
                weight += weights[c];
                end = Math.min(end, Math.max(time, curve.ends()[newest]));
                known++;
            }
        }
        double divisor = averaged ? weight : 1;
        points.add(time, end, mean / divisor, least / divisor, greatest / divisor, known);
    }

    private static long goodUntil(Curve curve, int index) {
        long time = curve.times()[index];
        if (curve.ends()[index] > time) {
            return curve.ends()[index];
        }
        return curve.gapAfter() == Long.MAX_VALUE ? Long.MAX_VALUE : time + curve.gapAfter() + 1;
    }
}
