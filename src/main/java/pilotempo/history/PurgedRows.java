package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Up to where each battery's readings were purged. What begins before is no longer what its
 * readings say: it keeps what it knows, and late readings can only add to it. Belongs to the
 * writer.
 */
final class PurgedRows {
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());

    private final Connection connection;
    private final Map<Integer, Long> before = new HashMap<>();
    private long newest;

    PurgedRows(Connection connection) throws SQLException {
        this.connection = connection;
        try (var query =
                        connection.prepareStatement(
                                "SELECT battery_no, purged_before FROM battery"
                                        + " WHERE purged_before > 0");
                var found = query.executeQuery()) {
            while (found.next()) {
                before.put(found.getInt(1), found.getLong(2));
                newest = Math.max(newest, found.getLong(2));
            }
        }
    }

    /** Quarters of a battery that begin before this keep what they know. */
    long before(int battery) {
        return before.getOrDefault(battery, 0L);
    }

    /** Quarters of the house that begin before this keep what they know. */
    long newest() {
        return newest;
    }

    /**
     * Readings up to an instant are going to be deleted. The energy of the hour after the next one
     * depends on them too.
     */
    void upTo(int battery, long time) throws SQLException {
        long next = ReadingTable.after(connection, battery, time).orElse(time);
        long end = QUARTERS.end(QUARTERS.begin(next + Energy.MEMORY_MILLIS));
        if (end <= before(battery)) {
            return;
        }
        before.put(battery, end);
        newest = Math.max(newest, end);
        try (var put =
                connection.prepareStatement(
                        "UPDATE battery SET purged_before = ? WHERE battery_no = ?")) {
            put.setLong(1, end);
            put.setInt(2, battery);
            put.executeUpdate();
        }
    }

    /**
     * What a quarter knows whose readings were purged, and late ones came or come again: of what it
     * knew and what the readings that are there say, the one with more samples counts. So the same
     * readings may come twice. The extremes of both are kept.
     */
    static Bucket richer(Bucket knew, Bucket say) {
        boolean more = say.samples > knew.samples;
        var rich = more ? say : knew;
        var poor = more ? knew : say;
        var kept = new Bucket(knew.begin);
        kept.merge(rich);
        for (int i = 0; i < Bucket.QUANTITIES.size(); i++) {
            if (kept.counts[i] == 0) {
                kept.counts[i] = poor.counts[i];
                kept.sums[i] = poor.sums[i];
            }
            kept.least[i] = Math.min(kept.least[i], poor.least[i]);
            kept.greatest[i] = Math.max(kept.greatest[i], poor.greatest[i]);
        }
        if (Double.isNaN(kept.energyInWh)) {
            kept.energyInWh = poor.energyInWh;
        }
        if (Double.isNaN(kept.energyOutWh)) {
            kept.energyOutWh = poor.energyOutWh;
        }
        return kept;
    }

    /** The same for the house: what was known longer counts, then what had the meter longer. */
    static HouseQuarter richer(HouseQuarter knew, HouseQuarter say) {
        boolean more =
                say.knownMillis() > knew.knownMillis()
                        || (say.knownMillis() == knew.knownMillis()
                                && say.meteredMillis() > knew.meteredMillis());
        return more ? say : knew;
    }
}
