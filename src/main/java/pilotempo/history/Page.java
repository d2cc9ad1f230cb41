package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a battery's lines, so that however long the range is, only so much of it is in memory.
 *
 * @param lines in order of time
 * @param next where the next part begins, epoch milliseconds; {@code to} when there is none
 */
record Page(List<? extends Line> lines, long next) {
    private static final int ROWS = 2_000;
    private static final long MINUTE = 60_000;
    private static final long MINUTES_BLOCK = 86_400_000;

    /** Lines that begin in {@code [from, to)}, as many as make a page. */
    static Page read(Connection connection, Step step, int battery, long from, long to)
            throws SQLException {
        return switch (step) {
            case RAW -> raw(connection, battery, from, to);
            case MINUTE -> minutes(new StoredRows(connection, battery), from, to);
            case QUARTER -> rolled(connection, Level.QUARTER, battery, from, to);
            case HOUR -> rolled(connection, Level.HOUR, battery, from, to);
            case DAY -> rolled(connection, Level.DAY, battery, from, to);
        };
    }

    /** The grid on which a step's buckets lie; raw readings have none. */
    static Grid grid(Step step, int factor, ZoneId zone) {
        return step == Step.DAY
                ? Grid.days(zone, factor)
                : Grid.every(step.nominal().toMillis() * factor);
    }

    private static Page raw(Connection connection, int battery, long from, long to)
            throws SQLException {
        var rows = ReadingTable.rows(connection, battery, from, to, ROWS);
        return new Page(
                rows.stream().map(Line.Raw::new).toList(),
                rows.size() < ROWS ? to : rows.getLast().time() + 1);
    }

    /** Minutes that begin in {@code [from, to)}, as many as make a page. */
    static Page minutes(Rows rows, long from, long to) throws SQLException {
        var first = rows.after(from - 1);
        if (first.isEmpty() || first.getAsLong() >= to) {
            return new Page(List.of(), to);
        }
        var grid = Grid.every(MINUTE);
        long begin = Math.max(from, grid.begin(first.getAsLong()));
        long end = Math.min(to, begin + MINUTES_BLOCK);
        long lastEnd = grid.end(grid.begin(end - 1));
        begin = grid.begin(begin + MINUTE - 1);
        var lines = new ArrayList<Line.Rolled>();
        if (begin < end) {
            for (var bucket :
                    Buckets.of(rows.around(begin, lastEnd), begin, lastEnd, grid).values()) {
                if (bucket.samples > 0) {
                    lines.add(new Line.Rolled(bucket));
                }
            }
        }
        return new Page(lines, Math.min(to, lastEnd));
    }

    private static Page rolled(Connection connection, Level level, int battery, long from, long to)
            throws SQLException {
        var buckets = RollupTable.load(connection, level, battery, from, to, ROWS);
        return new Page(
                buckets.stream()
                        .filter(bucket -> bucket.samples > 0 || level == Level.DAY)
                        .map(Line.Rolled::new)
                        .toList(),
                buckets.size() < ROWS ? to : buckets.getLast().begin + 1);
    }
}
