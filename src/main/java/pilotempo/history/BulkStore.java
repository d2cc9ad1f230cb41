package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Storing many readings in one go, with their roll-ups and their part of the house ledger, inside
 * the writer's transaction. What comes in order of time costs no reading from the disk; everything
 * else is as right, only slower.
 */
final class BulkStore {
    /** The readings of so long are taken in together. */
    private static final long SLICE_MILLIS = 7 * 86_400_000L;

    private static final long KEPT_MILLIS = 4 * Energy.MEMORY_MILLIS;
    private static final int BATCH = 2_000;

    private final Connection connection;
    private final Rollups rollups;
    private final HouseLedger ledger;
    private final Map<Integer, WindowRows> windows = new HashMap<>();

    BulkStore(Connection connection, Rollups rollups, HouseLedger ledger) {
        this.connection = connection;
        this.rollups = rollups;
        this.ledger = ledger;
    }

    /**
     * Stores readings that are not there yet.
     *
     * @param incoming by local number, each in order of time
     * @param all local numbers of all batteries, always in the same order
     * @return how many were not there
     */
    int store(Map<Integer, List<Row>> incoming, Collection<Integer> all) throws SQLException {
        var touched = new HouseLedger.Touched();
        int stored = 0;
        long newest = Long.MIN_VALUE;
        try (var insert = ReadingTable.insert(connection)) {
            for (var one : incoming.entrySet()) {
                var rows = one.getValue();
                newest = Math.max(newest, rows.getLast().time());
                for (int from = 0; from < rows.size(); ) {
                    int to = sliceEnd(rows, from);
                    stored += slice(insert, one.getKey(), rows.subList(from, to), touched);
                    from = to;
                }
            }
        }
        ledger.refresh(all.stream().map(this::window).toList(), touched);
        for (var window : windows.values()) {
            window.trim(newest - KEPT_MILLIS);
        }
        return stored;
    }

    /** Computes the house ledger of a stretch again. */
    void reckonLedger(Collection<Integer> all, long from, long to) throws SQLException {
        var touched = new HouseLedger.Touched();
        touched.add(from, to);
        ledger.refresh(all.stream().map(this::window).toList(), touched);
        for (var window : windows.values()) {
            window.trim(to - KEPT_MILLIS);
        }
    }

    /** Forgets what it has in memory: somebody else added readings. */
    void forget() {
        windows.clear();
    }

    private int slice(
            PreparedStatement insert, int battery, List<Row> rows, HouseLedger.Touched touched)
            throws SQLException {
        var window = window(battery);
        var fresh = window.take(rows);
        if (fresh.isEmpty()) {
            return 0;
        }
        int waiting = 0;
        for (var row : fresh) {
            ReadingTable.addBatch(insert, battery, row);
            if (++waiting == BATCH) {
                insert.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            insert.executeBatch();
        }
        long first = fresh.getFirst().time();
        long last = fresh.getLast().time();
        rollups.refresh(battery, window, first, last);
        HouseLedger.touch(touched, window, first, last);
        return fresh.size();
    }

    private WindowRows window(int battery) {
        return windows.computeIfAbsent(
                battery, number -> new WindowRows(new StoredRows(connection, number)));
    }

    private static int sliceEnd(List<Row> rows, int from) {
        long end = rows.get(from).time() + SLICE_MILLIS;
        int to = from + 1;
        while (to < rows.size() && rows.get(to).time() < end) {
            to++;
        }
        return to;
    }
}
