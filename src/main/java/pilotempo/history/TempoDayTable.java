package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ColourStore;

/** The Tempo days in the database. Thread-safe. */
final class TempoDayTable implements ColourStore {
    private static final Logger LOG = LoggerFactory.getLogger(TempoDayTable.class);

    private final Reads database;
    private final Inbox inbox;

    TempoDayTable(Reads database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    @Override
    public List<DayColour> load(LocalDate from, LocalDate to) {
        return database.steadily(connection -> load(connection, from, to));
    }

    /** A cache that can't be written is a pity, not an error: the days are fetched again. */
    @Override
    public void save(List<DayColour> days) {
        try {
            inbox.colours(days);
            inbox.flush().join();
        } catch (IllegalStateException | CompletionException refused) {
            LOG.warn("Tempo days can't be kept", refused);
        }
    }

    private static List<DayColour> load(Connection connection, LocalDate from, LocalDate to)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT tempo_date, colour, status, source, fetched_at FROM tempo_day"
                                + " WHERE tempo_date BETWEEN ? AND ? ORDER BY tempo_date")) {
            query.setObject(1, from);
            query.setObject(2, to);
            var days = new ArrayList<DayColour>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    long millis = found.getLong(5);
                    var fetchedAt = found.wasNull() ? null : Instant.ofEpochMilli(millis);
                    days.add(
                            new DayColour(
                                    found.getObject(1, LocalDate.class),
                                    TempoColour.valueOf(found.getString(2)),
                                    DayColour.Status.valueOf(found.getString(3)),
                                    found.getString(4),
                                    fetchedAt));
                }
            }
            return days;
        }
    }

    /** Called by the writer. */
    static void put(Connection connection, Collection<DayColour> days, OutboxNumbers numbers)
            throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO tempo_day (tempo_date, colour, status, source, fetched_at,"
                                + " changed) KEY (tempo_date) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (var day : days) {
                var colour = day.colour();
                if (colour == null || day.status() == DayColour.Status.UNKNOWN) {
                    continue;
                }
                var fetchedAt = day.fetchedAt();
                put.setObject(1, day.date());
                put.setString(2, colour.name());
                put.setString(3, day.status().name());
                put.setString(4, day.source());
                if (fetchedAt == null) {
                    put.setNull(5, Types.BIGINT);
                } else {
                    put.setLong(5, fetchedAt.toEpochMilli());
                }
                put.setLong(6, numbers.next(OutboxStream.TEMPO_DAYS));
                put.executeUpdate();
            }
        }
    }
}
