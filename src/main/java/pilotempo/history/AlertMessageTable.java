package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The SQL of table {@code alert_message}. */
final class AlertMessageTable {
    private static final int LONGEST_CHANNEL = 40;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_PROBLEM = 1_000;
    private static final String SELECT =
            "SELECT message_id, alert_id, channel, resolved, content, queued_at, due, state, tries,"
                    + " problem FROM alert_message";

    private AlertMessageTable() {}

    /** The message as the table gives it back: cut, to the millisecond. */
    static AlertMessage asStored(AlertMessage message) {
        return new AlertMessage(
                message.id(),
                message.alert(),
                Fit.text(message.channel(), LONGEST_CHANNEL),
                message.resolved(),
                Fit.text(message.text(), LONGEST_TEXT),
                Fit.time(message.queuedAt()),
                Fit.time(message.due()),
                message.state(),
                message.tries(),
                Fit.text(message.problem(), LONGEST_PROBLEM));
    }

    /** Stores messages as {@link #asStored} makes them; the last state of each stays. */
    static void put(Connection connection, Iterable<AlertMessage> messages) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO alert_message (message_id, alert_id, channel, resolved,"
                                + " content, queued_at, due, state, tries, problem) KEY"
                                + " (message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var message : messages) {
                put.setObject(1, message.id());
                put.setObject(2, message.alert());
                put.setString(3, message.channel());
                put.setBoolean(4, message.resolved());
                put.setString(5, message.text());
                put.setLong(6, message.queuedAt().toEpochMilli());
                put.setLong(7, message.due().toEpochMilli());
                put.setString(8, message.state().name());
                put.setInt(9, message.tries());
                put.setString(10, message.problem());
                put.executeUpdate();
            }
        }
    }

    /** Those still to be sent or on their way, oldest first. */
    static List<AlertMessage> waiting(Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        SELECT + " WHERE state IN (?, ?) ORDER BY queued_at, seq")) {
            query.setString(1, AlertMessage.State.WAITING.name());
            query.setString(2, AlertMessage.State.SENDING.name());
            return read(query);
        }
    }

    /** The newest, newest first. */
    static List<AlertMessage> newest(Connection connection, int most) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        SELECT + " ORDER BY queued_at DESC, seq DESC FETCH FIRST ? ROWS ONLY")) {
            query.setInt(1, most);
            return read(query);
        }
    }

    private static List<AlertMessage> read(PreparedStatement query) throws SQLException {
        var messages = new ArrayList<AlertMessage>();
        try (var found = query.executeQuery()) {
            while (found.next()) {
                messages.add(
                        new AlertMessage(
                                found.getObject(1, UUID.class),
                                found.getObject(2, UUID.class),
                                found.getString(3),
                                found.getBoolean(4),
                                found.getString(5),
                                Instant.ofEpochMilli(found.getLong(6)),
                                Instant.ofEpochMilli(found.getLong(7)),
                                AlertMessage.State.valueOf(found.getString(8)),
                                found.getInt(9),
                                found.getString(10)));
            }
        }
        return messages;
    }
}
