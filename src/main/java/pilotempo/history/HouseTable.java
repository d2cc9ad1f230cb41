package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The SQL of table {@code house_quarter}. A line of which nothing is known any more stays. */
final class HouseTable {
    private static final String COLUMNS =
            "bucket, import_with_wh, import_without_wh, export_with_wh, export_without_wh,"
                    + " import_avoided_wh, import_added_wh, export_gained_wh, export_lost_wh,"
                    + " metered_ms, known_ms";

    private HouseTable() {}

    /** Lines that begin in {@code [from, to)}, in order, also those of which nothing is known. */
    static List<HouseQuarter> load(Connection connection, long from, long to) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM house_quarter WHERE bucket >= ? AND bucket < ?"
                                + " ORDER BY bucket")) {
            query.setLong(1, from);
            query.setLong(2, to);
            var quarters = new ArrayList<HouseQuarter>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    quarters.add(
                            new HouseQuarter(
                                    Instant.ofEpochMilli(found.getLong(1)),
                                    found.getDouble(2),
                                    found.getDouble(3),
                                    found.getDouble(4),
                                    found.getDouble(5),
                                    found.getDouble(6),
                                    found.getDouble(7),
                                    found.getDouble(8),
                                    found.getDouble(9),
                                    found.getInt(10),
                                    found.getInt(11)));
                }
            }
            return quarters;
        }
    }

    /** Puts lines in place of what stands there, each with a new number. */
    static void put(Connection connection, Collection<HouseQuarter> quarters, OutboxNumbers numbers)
            throws SQLException {
        if (quarters.isEmpty()) {
            return;
        }
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO house_quarter ("
                                + COLUMNS
                                + ", changed) KEY (bucket) VALUES (?"
                                + ", ?".repeat(11)
                                + ")")) {
            for (var quarter : quarters) {
                put.setLong(1, quarter.begin().toEpochMilli());
                put.setDouble(2, quarter.importWithWh());
                put.setDouble(3, quarter.importWithoutWh());
                put.setDouble(4, quarter.exportWithWh());
                put.setDouble(5, quarter.exportWithoutWh());
                put.setDouble(6, quarter.importAvoidedWh());
                put.setDouble(7, quarter.importAddedWh());
                put.setDouble(8, quarter.exportGainedWh());
                put.setDouble(9, quarter.exportLostWh());
                put.setInt(10, quarter.meteredMillis());
                put.setInt(11, quarter.knownMillis());
                put.setLong(12, numbers.next(OutboxStream.HOUSE_QUARTERS));
                put.addBatch();
            }
            put.executeBatch();
        }
    }
}
