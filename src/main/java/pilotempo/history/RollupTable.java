package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilotempo.battery.Quantity;

/** The SQL of the roll-up tables, which have one shape. */
final class RollupTable {
    private static final int FIRST = 4;
    private static final int WIDTH = 4;
    private static final int ENERGY = FIRST + WIDTH * Bucket.QUANTITIES.size();
    private static final String COLUMNS =
            "battery_no, bucket, n, "
                    + Bucket.QUANTITIES.stream()
                            .map(Quantity::column)
                            .map(
                                    name ->
                                            name + "_n, " + name + "_sum, " + name + "_min, " + name
                                                    + "_max")
                            .collect(Collectors.joining(", "))
                    + ", energy_in_wh, energy_out_wh";

    private RollupTable() {}

    /** Buckets that begin in {@code [from, to)}, in order, those without samples too. */
    static List<Bucket> load(Connection connection, Level level, int battery, long from, long to)
            throws SQLException {
        return load(connection, level, battery, from, to, Integer.MAX_VALUE);
    }

    /** The first buckets that begin in {@code [from, to)}, in order. */
    static List<Bucket> load(
            Connection connection, Level level, int battery, long from, long to, int most)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM "
                                + level.table()
                                + " WHERE battery_no = ? AND bucket >= ? AND bucket < ?"
                                + " ORDER BY battery_no, bucket FETCH FIRST ? ROWS ONLY")) {
            query.setInt(1, battery);
            query.setLong(2, from);
            query.setLong(3, to);
            query.setInt(4, most);
            var buckets = new ArrayList<Bucket>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    buckets.add(bucket(found));
                }
            }
            return buckets;
        }
    }

    static PreparedStatement put(Connection connection, Level level) throws SQLException {
        boolean numbered = level == Level.QUARTER;
        return connection.prepareStatement(
                "MERGE INTO "
                        + level.table()
                        + " ("
                        + COLUMNS
                        + (numbered ? ", changed" : "")
                        + ") KEY (battery_no, bucket) VALUES (?"
                        + ", ?".repeat(ENERGY + (numbered ? 1 : 0))
                        + ")");
    }

    /** A quarter, with its number in the outbox. */
    static void addBatch(PreparedStatement put, int battery, Bucket bucket, long changed)
            throws SQLException {
        put.setLong(ENERGY + 2, changed);
        addBatch(put, battery, bucket);
    }

    /** An hour or a day. */
    static void addBatch(PreparedStatement put, int battery, Bucket bucket) throws SQLException {
        put.setInt(1, battery);
        put.setLong(2, bucket.begin);
        put.setInt(3, bucket.samples);
        for (int i = 0; i < Bucket.QUANTITIES.size(); i++) {
            int at = FIRST + WIDTH * i;
            put.setInt(at, bucket.counts[i]);
            if (bucket.counts[i] == 0) {
                put.setNull(at + 1, Types.DOUBLE);
                put.setNull(at + 2, Types.REAL);
                put.setNull(at + 3, Types.REAL);
            } else {
                put.setDouble(at + 1, bucket.sums[i]);
                put.setFloat(at + 2, (float) bucket.least[i]);
                put.setFloat(at + 3, (float) bucket.greatest[i]);
            }
        }
        energy(put, ENERGY, bucket.energyInWh);
        energy(put, ENERGY + 1, bucket.energyOutWh);
        put.addBatch();
    }

    static void delete(Connection connection, Level level, int battery, long begin)
            throws SQLException {
        try (var delete =
                connection.prepareStatement(
                        "DELETE FROM " + level.table() + " WHERE battery_no = ? AND bucket = ?")) {
            delete.setInt(1, battery);
            delete.setLong(2, begin);
            delete.executeUpdate();
        }
    }

    private static void energy(PreparedStatement put, int at, double value) throws SQLException {
        if (Double.isNaN(value)) {
            put.setNull(at, Types.DOUBLE);
        } else {
            put.setDouble(at, value);
        }
    }

    private static Bucket bucket(ResultSet found) throws SQLException {
        var bucket = new Bucket(found.getLong(2));
        bucket.samples = found.getInt(3);
        for (int i = 0; i < Bucket.QUANTITIES.size(); i++) {
            int at = FIRST + WIDTH * i;
            bucket.counts[i] = found.getInt(at);
            if (bucket.counts[i] > 0) {
                bucket.sums[i] = found.getDouble(at + 1);
                bucket.least[i] = Row.decimal(found.getFloat(at + 2));
                bucket.greatest[i] = Row.decimal(found.getFloat(at + 3));
            }
        }
        double in = found.getDouble(ENERGY);
        bucket.energyInWh = found.wasNull() ? Double.NaN : in;
        double out = found.getDouble(ENERGY + 1);
        bucket.energyOutWh = found.wasNull() ? Double.NaN : out;
        return bucket;
    }
}
