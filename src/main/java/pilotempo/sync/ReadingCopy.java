package pilotempo.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;
import pilotempo.history.Outgoing;

/**
 * Readings by COPY, in the caller's transaction: straight into the table, and where one of them is
 * there already, by way of a temporary table, so that the first one wins.
 */
final class ReadingCopy {
    private final ReadingText text = new ReadingText();

    void send(Connection connection, List<Outgoing> rows) throws SQLException {
        var bytes = text.of(rows);
        var before = connection.setSavepoint();
        try {
            copy(connection, "pilotempo.reading", bytes);
            connection.releaseSavepoint(before);
        } catch (SQLException refused) {
            if (!ServerProblem.isDuplicate(refused)) {
                throw refused;
            }
            connection.rollback(before);
            copyNew(connection, bytes);
        }
    }

    private static void copyNew(Connection connection, byte[] bytes) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_reading"
                            + " (LIKE pilotempo.reading) ON COMMIT DELETE ROWS");
            copy(connection, "pg_temp.incoming_reading", bytes);
            statement.execute(
                    "INSERT INTO pilotempo.reading ("
                            + ReadingText.COLUMNS
                            + ") SELECT "
                            + ReadingText.COLUMNS
                            + " FROM pg_temp.incoming_reading ON CONFLICT DO NOTHING");
        }
    }

    private static void copy(Connection connection, String table, byte[] bytes)
            throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY " + table + " (" + ReadingText.COLUMNS + ") FROM STDIN",
                            new ByteArrayInputStream(bytes));
        } catch (IOException cut) {
            throw new SQLException(
                    "the connection was cut", PSQLState.CONNECTION_FAILURE.getState(), cut);
        }
    }
}
