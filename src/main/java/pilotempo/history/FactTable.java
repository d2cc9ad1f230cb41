package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
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

    /** Before the names of what other features keep here: theirs never meet the file's own. */
    private static final String KEPT = "kept.";

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

    /** What other features keep here. */
    static Map<String, String> kept(Connection connection) throws SQLException {
        try (var query =
                        connection.prepareStatement(
                                "SELECT name, content FROM fact WHERE name LIKE '" + KEPT + "%'");
                var found = query.executeQuery()) {
            var kept = new HashMap<String, String>();
            while (found.next()) {
                kept.put(found.getString(1).substring(KEPT.length()), found.getString(2));
            }
            return kept;
        }
    }

    /** Keeps what other features tell; empty = forgotten. */
    static void keep(Connection connection, Map<String, Optional<String>> facts)
            throws SQLException {
        for (var fact : facts.entrySet()) {
            var name = KEPT + fact.getKey();
            if (fact.getValue().isPresent()) {
                put(connection, name, fact.getValue().get());
            } else {
                forget(connection, name);
            }
        }
    }

    private static void forget(Connection connection, String name) throws SQLException {
        try (var forget = connection.prepareStatement("DELETE FROM fact WHERE name = ?")) {
            forget.setString(1, name);
            forget.executeUpdate();
        }
    }

    /** Another identity: what servers have of the old one says nothing of the new one. */
    static UUID renewIdentity(Connection connection) throws SQLException {
        var made = UUID.randomUUID();
        put(connection, IDENTITY, made.toString());
        try (var marks = connection.createStatement()) {
            marks.executeUpdate("DELETE FROM sync_mark");
        }
        return made;
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
