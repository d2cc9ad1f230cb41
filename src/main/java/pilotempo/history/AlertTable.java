package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pilotempo.battery.Mac;

/** The SQL of table {@code alert}. */
final class AlertTable {
    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_ARGS = 1_000;
    private static final int MOST_ARGS = 100;
    private static final String SELECT =
            "SELECT alert_id, kind, battery_no, raised_at, resolved_at, urgent, seen, args FROM"
                    + " alert";

    private AlertTable() {}

    /** The alert as the table gives it back: cut, to the millisecond. */
    static AlertEntry asStored(AlertEntry alert) {
        return new AlertEntry(
                alert.id(),
                Fit.text(alert.kind(), LONGEST_KIND),
                alert.battery(),
                Fit.time(alert.raisedAt()),
                Fit.timeOrNull(alert.resolvedAt()),
                alert.urgent(),
                alert.seen(),
                fit(alert.args()));
    }

    private static List<String> fit(List<String> args) {
        int left = LONGEST_ARGS;
        var fitting = new ArrayList<String>();
        for (var arg : args.subList(0, Math.min(args.size(), MOST_ARGS))) {
            var cut = Fit.text(arg, left);
            fitting.add(cut);
            left -= cut.length();
        }
        return fitting;
    }

    /** Stores alerts as {@link #asStored} makes them; the last state of each stays. */
    static void put(Connection connection, Iterable<AlertEntry> alerts, BatteryNumbers batteries)
            throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO alert (alert_id, kind, battery_no, raised_at, resolved_at,"
                                + " urgent, seen, args) KEY (alert_id) VALUES (?, ?, ?, ?, ?, ?, ?,"
                                + " ?)")) {
            for (var alert : alerts) {
                fill(put, alert, batteries);
                put.executeUpdate();
            }
        }
    }

    private static void fill(PreparedStatement put, AlertEntry alert, BatteryNumbers batteries)
            throws SQLException {
        var battery = alert.battery();
        var resolved = alert.resolvedAt();
        put.setObject(1, alert.id());
        put.setString(2, alert.kind());
        put.setObject(3, battery == null ? null : batteries.of(battery, alert.raisedAt()));
        put.setLong(4, alert.raisedAt().toEpochMilli());
        put.setObject(5, resolved == null ? null : resolved.toEpochMilli());
        put.setBoolean(6, alert.urgent());
        put.setBoolean(7, alert.seen());
        put.setObject(8, alert.args().toArray(String[]::new));
    }

    /** Those that last, oldest first. */
    static List<AlertEntry> open(Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        SELECT + " WHERE resolved_at IS NULL ORDER BY raised_at, seq")) {
            return read(connection, query);
        }
    }

    /** The newest, newest first. */
    static List<AlertEntry> newest(Connection connection, int most) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        SELECT + " ORDER BY raised_at DESC, seq DESC FETCH FIRST ? ROWS ONLY")) {
            query.setInt(1, most);
            return read(connection, query);
        }
    }

    private static List<AlertEntry> read(Connection connection, PreparedStatement query)
            throws SQLException {
        var batteries = BatteryTable.byNumber(connection);
        var alerts = new ArrayList<AlertEntry>();
        try (var found = query.executeQuery()) {
            while (found.next()) {
                alerts.add(alert(found, batteries));
            }
        }
        return alerts;
    }

    private static AlertEntry alert(ResultSet found, Map<Integer, Mac> batteries)
            throws SQLException {
        var number = found.getObject(3, Integer.class);
        var resolved = found.getObject(5, Long.class);
        return new AlertEntry(
                found.getObject(1, UUID.class),
                found.getString(2),
                number == null ? null : batteries.get(number),
                Instant.ofEpochMilli(found.getLong(4)),
                resolved == null ? null : Instant.ofEpochMilli(resolved),
                found.getBoolean(6),
                found.getBoolean(7),
                Arrays.asList(found.getObject(8, String[].class)));
    }
}
