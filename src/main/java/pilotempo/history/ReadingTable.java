package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/**
 * The SQL of table {@code reading}. Every ordered query names both columns of the key in its order:
 * with {@code time} alone H2 sorts all of a battery's rows before it gives the first.
 */
final class ReadingTable {
    private static final Quantity[] QUANTITIES = Quantity.values();
    private static final int FIRST_VALUE = 3;
    private static final int MODE = FIRST_VALUE + QUANTITIES.length;
    private static final String COLUMNS =
            "time, "
                    + Arrays.stream(QUANTITIES)
                            .map(Quantity::column)
                            .collect(Collectors.joining(", "))
                    + ", mode, charging_allowed, discharging_allowed, ct_connected";
    private static final String SELECT =
            "SELECT battery_no, " + COLUMNS + " FROM reading WHERE battery_no = ?";
    private static final String RISING = " ORDER BY battery_no, time";
    private static final String FALLING = " ORDER BY battery_no DESC, time DESC";
    private static final String ONE = " FETCH FIRST ROW ONLY";

    private ReadingTable() {}

    static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO reading (battery_no, "
                        + COLUMNS
                        + ") VALUES (?, ?"
                        + ", ?".repeat(QUANTITIES.length + 4)
                        + ")");
    }

    static void addBatch(PreparedStatement insert, int battery, Row row) throws SQLException {
        insert.setInt(1, battery);
        insert.setLong(2, row.time());
        for (int i = 0; i < QUANTITIES.length; i++) {
            double value = row.values()[i];
            int at = FIRST_VALUE + i;
            if (Double.isNaN(value)) {
                insert.setNull(at, Types.DOUBLE);
            } else if (isCounter(QUANTITIES[i])) {
                insert.setDouble(at, value);
            } else {
                insert.setFloat(at, (float) value);
            }
        }
        if (row.mode() == null) {
            insert.setNull(MODE, Types.TINYINT);
        } else {
            insert.setInt(MODE, number(row.mode()));
        }
        insert.setObject(MODE + 1, row.chargingAllowed(), Types.BOOLEAN);
        insert.setObject(MODE + 2, row.dischargingAllowed(), Types.BOOLEAN);
        insert.setObject(MODE + 3, row.ctConnected(), Types.BOOLEAN);
        insert.addBatch();
    }

    /** Rows of {@code [from, to)} in order of time. */
    static List<Row> rows(Connection connection, int battery, long from, long to)
            throws SQLException {
        return rows(connection, battery, from, to, Integer.MAX_VALUE);
    }

    /** The first rows of {@code [from, to)} in order of time. */
    static List<Row> rows(Connection connection, int battery, long from, long to, int most)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        SELECT
                                + " AND time >= ? AND time < ?"
                                + RISING
                                + " FETCH FIRST ? ROWS ONLY")) {
            query.setInt(1, battery);
            query.setLong(2, from);
            query.setLong(3, to);
            query.setInt(4, most);
            var rows = new ArrayList<Row>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    static Optional<Row> newest(Connection connection, int battery) throws SQLException {
        try (var query = connection.prepareStatement(SELECT + FALLING + ONE)) {
            query.setInt(1, battery);
            try (var found = query.executeQuery()) {
                return found.next() ? Optional.of(row(found)) : Optional.empty();
            }
        }
    }

    /** Time of the first reading of a battery. */
    static OptionalLong first(Connection connection, int battery) throws SQLException {
        return time(connection, " AND time >= ?" + RISING, battery, Long.MIN_VALUE);
    }

    /** Time of the last reading before an instant. */
    static OptionalLong before(Connection connection, int battery, long time) throws SQLException {
        return time(connection, " AND time < ?" + FALLING, battery, time);
    }

    /** Time of the first reading after an instant. */
    static OptionalLong after(Connection connection, int battery, long time) throws SQLException {
        return time(connection, " AND time > ?" + RISING, battery, time);
    }

    static boolean exists(Connection connection, int battery, long time) throws SQLException {
        return time(connection, " AND time = ?" + RISING, battery, time).isPresent();
    }

    /** Readings of {@code [from, to)}, counted no further than {@code most}. */
    static int count(Connection connection, int battery, long from, long to, int most)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT COUNT(*) FROM (SELECT time FROM reading WHERE battery_no = ?"
                                + " AND time >= ? AND time < ?"
                                + RISING
                                + " FETCH FIRST ? ROWS ONLY)")) {
            query.setInt(1, battery);
            query.setLong(2, from);
            query.setLong(3, to);
            query.setInt(4, most);
            try (var found = query.executeQuery()) {
                return found.next() ? found.getInt(1) : 0;
            }
        }
    }

    /** The first rows of {@code (after, until]} in order of their numbers. */
    static List<Outgoing> outgoing(
            Connection connection, long after, long until, int most, Map<Integer, Mac> batteries)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT battery_no, "
                                + COLUMNS
                                + ", seq FROM reading WHERE seq > ? AND seq <= ? ORDER BY seq"
                                + " FETCH FIRST ? ROWS ONLY")) {
            query.setLong(1, after);
            query.setLong(2, until);
            query.setInt(3, most);
            var rows = new ArrayList<Outgoing>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    var battery = batteries.get(found.getInt(1));
                    if (battery == null) {
                        continue; // no row is without its battery, but for a file mended by hand
                    }
                    var row = row(found);
                    rows.add(
                            new Outgoing.ReadingRow(
                                    found.getLong(MODE + 4),
                                    battery,
                                    row.time(),
                                    row.values(),
                                    row.mode(),
                                    row.chargingAllowed(),
                                    row.dischargingAllowed(),
                                    row.ctConnected()));
                }
            }
            return rows;
        }
    }

    private static OptionalLong time(Connection connection, String tail, int battery, long bound)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT time FROM reading WHERE battery_no = ?" + tail + ONE)) {
            query.setInt(1, battery);
            query.setLong(2, bound);
            try (var found = query.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static Row row(ResultSet found) throws SQLException {
        var values = Row.unknown();
        for (int i = 0; i < QUANTITIES.length; i++) {
            read(found, FIRST_VALUE + i, QUANTITIES[i], values);
        }
        int number = found.getInt(MODE);
        var mode = found.wasNull() ? null : mode(number);
        return new Row(
                found.getLong(2),
                values,
                mode,
                flag(found, MODE + 1),
                flag(found, MODE + 2),
                flag(found, MODE + 3));
    }

    /** Reads one column into a row's values. */
    @SuppressWarnings("EnumOrdinal") // an index in memory only
    static void read(ResultSet found, int at, Quantity quantity, double[] values)
            throws SQLException {
        if (isCounter(quantity)) {
            double value = found.getDouble(at);
            values[quantity.ordinal()] = found.wasNull() ? Double.NaN : value;
        } else {
            float value = found.getFloat(at);
            values[quantity.ordinal()] = found.wasNull() ? Double.NaN : Row.decimal(value);
        }
    }

    private static @Nullable Boolean flag(ResultSet found, int at) throws SQLException {
        boolean value = found.getBoolean(at);
        return found.wasNull() ? null : value;
    }

    private static boolean isCounter(Quantity quantity) {
        return switch (quantity) {
            case TOTAL_PV_WH, TOTAL_GRID_OUT_WH, TOTAL_GRID_IN_WH, TOTAL_LOAD_WH -> true;
            default -> false;
        };
    }

    /** Numbers in the file: never the enum's order, which may change. */
    static int number(OperatingMode mode) {
        return switch (mode) {
            case AUTO -> 1;
            case AI -> 2;
            case MANUAL -> 3;
            case PASSIVE -> 4;
            case UPS -> 5;
        };
    }

    static @Nullable OperatingMode mode(int number) {
        return switch (number) {
            case 1 -> OperatingMode.AUTO;
            case 2 -> OperatingMode.AI;
            case 3 -> OperatingMode.MANUAL;
            case 4 -> OperatingMode.PASSIVE;
            case 5 -> OperatingMode.UPS;
            default -> null;
        };
    }
}
