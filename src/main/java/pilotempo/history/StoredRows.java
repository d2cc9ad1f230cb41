package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** A battery's readings in the database. */
record StoredRows(Connection connection, int battery) implements Rows {
    @Override
    public OptionalLong before(long time) throws SQLException {
        return ReadingTable.before(connection, battery, time);
    }

    @Override
    public OptionalLong after(long time) throws SQLException {
        return ReadingTable.after(connection, battery, time);
    }

    @Override
    public List<Row> between(long from, long to) throws SQLException {
        return ReadingTable.rows(connection, battery, from, to);
    }
}
