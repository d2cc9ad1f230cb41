package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/** Where what is known of batteries begins: at their first readings, or at what is left of them. */
record Beginning(Connection connection) {
    Optional<Instant> of(Collection<Integer> batteries) throws SQLException {
        long first = Long.MAX_VALUE;
        for (int battery : batteries) {
            first = Math.min(first, ReadingTable.first(connection, battery).orElse(first));
            if (purgedBefore(battery) > 0) {
                first =
                        Math.min(
                                first,
                                quarter(battery, Long.MIN_VALUE, Long.MAX_VALUE, "").orElse(first));
            }
        }
        return first == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(first));
    }

    /** Up to where the readings of a battery are gone; 0 if they never were. */
    long purgedBefore(int battery) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT purged_before FROM battery WHERE battery_no = ?")) {
            query.setInt(1, battery);
            try (var found = query.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    /** Begin of a battery's first quarter of {@code [from, to)} that has samples. */
    OptionalLong firstQuarter(int battery, long from, long to) throws SQLException {
        return quarter(battery, from, to, "");
    }

    /** Begin of a battery's last quarter of {@code [from, to)} that has samples. */
    OptionalLong lastQuarter(int battery, long from, long to) throws SQLException {
        return quarter(battery, from, to, " DESC");
    }

    private OptionalLong quarter(int battery, long from, long to, String order)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT bucket FROM rollup_15m WHERE battery_no = ? AND bucket >= ?"
                                + " AND bucket < ? AND n > 0 ORDER BY battery_no"
                                + order
                                + ", bucket"
                                + order
                                + " FETCH FIRST ROW ONLY")) {
            query.setInt(1, battery);
            query.setLong(2, from);
            query.setLong(3, to);
            try (var found = query.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
