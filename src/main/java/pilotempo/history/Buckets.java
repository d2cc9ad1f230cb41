package pilotempo.history;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** From readings, or from finer buckets, to buckets. Pure. */
final class Buckets {
    private Buckets() {}

    /**
     * The buckets that begin in {@code [from, to)}; both are borders of the grid.
     *
     * @param rows of one battery in order of time, with those around that their energy needs
     */
    static NavigableMap<Long, Bucket> of(List<Row> rows, long from, long to, Grid grid) {
        var buckets = new TreeMap<Long, Bucket>();
        Bucket current = null;
        long end = Long.MIN_VALUE;
        for (var row : rows) {
            if (row.time() < from || row.time() >= to) {
                continue;
            }
            if (current == null || row.time() >= end) {
                long begin = grid.begin(row.time());
                current = buckets.computeIfAbsent(begin, Bucket::new);
                end = grid.end(begin);
            }
            current.add(row);
        }
        spread(rows, from, to, buckets, grid);
        return buckets;
    }

    /** The energy of each stretch, evenly over the buckets that it touches. */
    private static void spread(
            List<Row> rows, long from, long to, NavigableMap<Long, Bucket> buckets, Grid grid) {
        var in = Energy.between(rows, Energy.Direction.IN);
        var out = Energy.between(rows, Energy.Direction.OUT);
        Bucket current = null;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < in.length; i++) {
            long at = Math.max(from, rows.get(i).time());
            long stop = Math.min(to, rows.get(i + 1).time());
            if (at >= stop || (Double.isNaN(in[i]) && Double.isNaN(out[i]))) {
                continue;
            }
            double length = rows.get(i + 1).time() - rows.get(i).time();
            double inWhAMilli = in[i] / length;
            double outWhAMilli = out[i] / length;
            while (at < stop) {
                if (current == null || at >= end) {
                    long begin = grid.begin(at);
                    current = buckets.computeIfAbsent(begin, Bucket::new);
                    end = grid.end(begin);
                }
                long until = Math.min(stop, end);
                current.addEnergy(inWhAMilli * (until - at), outWhAMilli * (until - at));
                at = until;
            }
        }
    }

    /** Merges finer buckets, in order of time, into the grid's. */
    static NavigableMap<Long, Bucket> merge(Iterable<Bucket> parts, Grid grid) {
        var merged = new TreeMap<Long, Bucket>();
        Bucket current = null;
        long end = Long.MIN_VALUE;
        for (var part : parts) {
            if (current == null || part.begin >= end) {
                long begin = grid.begin(part.begin);
                current = merged.computeIfAbsent(begin, Bucket::new);
                end = grid.end(begin);
            }
            current.merge(part);
        }
        return merged;
    }
}
