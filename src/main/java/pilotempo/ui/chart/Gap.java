package pilotempo.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of which nothing is known.
 *
 * @param from epoch milliseconds
 * @param until epoch milliseconds, after {@code from}
 */
record Gap(long from, long until) {
    /** The gaps of a curve between two instants, in order, the edges included. */
    static List<Gap> of(Curve curve, long from, long until) {
        var gaps = new ArrayList<Gap>();
        long knownTo = from;
        boolean any = false;
        int first = Math.max(0, curve.firstAtOrAfter(from) - 1);
        for (int i = first; i < curve.size() && curve.times()[i] < until; i++) {
            long begin = curve.times()[i];
            boolean apart = any ? begin - curve.times()[i - 1] > curve.gapAfter() : begin > from;
            boolean wide = any || begin - from > curve.gapAfter();
            if (apart && wide && begin > knownTo) {
                gaps.add(new Gap(knownTo, begin));
            }
            knownTo = Math.max(knownTo, Math.max(curve.ends()[i], begin));
            any = true;
        }
        boolean open = !any || until - knownTo > curve.gapAfter();
        if (open && until > knownTo) {
            gaps.add(new Gap(knownTo, until));
        }
        return gaps;
    }

    /** Share of a stretch that a curve covers, 0 to 1; 0 for a stretch without length. */
    static double coverage(Curve curve, long from, long until) {
        if (until <= from) {
            return 0;
        }
        long missing = of(curve, from, until).stream().mapToLong(Gap::length).sum();
        return 1 - (double) missing / (until - from);
    }

    long length() {
        return until - from;
    }
}
