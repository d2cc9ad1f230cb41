package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Keeps the house ledger equal to what the readings say: wherever a new reading can have changed a
 * quarter, it is computed again from the readings of all batteries.
 */
final class HouseLedger {
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());

    /** The readings of so long are in memory at once. */
    private static final long SLICE_MILLIS = 86_400_000;

    /** Stretches of time, apart from each other. */
    static final class Touched {
        private final TreeMap<Long, Long> ends = new TreeMap<>();

        /** Joins a stretch, and those that it touches. */
        void add(long from, long to) {
            long begin = from;
            long end = to;
            var old = ends.floorEntry(end);
            while (old != null && old.getValue() >= begin) {
                begin = Math.min(begin, old.getKey());
                end = Math.max(end, old.getValue());
                ends.remove(old.getKey());
                old = ends.floorEntry(end);
            }
            ends.put(begin, end);
        }
    }

    private final Connection connection;
    private final OutboxNumbers numbers;
    private final PurgedRows purged;

    HouseLedger(Connection connection, OutboxNumbers numbers, PurgedRows purged) {
        this.purged = purged;
        this.connection = connection;
        this.numbers = numbers;
    }

    /** Which quarters new readings of a battery, the first and the last of them, can change. */
    static void touch(Touched touched, Rows rows, long firstNew, long lastNew) throws SQLException {
        var span = touched(rows, firstNew, lastNew);
        touched.add(span.from(), span.to());
    }

    /** The same, by itself. */
    static Span touched(Rows rows, long firstNew, long lastNew) throws SQLException {
        long begin = rows.before(firstNew).orElse(firstNew - Energy.HOLD_MILLIS);
        long end = lastNew + Energy.HOLD_MILLIS;
        var next = rows.after(lastNew);
        if (next.isPresent()) {
            long reach = next.getAsLong() + Energy.MEMORY_MILLIS;
            end = Math.max(end, rows.after(reach).orElse(reach));
        }
        return new Span(
                QUARTERS.begin(begin - Energy.MEMORY_MILLIS), QUARTERS.end(QUARTERS.begin(end)));
    }

    /**
     * Takes new readings in.
     *
     * @param batteries the readings of all, always in the same order
     * @return how many readings it took
     */
    int refresh(Collection<? extends Rows> batteries, Touched touched) throws SQLException {
        int taken = 0;
        for (var stretch : touched.ends.entrySet()) {
            long from = stretch.getKey();
            while (from < stretch.getValue()) {
                long to = Math.min(stretch.getValue(), from + SLICE_MILLIS);
                var rows = new ArrayList<List<Row>>();
                for (var battery : batteries) {
                    rows.add(battery.around(from, to));
                    taken += rows.getLast().size();
                }
                replace(from, to, HouseQuarters.of(rows, from, to));
                from = to;
            }
        }
        return taken;
    }

    /** Writes the lines that differ; one of which nothing is known any more is emptied. */
    private void replace(long from, long to, NavigableMap<Long, HouseQuarter> wanted)
            throws SQLException {
        for (var old : HouseTable.load(connection, from, to)) {
            long begin = old.begin().toEpochMilli();
            var now = wanted.get(begin);
            if (begin < purged.newest()) {
                now = now == null ? old : PurgedRows.richer(old, now);
                wanted.put(begin, now);
            }
            if (now == null) {
                if (old.knownMillis() > 0) {
                    wanted.put(begin, new HouseSum(begin).quarter());
                }
            } else if (now.equals(old)) {
                wanted.remove(begin);
            }
        }
        HouseTable.put(connection, wanted.values(), numbers);
    }
}
