package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * One transaction of a purge.
 *
 * @param last the highest number it looked at
 * @param removed readings it removed
 */
record PurgeStep(long last, int removed) {
    private static final int ROWS = 5_000;

    /**
     * The highest number of a reading that was stored on that day or before and, if asked for, that
     * the server which was heard last has; 0 if there is none.
     */
    static long purgeable(Connection connection, LocalDate storedBy, boolean onlyAcknowledged)
            throws SQLException {
        long stored;
        try (var query =
                connection.prepareStatement(
                        "SELECT MAX(seq) FROM stored_by_day WHERE stored_on <= ?")) {
            query.setObject(1, storedBy);
            try (var found = query.executeQuery()) {
                stored = found.next() ? found.getLong(1) : 0;
            }
        }
        if (!onlyAcknowledged) {
            return stored;
        }
        try (var query =
                connection.prepareStatement(
                        "SELECT acked FROM sync_mark WHERE stream = ?"
                                + " ORDER BY noted DESC FETCH FIRST ROW ONLY")) {
            query.setString(1, OutboxStream.READINGS.word());
            try (var found = query.executeQuery()) {
                return found.next() ? Math.min(stored, found.getLong(1)) : 0;
            }
        }
    }

    /**
     * Removes the first readings of {@code (after, until]} that are older than an instant. The
     * newest reading of a battery stays, however old: what comes after it is reckoned from it.
     */
    static PurgeStep take(
            Connection connection, PurgedRows purged, long after, long until, long before)
            throws SQLException {
        long last = after;
        int seen = 0;
        var newest = new HashMap<Integer, Long>();
        try (var query =
                connection.prepareStatement(
                        "SELECT seq, battery_no, time FROM reading WHERE seq > ? AND seq <= ?"
                                + " ORDER BY seq FETCH FIRST ? ROWS ONLY")) {
            query.setLong(1, after);
            query.setLong(2, until);
            query.setInt(3, ROWS);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    last = found.getLong(1);
                    seen++;
                    if (found.getLong(3) < before) {
                        newest.merge(found.getInt(2), found.getLong(3), Math::max);
                    }
                }
            }
        }
        int removed = remove(connection, purged, newest, after, last, before);
        return new PurgeStep(seen < ROWS ? until : last, removed);
    }

    private static int remove(
            Connection connection,
            PurgedRows purged,
            Map<Integer, Long> newest,
            long after,
            long last,
            long before)
            throws SQLException {
        int removed = 0;
        for (int battery : new HashSet<>(newest.keySet())) {
            long end = before;
            long kept = ReadingTable.before(connection, battery, Long.MAX_VALUE).orElse(before);
            if (kept < before) {
                end = kept;
            }
            var up = ReadingTable.before(connection, battery, end);
            if (up.isEmpty()) {
                continue;
            }
            purged.upTo(battery, Math.min(up.getAsLong(), newest.getOrDefault(battery, end)));
            try (var delete =
                    connection.prepareStatement(
                            "DELETE FROM reading WHERE seq > ? AND seq <= ? AND battery_no = ?"
                                    + " AND time < ?")) {
                delete.setLong(1, after);
                delete.setLong(2, last);
                delete.setInt(3, battery);
                delete.setLong(4, end);
                removed += delete.executeUpdate();
            }
        }
        return removed;
    }
}
