package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;

/**
 * Delivers batches, each in one transaction with its mark. A row that the server will never take is
 * found by halving, set aside locally, and only then passed over. Confined to one connection.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Connection connection;
    private final Outbox outbox;
    private final ServerMarks marks;
    private final LateReadings late;
    private final Supplier<Instant> clock;
    private final ReadingCopy readings = new ReadingCopy();
    private final Set<Mac> known = new HashSet<>();

    /** Takes a connection whose transactions are its own from now on. */
    Courier(
            Connection connection,
            Outbox outbox,
            ServerMarks marks,
            LateReadings late,
            Supplier<Instant> clock)
            throws SQLException {
        this.connection = connection;
        this.outbox = outbox;
        this.marks = marks;
        this.late = late;
        this.clock = clock;
        connection.setAutoCommit(false);
    }

    /**
     * Delivers rows of one stream, in the order of their numbers; they are the server's when this
     * returns.
     */
    void deliver(OutboxStream stream, List<Outgoing> rows)
            throws SQLException, InterruptedException {
        try {
            send(stream, rows);
            mark(stream, rows.getLast().seq());
            connection.commit();
        } catch (SQLException refused) {
            rollback(refused);
            if (!ServerProblem.isAboutData(refused)) {
                throw refused;
            }
            if (rows.size() == 1) {
                passOver(stream, rows.getFirst(), refused);
            } else {
                int half = rows.size() / 2;
                deliver(stream, rows.subList(0, half));
                deliver(stream, rows.subList(half, rows.size()));
            }
        }
    }

    private void send(OutboxStream stream, List<Outgoing> rows) throws SQLException {
        var fresh = new HashSet<Mac>();
        for (var row : rows) {
            var battery = battery(row);
            if (battery != null && !known.contains(battery)) {
                fresh.add(battery);
            }
        }
        if (!fresh.isEmpty()) {
            Upserts.nameless(connection, fresh);
        }
        if (stream == OutboxStream.READINGS) {
            readings.send(connection, rows);
            late.note(connection, rows);
        } else {
            Upserts.send(connection, rows);
        }
        known.addAll(fresh);
    }

    private static @Nullable Mac battery(Outgoing row) {
        return switch (row) {
            case Outgoing.ReadingRow reading -> reading.battery();
            case Outgoing.EventRow event -> event.event().battery();
            case Outgoing.BatteryQuarterRow quarter -> quarter.battery();
            case Outgoing.CommandRow command -> command.entry().battery();
            case Outgoing.BatteryRow _, Outgoing.TempoDayRow _, Outgoing.HouseQuarterRow _ -> null;
        };
    }

    private void passOver(OutboxStream stream, Outgoing row, SQLException refused)
            throws SQLException, InterruptedException {
        var words = ServerProblem.told(refused);
        var content =
                row instanceof Outgoing.ReadingRow reading
                        ? ReadingText.forPeople(reading)
                        : row.toString();
        LOG.error("The server will never take this row of {}: {} ({})", stream, content, words);
        outbox.reject(new Outbox.Rejected(stream, row.seq(), clock.get(), words, content));
        mark(stream, row.seq());
        connection.commit();
    }

    private void mark(OutboxStream stream, long seq) throws SQLException {
        marks.write(connection, stream, new ServerMarks.Mark(seq, outbox.opening()));
    }

    private void rollback(SQLException refused) {
        known.clear();
        try {
            connection.rollback();
        } catch (SQLException gone) {
            refused.addSuppressed(gone);
        }
    }
}
