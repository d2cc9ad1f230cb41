package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import pilotempo.battery.Quantity;

/**
 * A battery's readings in the database, with only the quantities that a chart asks for; the rest is
 * unknown in them. Each column that is not read saves a tenth of the time.
 *
 * @param quantities which
 */
record ChosenRows(Connection connection, int battery, List<Quantity> quantities) implements Rows {
    /** The quantities asked for. */
    static ChosenRows of(Connection connection, int battery, Collection<Quantity> asked) {
        return new ChosenRows(connection, battery, List.copyOf(asked));
    }

    /** The quantities asked for, and those that energy is reckoned from. */
    static ChosenRows withEnergy(Connection connection, int battery, Collection<Quantity> asked) {
        var quantities =
                EnumSet.of(
                        Quantity.ONGRID_POWER_W,
                        Quantity.TOTAL_GRID_IN_WH,
                        Quantity.TOTAL_GRID_OUT_WH);
        quantities.addAll(asked);
        return of(connection, battery, quantities);
    }

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
        try (var query =
                connection.prepareStatement(
                        "SELECT time"
                                + quantities.stream()
                                        .map(quantity -> ", " + quantity.column())
                                        .collect(Collectors.joining())
                                + " FROM reading WHERE battery_no = ? AND time >= ? AND time < ?"
                                + " ORDER BY battery_no, time")) {
            query.setInt(1, battery);
            query.setLong(2, from);
            query.setLong(3, to);
            var rows = new ArrayList<Row>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var values = Row.unknown();
                    for (int i = 0; i < quantities.size(); i++) {
                        ReadingTable.read(found, i + 2, quantities.get(i), values);
                    }
                    rows.add(new Row(found.getLong(1), values, null, null, null, null));
                }
            }
            return rows;
        }
    }
}
