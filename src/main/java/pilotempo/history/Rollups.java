package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps the roll-ups equal to what the readings say. Quarters are computed again from the readings
 * wherever a new reading can have changed them, hours and days from the quarters: so neither the
 * order in which readings come nor the borders of batches nor a restart makes a difference.
 */
final class Rollups {
    private static final Grid QUARTERS = Grid.every(Level.QUARTER.nominalMillis());
    private static final Grid HOURS = Grid.every(Level.HOUR.nominalMillis());

    private final Connection connection;
    private final Grid days;
    private final OutboxNumbers numbers;
    private final PurgedRows purged;

    Rollups(Connection connection, ZoneId zone, OutboxNumbers numbers, PurgedRows purged) {
        this.purged = purged;
        this.connection = connection;
        this.numbers = numbers;
        days = Grid.days(zone, 1);
    }

    /**
     * Takes new readings in.
     *
     * @param rows the battery's readings, the new ones among them
     * @param firstNew time of the first new one
     * @param lastNew time of the last new one
     */
    void refresh(int battery, Rows rows, long firstNew, long lastNew) throws SQLException {
        refresh(battery, rows, touched(rows, firstNew, lastNew));
    }

    /** Which quarters new readings, the first and the last of them, can change. */
    static Span touched(Rows rows, long firstNew, long lastNew) throws SQLException {
        long earliest = rows.before(firstNew).orElse(firstNew) - Energy.MEMORY_MILLIS;
        long latest = lastNew;
        var next = rows.after(lastNew);
        if (next.isPresent()) {
            long reach = next.getAsLong() + Energy.MEMORY_MILLIS;
            latest = rows.after(reach).orElse(reach);
        }
        return new Span(QUARTERS.begin(earliest), QUARTERS.end(QUARTERS.begin(latest)));
    }

    /**
     * Computes a stretch again.
     *
     * @return how many readings it took
     */
    int refresh(int battery, Rows rows, Span span) throws SQLException {
        long from = span.from();
        long to = span.to();
        var around = rows.around(from, to);
        var quarters = Buckets.of(around, from, to, QUARTERS);
        var changed = replace(Level.QUARTER, battery, from, to, quarters);
        if (!changed.isEmpty()) {
            refreshHours(battery, changed);
            refreshDays(battery, changed);
        }
        return around.size();
    }

    /** Computes every day again, for the zone has changed. */
    void refreshAllDays(int battery) throws SQLException {
        var quarters =
                RollupTable.load(
                        connection, Level.QUARTER, battery, Long.MIN_VALUE, Long.MAX_VALUE);
        replace(Level.DAY, battery, Long.MIN_VALUE, Long.MAX_VALUE, Buckets.merge(quarters, days));
    }

    private void refreshHours(int battery, NavigableMap<Long, Bucket> quarters)
            throws SQLException {
        long from = HOURS.begin(quarters.firstKey());
        long to = HOURS.end(HOURS.begin(quarters.lastKey()));
        var parts = RollupTable.load(connection, Level.QUARTER, battery, from, to);
        replace(Level.HOUR, battery, from, to, Buckets.merge(parts, HOURS));
    }

    private void refreshDays(int battery, NavigableMap<Long, Bucket> quarters) throws SQLException {
        var begins = new TreeSet<Long>();
        for (long quarter : quarters.keySet()) {
            begins.add(days.begin(quarter));
        }
        for (long begin : begins) {
            long end = days.end(begin);
            var finer = HOURS.begin(begin) == begin && HOURS.begin(end) == end;
            var parts =
                    RollupTable.load(
                            connection, finer ? Level.HOUR : Level.QUARTER, battery, begin, end);
            replace(Level.DAY, battery, begin, end, Buckets.merge(parts, days));
        }
    }

    /** Writes the buckets that differ from what stands there, and tells which did. */
    private NavigableMap<Long, Bucket> replace(
            Level level, int battery, long from, long to, NavigableMap<Long, Bucket> wanted)
            throws SQLException {
        var changed = new TreeMap<>(wanted);
        changed.values().removeIf(Bucket::isEmpty);
        for (var old : RollupTable.load(connection, level, battery, from, to)) {
            var now = changed.get(old.begin);
            if (level == Level.QUARTER && old.begin < purged.before(battery) && !old.isEmpty()) {
                now = PurgedRows.richer(old, now == null ? new Bucket(old.begin) : now);
                changed.put(old.begin, now);
            }
            if (now == null) {
                if (!old.isEmpty()) {
                    changed.put(old.begin, new Bucket(old.begin));
                }
            } else if (now.same(old)) {
                changed.remove(old.begin);
            }
        }
        put(level, battery, changed.values());
        return changed;
    }

    private void put(Level level, int battery, Collection<Bucket> buckets) throws SQLException {
        try (var put = RollupTable.put(connection, level)) {
            boolean any = false;
            for (var bucket : buckets) {
                if (level == Level.QUARTER) {
                    long number = numbers.next(OutboxStream.BATTERY_QUARTERS);
                    RollupTable.addBatch(put, battery, bucket, number);
                    any = true;
                } else if (bucket.isEmpty()) {
                    RollupTable.delete(connection, level, battery, bucket.begin);
                } else {
                    RollupTable.addBatch(put, battery, bucket);
                    any = true;
                }
            }
            if (any) {
                put.executeBatch();
            }
        }
    }
}
