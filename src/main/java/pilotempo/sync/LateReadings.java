package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;

/**
 * Readings that come long after they were measured: the server's continuous aggregates show them
 * only once that stretch is refreshed. The stretch is noted in the transaction of the readings, so
 * that a crash does not forget it.
 */
final class LateReadings {
    private static final Logger LOG = LoggerFactory.getLogger(LateReadings.class);
    private static final Duration LATE = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofDays(35);
    private static final Duration MARGIN = Duration.ofDays(2);
    private static final int TRIES = 5;
    private static final List<String> VIEWS = List.of("reading_15m", "reading_1h", "reading_1d");

    private final ServerInfo info;
    private final UUID source;
    private final Supplier<Instant> clock;

    LateReadings(ServerInfo info, UUID source, Supplier<Instant> clock) {
        this.clock = clock;
        this.info = info;
        this.source = source;
    }

    /** Notes a batch that is being sent, if it is late. */
    void note(Connection connection, List<Outgoing> rows) throws SQLException {
        if (info.kind() != ServerKind.TIMESCALEDB) {
            return;
        }
        long late = clock.get().minus(LATE).toEpochMilli();
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (var row : rows) {
            long at = ((Outgoing.ReadingRow) row).at();
            from = Math.min(from, at);
            to = Math.max(to, at);
        }
        if (from >= late) {
            return;
        }
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO pilotempo.sync_source (source, stream, acked, rollups_from,"
                                + " rollups_to, rollups_noted) VALUES (?, ?, 0, ?, ?, 1) ON CONFLICT"
                                + " (source, stream) DO UPDATE SET rollups_from ="
                                + " least(sync_source.rollups_from, EXCLUDED.rollups_from), rollups_to"
                                + " = greatest(sync_source.rollups_to, EXCLUDED.rollups_to),"
                                + " rollups_noted = sync_source.rollups_noted + 1")) {
            put.setObject(1, source);
            put.setString(2, OutboxStream.READINGS.word());
            put.setTimestamp(3, new Timestamp(from));
            put.setTimestamp(4, new Timestamp(to));
            put.executeUpdate();
        }
    }

    /**
     * Has the server roll up what came late. A role that does not own the views leaves it to the
     * server's own jobs.
     */
    void rollUp(Server server) throws SQLException, InterruptedException {
        if (info.kind() != ServerKind.TIMESCALEDB || !info.owner()) {
            return;
        }
        server.patiently(
                connection -> {
                    connection.setAutoCommit(true);
                    rollUp(connection);
                    return true;
                });
    }

    private void rollUp(Connection connection) throws SQLException, InterruptedException {
        var noted = noted(connection);
        if (noted.isEmpty()) {
            return;
        }
        var from = noted.stream().map(Noted::from).min(Comparator.naturalOrder()).orElseThrow();
        var to = noted.stream().map(Noted::to).max(Comparator.naturalOrder()).orElseThrow();
        LOG.info("The server rolls up what came late, {} to {}", from, to);
        // What is not late yet stays out: once rolled up, a bucket hides what still comes into it.
        var settled = clock.get().minus(LATE);
        var end = to.plus(MARGIN).isBefore(settled) ? to.plus(MARGIN) : settled;
        for (var view : VIEWS) {
            var begin = from.minus(MARGIN);
            // Less than a day is no window; only readings of the future leave so little.
            while (!begin.plus(MARGIN).isAfter(end)) {
                var stop = begin.plus(WINDOW).isBefore(end) ? begin.plus(WINDOW) : end;
                if (!refresh(connection, view, begin, stop)) {
                    LOG.info("The server's own job rolls up at the same time: again next time");
                    return;
                }
                // Windows overlap: a bucket that lies across a border is refreshed by neither.
                begin = stop.equals(end) ? end : stop.minus(MARGIN);
            }
        }
        clear(connection, noted);
    }

    /** What came late from one program; how often it was noted tells whether more came since. */
    private record Noted(UUID source, String stream, Instant from, Instant to, long times) {}

    private static List<Noted> noted(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var found =
                        query.executeQuery(
                                "SELECT source, stream, rollups_from, rollups_to, rollups_noted"
                                        + " FROM pilotempo.sync_source WHERE rollups_from IS NOT"
                                        + " NULL")) {
            var noted = new ArrayList<Noted>();
            while (found.next()) {
                noted.add(
                        new Noted(
                                found.getObject(1, UUID.class),
                                found.getString(2),
                                found.getTimestamp(3).toInstant(),
                                found.getTimestamp(4).toInstant(),
                                found.getLong(5)));
            }
            return noted;
        }
    }

    /** What came in the meantime is left for the next time. */
    private static void clear(Connection connection, List<Noted> noted) throws SQLException {
        try (var done =
                connection.prepareStatement(
                        "UPDATE pilotempo.sync_source SET rollups_from = NULL, rollups_to = NULL"
                                + " WHERE source = ? AND stream = ? AND rollups_noted = ?")) {
            for (var one : noted) {
                done.setObject(1, one.source());
                done.setString(2, one.stream());
                done.setLong(3, one.times());
                done.executeUpdate();
            }
        }
    }

    /** Whether it could: not while another refresh runs. */
    private boolean refresh(Connection connection, String view, Instant from, Instant to)
            throws SQLException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try (var call =
                    connection.prepareStatement(
                            "CALL "
                                    + info.extensionSchema()
                                    + ".refresh_continuous_aggregate(?::regclass, ?::timestamptz,"
                                    + " ?::timestamptz)")) {
                call.setString(1, "pilotempo." + view);
                call.setString(2, from.toString());
                call.setString(3, to.toString());
                call.execute();
                return true;
            } catch (SQLException refused) {
                if (!isConcurrent(refused)) {
                    throw refused;
                }
                if (tried == TRIES) {
                    return false;
                }
                try (var pause = connection.createStatement()) {
                    pause.execute("SELECT pg_sleep(1)");
                }
            }
        }
    }

    /** The server's own job refreshes at the same time. */
    private static boolean isConcurrent(SQLException refused) {
        return String.valueOf(refused.getMessage()).contains("concurrent")
                || String.valueOf(refused.getSQLState()).startsWith("40");
    }
}
