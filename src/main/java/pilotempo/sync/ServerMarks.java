package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilotempo.history.OutboxStream;

/**
 * How far a server has taken our streams, as the server itself says: a mark is written in the
 * transaction of the rows, so that neither a crash nor a restored server makes it lie.
 */
record ServerMarks(UUID source) {
    /**
     * How far one stream is.
     *
     * @param seq the number of the last row that the server has
     * @param opening the run of this program that sent it; empty if it told none
     */
    record Mark(long seq, Optional<UUID> opening) {
        private static final Mark NOTHING = new Mark(0, Optional.empty());
    }

    /** The marks of all streams. */
    Map<OutboxStream, Mark> read(Connection connection) throws SQLException {
        var marks = new EnumMap<OutboxStream, Mark>(OutboxStream.class);
        for (var stream : OutboxStream.values()) {
            marks.put(stream, Mark.NOTHING);
        }
        try (var query =
                connection.prepareStatement(
                        "SELECT stream, acked, opening FROM pilotempo.sync_source WHERE source"
                                + " = ?")) {
            query.setObject(1, source);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var word = found.getString(1);
                    for (var stream : OutboxStream.values()) {
                        if (stream.word().equals(word)) {
                            marks.put(
                                    stream,
                                    new Mark(
                                            found.getLong(2),
                                            Optional.ofNullable(found.getObject(3, UUID.class))));
                        }
                    }
                }
            }
        }
        return marks;
    }

    /** Moves a mark, in the caller's transaction. */
    void write(Connection connection, OutboxStream stream, Mark mark) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO pilotempo.sync_source (source, stream, acked, opening) VALUES"
                                + " (?, ?, ?, ?) ON CONFLICT (source, stream) DO UPDATE SET acked ="
                                + " EXCLUDED.acked, opening = EXCLUDED.opening, changed_at = now()")) {
            put.setObject(1, source);
            put.setString(2, stream.word());
            put.setLong(3, mark.seq());
            put.setObject(4, mark.opening().orElse(null), Types.OTHER);
            put.executeUpdate();
        }
    }
}
