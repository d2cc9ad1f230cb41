package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Energy of several batteries together, by the roll-ups of one level. */
record FleetEnergy(Connection connection, Level level) {
    /** The buckets that begin in {@code [from, to)} and of which anything is known, in order. */
    List<EnergyBucket> read(Collection<Integer> batteries, long from, long to) throws SQLException {
        var sums = new TreeMap<Long, EnergyBucket>();
        try (var query =
                connection.prepareStatement(
                        "SELECT bucket, energy_in_wh, energy_out_wh FROM "
                                + level.table()
                                + " WHERE battery_no = ? AND bucket >= ? AND bucket < ?"
                                + " AND (energy_in_wh IS NOT NULL OR energy_out_wh IS NOT NULL)"
                                + " ORDER BY battery_no, bucket")) {
            for (int battery : batteries) {
                query.setInt(1, battery);
                query.setLong(2, from);
                query.setLong(3, to);
                try (var found = query.executeQuery()) {
                    while (found.next()) {
                        long begin = found.getLong(1);
                        var one =
                                new EnergyBucket(
                                        Instant.ofEpochMilli(begin),
                                        found.getDouble(2),
                                        found.getDouble(3));
                        sums.merge(begin, one, FleetEnergy::sum);
                    }
                }
            }
        }
        return List.copyOf(sums.values());
    }

    private static EnergyBucket sum(EnergyBucket one, EnergyBucket other) {
        return new EnergyBucket(
                one.begin(), one.inWh() + other.inWh(), one.outWh() + other.outWh());
    }
}
