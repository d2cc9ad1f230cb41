package pilotempo.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A battery's readings, the last hours of them from memory: what is written every few seconds needs
 * only those. Belongs to the writer's thread.
 */
final class RecentRows implements Rows {
    private static final long KEPT_MILLIS = 4 * Energy.MEMORY_MILLIS;
    private static final long TRIMMED_AT_MILLIS = 5 * Energy.MEMORY_MILLIS;

    private final Rows stored;

    /** Everything from the first of them on, without a hole; empty while nothing was stored. */
    private final ArrayList<Row> recent;

    RecentRows(Rows stored) throws SQLException {
        this.stored = stored;
        var newest = stored.before(Long.MAX_VALUE);
        recent = new ArrayList<>();
        if (newest.isPresent()) {
            recent.addAll(stored.between(newest.getAsLong() - KEPT_MILLIS, Long.MAX_VALUE));
        }
    }

    /** Whether a reading of that instant is there. */
    boolean contains(long time) throws SQLException {
        return !between(time, time + 1).isEmpty();
    }

    /** Takes a reading that is being stored. */
    void add(Row row) {
        if (recent.isEmpty() || row.time() > recent.getLast().time()) {
            recent.add(row);
        } else if (row.time() > recent.getFirst().time()) {
            recent.add(firstAfter(row.time()), row);
        }
    }

    /** Lets go of what is old. */
    void trim() {
        if (!recent.isEmpty()) {
            long newest = recent.getLast().time();
            if (newest - recent.getFirst().time() > TRIMMED_AT_MILLIS) {
                recent.subList(0, firstAfter(newest - KEPT_MILLIS)).clear();
            }
        }
    }

    @Override
    public OptionalLong before(long time) throws SQLException {
        return reachesBack(time - 1)
                ? OptionalLong.of(recent.get(firstAfter(time - 1) - 1).time())
                : stored.before(time);
    }

    @Override
    public OptionalLong after(long time) throws SQLException {
        if (!reachesBack(time)) {
            return stored.after(time);
        }
        int next = firstAfter(time);
        return next == recent.size()
                ? OptionalLong.empty()
                : OptionalLong.of(recent.get(next).time());
    }

    @Override
    public List<Row> between(long from, long to) throws SQLException {
        return reachesBack(from)
                ? recent.subList(firstAfter(from - 1), firstAfter(to - 1))
                : stored.between(from, to);
    }

    private boolean reachesBack(long time) {
        return !recent.isEmpty() && recent.getFirst().time() <= time;
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = recent.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recent.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
