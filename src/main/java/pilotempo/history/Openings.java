package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The runs that changed this file, and where each stream stood when they began. A run that changes
 * nothing leaves no trace: it gave no numbers.
 *
 * @param connection the file's
 */
record Openings(Connection connection) {
    /** A server not heard for so many runs gets everything again. */
    private static final int KEPT = 2_000;

    /** The newest; empty while none changed anything. */
    Optional<UUID> newest() throws SQLException {
        try (var query = connection.createStatement();
                var found =
                        query.executeQuery(
                                "SELECT opening_id FROM opening ORDER BY opening_no DESC"
                                        + " FETCH FIRST ROW ONLY")) {
            return found.next() ? Optional.of(found.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /**
     * Notes the present run.
     *
     * @param before the highest number of each stream before its first change
     */
    void add(UUID opening, Map<OutboxStream, Long> before) throws SQLException {
        var newest = new ArrayList<String>();
        before.forEach((stream, number) -> newest.add(stream.word() + "=" + number));
        try (var insert =
                        connection.prepareStatement(
                                "INSERT INTO opening (opening_id, newest) VALUES (?, ?)");
                var prune = connection.createStatement()) {
            insert.setObject(1, opening);
            insert.setString(2, String.join(",", newest));
            insert.executeUpdate();
            prune.executeUpdate(
                    "DELETE FROM opening WHERE opening_no <= (SELECT opening_no FROM opening ORDER"
                            + " BY opening_no DESC OFFSET "
                            + KEPT
                            + " ROWS FETCH FIRST ROW ONLY)");
        }
    }

    /**
     * Whether a number that was sent in a run was given in it, or before it, as this file tells.
     */
    boolean knows(OutboxStream stream, long number, UUID opening) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT newest FROM opening WHERE opening_no >= (SELECT opening_no FROM"
                                + " opening WHERE opening_id = ?) ORDER BY opening_no"
                                + " FETCH FIRST 2 ROWS ONLY")) {
            query.setObject(1, opening);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                // The next run tells where that one ended.
                return !found.next() || number <= number(found.getString(1), stream);
            }
        }
    }

    /** Without an end where the stream was not known yet. */
    private static long number(String newest, OutboxStream stream) {
        for (var one : newest.split(",", -1)) {
            if (one.startsWith(stream.word() + "=")) {
                return Long.parseLong(one.substring(stream.word().length() + 1));
            }
        }
        return Long.MAX_VALUE;
    }
}
