package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ColourStore;

/** The Tempo days in the database. Thread-safe. */
final class TempoDayTable implements ColourStore {
    private static final Logger LOG = LoggerFactory.getLogger(TempoDayTable.class);

    private final Reads database;

    TempoDayTable(Reads database) {
        this.database = database;
    }

    @Override
    public List<DayColour> load(LocalDate from, LocalDate to) {
        return database.steadily(connection -> load(connection, from, to));
    }

    /** A cache that can't be written is a pity, not an error: the days are fetched again. */
    @Override
    public void save(List<DayColour> days) {
        try {
            database.<Boolean>steadily(
                    connection -> {
                        save(connection, days);
                        return true;
                    });
        } catch (HistoryUnavailable refused) {
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

    private static void save(Connection connection, List<DayColour> days) throws SQLException {
        connection.setAutoCommit(false);
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO tempo_day (tempo_date, colour, status, source, fetched_at)"
                                + " KEY (tempo_date) VALUES (?, ?, ?, ?, ?)")) {
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
                put.executeUpdate();
            }
        }
        connection.commit();
    }
}
