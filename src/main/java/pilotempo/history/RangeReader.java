package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import pilotempo.battery.Mac;

/** Answers a {@link RangeQuery}. */
record RangeReader(Connection connection, Map<Mac, Integer> numbers, ZoneId zone) {
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(3);

    /** A stretch, and whether all of its readings are still there. */
    private record Span(long from, long to, boolean whole) {}

    Range read(RangeQuery query) throws SQLException {
        int most = Math.max(2, query.mostPoints());
        var span = span(query);
        int readings = 0;
        for (var battery : query.batteries()) {
            var number = numbers.get(battery);
            if (number != null) {
                readings =
                        Math.max(
                                readings,
                                ReadingTable.count(
                                        connection, number, span.from, span.to, most + 1));
            }
        }
        var length = Duration.ofMillis(Math.max(0, span.to - span.from));
        var choice = LevelChoice.of(length, most, readings, span.whole);
        return choice.step() == Step.RAW ? raw(query, span) : rolled(query, span, choice);
    }

    /** The part of the query's range where there is anything at all. */
    private Span span(RangeQuery query) throws SQLException {
        long from = query.from().toEpochMilli();
        long to = query.to().toEpochMilli();
        long first = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        boolean whole = true;
        var beginning = new Beginning(connection);
        for (var battery : query.batteries()) {
            var number = numbers.get(battery);
            if (number != null) {
                first =
                        Math.min(
                                first, ReadingTable.after(connection, number, from - 1).orElse(to));
                end = Math.max(end, ReadingTable.before(connection, number, to).orElse(from) + 1);
                var quarter = beginning.firstQuarter(number, from, to);
                if (beginning.purgedBefore(number) > from && quarter.isPresent()) {
                    whole = false;
                    first = Math.min(first, quarter.getAsLong());
                    long last = beginning.lastQuarter(number, from, to).orElse(from);
                    end = Math.max(end, last + Level.QUARTER.nominalMillis());
                }
            }
        }
        return first >= end || first >= to || end <= from
                ? new Span(from, from, true)
                : new Span(Math.max(from, first), Math.min(to, end), whole);
    }

    private Range raw(RangeQuery query, Span span) throws SQLException {
        var series = new ArrayList<BatterySeries>();
        long interval = 0;
        for (var battery : query.batteries()) {
            var number = numbers.get(battery);
            List<Row> rows =
                    number == null
                            ? List.of()
                            : ChosenRows.of(connection, number, query.quantities())
                                    .between(span.from, span.to);
            interval = Math.max(interval, typicalInterval(rows));
            series.add(SeriesOf.rows(battery, rows, query.quantities()));
        }
        var gap = Duration.ofMillis(3 * interval);
        return new Range(
                Step.RAW,
                Duration.ZERO,
                series,
                gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap);
    }

    private Range rolled(RangeQuery query, Span span, LevelChoice choice) throws SQLException {
        var fine = Page.grid(choice.step(), 1, zone);
        var grid = Page.grid(choice.step(), choice.factor(), zone);
        long from = fine.begin(span.from);
        long to = span.to;
        var series = new ArrayList<BatterySeries>();
        for (var battery : query.batteries()) {
            var number = numbers.get(battery);
            Collection<Bucket> buckets =
                    number == null
                            ? List.of()
                            : Buckets.merge(sampled(query, choice, number, from, to), grid)
                                    .values();
            series.add(SeriesOf.buckets(battery, List.copyOf(buckets), grid, query.quantities()));
        }
        var bucket = choice.step().nominal().multipliedBy(choice.factor());
        var gap = bucket.multipliedBy(3).dividedBy(2);
        return new Range(
                choice.step(),
                bucket,
                series,
                gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap);
    }

    private List<Bucket> sampled(
            RangeQuery query, LevelChoice choice, int number, long from, long to)
            throws SQLException {
        var rows = ChosenRows.withEnergy(connection, number, query.quantities());
        var buckets = new ArrayList<Bucket>();
        long at = from;
        while (at < to) {
            var page =
                    choice.step() == Step.MINUTE
                            ? Page.minutes(rows, at, to)
                            : Page.read(connection, choice.step(), number, at, to);
            for (var line : page.lines()) {
                if (line instanceof Line.Rolled rolled && rolled.bucket().samples > 0) {
                    buckets.add(rolled.bucket());
                }
            }
            at = page.next();
        }
        return buckets;
    }

    private static long typicalInterval(List<Row> rows) {
        if (rows.size() < 2) {
            return 0;
        }
        var intervals = new long[rows.size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = rows.get(i + 1).time() - rows.get(i).time();
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }
}
