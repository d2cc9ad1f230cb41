package pilotempo.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/** The SQL of table {@code command}: the journal. */
final class CommandTable {
    static final int LONGEST_TEXT = 1_000;

    /** In the order in which {@link #entry} reads them. */
    static final String COLUMNS =
            "command_id, battery_no, time, author, kind, power_w, duration_ms, until, slot,"
                    + " slot_from, slot_to, slot_days, setting, why, result, sends, latency_ms,"
                    + " detail";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM command";
    private static final String FALLING = " ORDER BY seq DESC FETCH FIRST ? ROWS ONLY";
    private static final String RISING = " ORDER BY time, seq";

    private CommandTable() {}

    /** The entry as the table gives it back: cut, to the millisecond. */
    static JournalEntry asStored(JournalEntry entry) {
        var latency = entry.latency();
        return new JournalEntry(
                entry.id(),
                entry.battery(),
                Fit.time(entry.at()),
                entry.author(),
                CommandColumns.of(entry.command()).command(),
                Fit.timeOrNull(entry.until()),
                Fit.text(entry.why(), LONGEST_TEXT),
                entry.result(),
                entry.sends(),
                latency == null ? null : Duration.ofMillis(latency.toMillis()),
                Fit.text(entry.detail(), LONGEST_TEXT));
    }

    /** Stores entries as {@link #asStored} makes them, in order; the last state of each stays. */
    static void put(
            Connection connection,
            Iterable<JournalEntry> entries,
            BatteryNumbers batteries,
            OutboxNumbers numbers)
            throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "MERGE INTO command ("
                                + COLUMNS
                                + ", changed) KEY (command_id) VALUES (?"
                                + ", ?".repeat(18)
                                + ")")) {
            for (var entry : entries) {
                fill(put, entry, batteries.of(entry.battery(), entry.at()));
                put.setLong(19, numbers.next(OutboxStream.COMMANDS));
                put.executeUpdate();
            }
        }
    }

    private static void fill(PreparedStatement put, JournalEntry entry, int battery)
            throws SQLException {
        var command = CommandColumns.of(entry.command());
        var until = entry.until();
        var latency = entry.latency();
        put.setObject(1, entry.id());
        put.setInt(2, battery);
        put.setLong(3, entry.at().toEpochMilli());
        put.setString(4, entry.author().word());
        put.setString(5, command.kind());
        put.setObject(6, command.powerW());
        put.setObject(7, command.durationMillis());
        put.setObject(8, until == null ? null : until.toEpochMilli());
        put.setObject(9, command.slot());
        put.setString(10, command.slotFrom());
        put.setString(11, command.slotTo());
        put.setString(12, command.slotDays());
        put.setObject(13, command.setting());
        put.setString(14, entry.why());
        put.setString(15, entry.result().word());
        put.setInt(16, entry.sends());
        put.setObject(17, latency == null ? null : latency.toMillis());
        put.setString(18, entry.detail());
    }

    /** The last begun of all, newest first; a clock that was set back does not change that. */
    static List<JournalEntry> newest(Connection connection, int most) throws SQLException {
        return read(connection, FALLING, query -> query.setInt(1, most));
    }

    /** The last begun of a battery, newest first. */
    static List<JournalEntry> newest(Connection connection, Mac battery, int most)
            throws SQLException {
        return read(
                connection,
                " WHERE battery_no = (SELECT battery_no FROM battery WHERE mac = ?)"
                        + " ORDER BY battery_no DESC, seq DESC FETCH FIRST ? ROWS ONLY",
                query -> {
                    query.setString(1, battery.hex());
                    query.setInt(2, most);
                });
    }

    /** Those begun in the time, {@code to} exclusive, oldest first. */
    static List<JournalEntry> between(Connection connection, Instant from, Instant to)
            throws SQLException {
        return read(
                connection,
                " WHERE time >= ? AND time < ?" + RISING,
                query -> {
                    query.setLong(1, Fit.time(from).toEpochMilli());
                    query.setLong(2, Fit.time(to).toEpochMilli());
                });
    }

    /** Those of a battery that wrote or cleared a slot, oldest first. */
    static List<JournalEntry> slots(Connection connection, Mac battery) throws SQLException {
        return read(
                connection,
                " WHERE battery_no = (SELECT battery_no FROM battery WHERE mac = ?) AND kind IN"
                        + " (?, ?) ORDER BY battery_no, time, seq",
                query -> {
                    query.setString(1, battery.hex());
                    query.setString(2, CommandColumns.MANUAL);
                    query.setString(3, CommandColumns.CLEAR_SLOT);
                });
    }

    private static List<JournalEntry> read(Connection connection, String which, Filled filled)
            throws SQLException {
        var batteries = BatteryTable.byNumber(connection);
        try (var query = connection.prepareStatement(SELECT + which)) {
            filled.fill(query);
            var entries = new ArrayList<JournalEntry>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    entries.add(entry(found, 0, batteries));
                }
            }
            return entries;
        }
    }

    /** Reads {@link #COLUMNS}, which begin behind the first so many. */
    static JournalEntry entry(ResultSet found, int behind, Map<Integer, Mac> batteries)
            throws SQLException {
        int number = found.getInt(behind + 2);
        var battery = batteries.get(number);
        if (battery == null) {
            throw new SQLException("No battery has number " + number);
        }
        var latency = whole(found, behind + 17);
        return new JournalEntry(
                found.getObject(behind + 1, UUID.class),
                battery,
                Instant.ofEpochMilli(found.getLong(behind + 3)),
                JournalEntry.Author.of(found.getString(behind + 4)),
                command(found, behind).command(),
                instant(found, behind + 8),
                found.getString(behind + 14),
                JournalEntry.Result.of(found.getString(behind + 15)),
                found.getInt(behind + 16),
                latency == null ? null : Duration.ofMillis(latency),
                found.getString(behind + 18));
    }

    private static CommandColumns command(ResultSet found, int behind) throws SQLException {
        return new CommandColumns(
                found.getString(behind + 5),
                found.getObject(behind + 6, Integer.class),
                whole(found, behind + 7),
                found.getObject(behind + 9, Integer.class),
                found.getString(behind + 10),
                found.getString(behind + 11),
                found.getString(behind + 12),
                found.getObject(behind + 13, Integer.class));
    }

    private static @Nullable Long whole(ResultSet found, int at) throws SQLException {
        return found.getObject(at, Long.class);
    }

    private static @Nullable Instant instant(ResultSet found, int at) throws SQLException {
        var millis = whole(found, at);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @FunctionalInterface
    private interface Filled {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
