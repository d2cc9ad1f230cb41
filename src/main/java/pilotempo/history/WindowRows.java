package pilotempo.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A battery's readings around the place where many are added, in memory: a window that is widened
 * as it is asked for, so that readings that come in order are never read back from the disk.
 * Belongs to the writer's thread, and is good until somebody else adds readings.
 */
final class WindowRows implements Rows {
    /** What is worth being joined to the window; further away a new one is begun. */
    private static final long NEAR_MILLIS = 86_400_000;

    /** The window is narrowed to what is asked for when it holds more, some 10 MB. */
    private static final int MANY = 50_000;

    private final Rows stored;
    private ArrayList<Row> rows = new ArrayList<>();

    /** The window is whole for {@code [from, to)}. */
    private long from;

    private long to;

    WindowRows(Rows stored) {
        this.stored = stored;
    }

    /**
     * Takes readings that are about to be stored.
     *
     * @param incoming in order of time; of two of one instant the first counts
     * @return those that were not there
     */
    List<Row> take(List<Row> incoming) throws SQLException {
        cover(incoming.getFirst().time(), incoming.getLast().time() + 1);
        int at = firstAfter(incoming.getFirst().time() - 1);
        var fresh = new ArrayList<Row>(incoming.size());
        var merged = new ArrayList<Row>(rows.size() - at + incoming.size());
        long last = Long.MIN_VALUE;
        for (var row : incoming) {
            while (at < rows.size() && rows.get(at).time() < row.time()) {
                merged.add(rows.get(at++));
            }
            boolean there = at < rows.size() && rows.get(at).time() == row.time();
            if (!there && row.time() > last) {
                fresh.add(row);
                merged.add(row);
            }
            last = row.time();
        }
        merged.addAll(rows.subList(at, rows.size()));
        rows.subList(firstAfter(incoming.getFirst().time() - 1), rows.size()).clear();
        rows.addAll(merged);
        return fresh;
    }

    /** Lets go of what is long before. */
    void trim(long before) {
        if (before > from && before < to) {
            rows.subList(0, firstAfter(before - 1)).clear();
            from = before;
        }
    }

    @Override
    public OptionalLong before(long time) throws SQLException {
        if (time > from && time <= to) {
            int next = firstAfter(time - 1);
            if (next > 0) {
                return OptionalLong.of(rows.get(next - 1).time());
            }
            return stored.before(from);
        }
        return stored.before(time);
    }

    @Override
    public OptionalLong after(long time) throws SQLException {
        if (time >= from && time < to) {
            int next = firstAfter(time);
            if (next < rows.size()) {
                return OptionalLong.of(rows.get(next).time());
            }
            return stored.after(to - 1);
        }
        return stored.after(time);
    }

    @Override
    public List<Row> between(long begin, long end) throws SQLException {
        cover(begin, end);
        if (rows.size() > MANY) {
            trim(begin);
        }
        return rows.subList(firstAfter(begin - 1), firstAfter(end - 1));
    }

    private void cover(long begin, long end) throws SQLException {
        if (to <= from || begin > to + NEAR_MILLIS || end < from - NEAR_MILLIS) {
            rows = new ArrayList<>(stored.between(begin, end));
            from = begin;
            to = end;
            return;
        }
        if (begin < from) {
            rows.addAll(0, stored.between(begin, from));
            from = begin;
        }
        if (end > to) {
            rows.addAll(stored.between(to, end));
            to = end;
        }
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
