package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pilotempo.battery.Mac;

/** The SQL of table {@code battery}. */
final class BatteryTable {
    /** A battery and its local number. */
    record Numbered(int number, KnownBattery battery) {}

    private BatteryTable() {}

    /** All, in order of their numbers. */
    static Map<Mac, Numbered> load(Connection connection) throws SQLException {
        try (var query =
                        connection.prepareStatement(
                                "SELECT battery_no, mac, id, name, model, firmware, unsupported,"
                                        + " first_seen FROM battery ORDER BY battery_no");
                var found = query.executeQuery()) {
            var batteries = new LinkedHashMap<Mac, Numbered>();
            while (found.next()) {
                var mac = new Mac(found.getString(2));
                batteries.put(
                        mac,
                        new Numbered(
                                found.getInt(1),
                                new KnownBattery(
                                        mac,
                                        found.getString(3),
                                        found.getString(4),
                                        found.getString(5),
                                        found.getInt(6),
                                        methods(found.getString(7)),
                                        Instant.ofEpochMilli(found.getLong(8)))));
            }
            return batteries;
        }
    }

    /** MACs by local number. */
    static Map<Integer, Mac> byNumber(Connection connection) throws SQLException {
        var batteries = new HashMap<Integer, Mac>();
        load(connection).forEach((mac, numbered) -> batteries.put(numbered.number(), mac));
        return batteries;
    }

    static void put(Connection connection, Numbered numbered, long changed) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO battery (battery_no, mac, id, name, model, firmware,"
                                + " unsupported, first_seen, changed) KEY (battery_no)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            var battery = numbered.battery();
            put.setInt(1, numbered.number());
            put.setString(2, battery.mac().hex());
            put.setString(3, cut(battery.id(), 80));
            put.setString(4, cut(battery.name(), 200));
            put.setString(5, cut(battery.model(), 80));
            put.setInt(6, battery.firmware());
            put.setString(7, cut(String.join(",", new TreeSet<>(battery.unsupported())), 2000));
            put.setLong(8, battery.firstSeen().toEpochMilli());
            put.setLong(9, changed);
            put.executeUpdate();
        }
    }

    /** What is known of a battery that only its readings tell of. */
    static KnownBattery nameless(Mac mac, Instant firstSeen) {
        return new KnownBattery(mac, mac.hex(), mac.withColons(), "", 0, Set.of(), firstSeen);
    }

    private static Set<String> methods(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .filter(method -> !method.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
