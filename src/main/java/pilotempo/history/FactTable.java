package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The SQL of table {@code fact}: what is true of this file. */
final class FactTable {
    /** The zone that the days follow. */
    static final String ZONE = "zone";

    /** Up to where the house ledger was reckoned of old readings. */
    static final String LEDGER = "ledger";

    /** Which database this is. */
    static final String IDENTITY = "identity";

    private FactTable() {}

    static Optional<String> get(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT content FROM fact WHERE name = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }
    }

    static void put(Connection connection, String name, String content) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO fact (name, content) KEY (name) VALUES (?, ?)")) {
            put.setString(1, name);
            put.setString(2, content);
            put.executeUpdate();
        }
    }

    /** The file's identity; made where there is none, and durable with the next commit. */
    static UUID identity(Connection connection) throws SQLException {
        var known = get(connection, IDENTITY);
        if (known.isPresent()) {
            return UUID.fromString(known.get());
        }
        var made = UUID.randomUUID();
        put(connection, IDENTITY, made.toString());
        return made;
    }
}
