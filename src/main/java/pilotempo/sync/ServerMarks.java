package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import pilotempo.history.OutboxStream;

/**
 * How far a server has taken our streams, as the server itself says: a mark is written in the
 * transaction of the rows, so that neither a crash nor a restored server makes it lie.
 */
record ServerMarks(UUID source) {
    /** The marks; 0 for a stream of which the server has nothing. */
    Map<OutboxStream, Long> read(Connection connection) throws SQLException {
        var marks = new EnumMap<OutboxStream, Long>(OutboxStream.class);
        for (var stream : OutboxStream.values()) {
            marks.put(stream, 0L);
        }
        try (var query =
                connection.prepareStatement(
                        "SELECT stream, acked FROM pilotempo.sync_source WHERE source = ?")) {
            query.setObject(1, source);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var word = found.getString(1);
                    for (var stream : OutboxStream.values()) {
                        if (stream.word().equals(word)) {
                            marks.put(stream, found.getLong(2));
                        }
                    }
                }
            }
        }
        return marks;
    }

    /** Moves a mark, in the caller's transaction. */
    void write(Connection connection, OutboxStream stream, long seq) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO pilotempo.sync_source (source, stream, acked) VALUES (?, ?, ?)"
                                + " ON CONFLICT (source, stream) DO UPDATE SET acked ="
                                + " EXCLUDED.acked, changed_at = now()")) {
            put.setObject(1, source);
            put.setString(2, stream.word());
            put.setLong(3, seq);
            put.executeUpdate();
        }
    }
}
