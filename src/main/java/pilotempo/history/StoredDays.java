package pilotempo.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Marks, once a day (UTC) and before anything is stored on it, the highest number of a reading:
 * everything up to it was stored on that day or before. Belongs to the writer.
 */
final class StoredDays {
    private final Connection connection;
    private final InstantSource clock;
    private @Nullable LocalDate marked;

    StoredDays(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    void mark() throws SQLException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(marked)) {
            return;
        }
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO stored_by_day (stored_on, seq)"
                                + " SELECT ?, COALESCE((SELECT MAX(seq) FROM reading), 0)"
                                + " WHERE NOT EXISTS"
                                + " (SELECT 1 FROM stored_by_day WHERE stored_on = ?)")) {
            put.setObject(1, today);
            put.setObject(2, today);
            put.executeUpdate();
        }
        marked = today;
    }
}
