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
        var in = Energy.between(rows, Energy.Direction.IN);
        var out = Energy.between(rows, Energy.Direction.OUT);
        for (int i = 0; i < in.length; i++) {
            long begin = Math.max(from, rows.get(i).time());
            long stop = Math.min(to, rows.get(i + 1).time());
            if (begin < stop && !(Double.isNaN(in[i]) && Double.isNaN(out[i]))) {
                double length = rows.get(i + 1).time() - rows.get(i).time();
                spread(buckets, grid, begin, stop, in[i] / length, out[i] / length);
            }
        }
        return buckets;
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

    private static void spread(
            NavigableMap<Long, Bucket> buckets,
            Grid grid,
            long begin,
            long stop,
            double inWhAMilli,
            double outWhAMilli) {
        long at = begin;
        while (at < stop) {
            long bucket = grid.begin(at);
            long until = Math.min(stop, grid.end(bucket));
            buckets.computeIfAbsent(bucket, Bucket::new)
                    .addEnergy(inWhAMilli * (until - at), outWhAMilli * (until - at));
            at = until;
        }
    }
}
