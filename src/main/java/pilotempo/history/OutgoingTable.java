package pilotempo.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/**
 * Rows of any stream but the readings, which have their own reader, for the outbox.
 *
 * @param batteries MACs by local number
 */
record OutgoingTable(Connection connection, Map<Integer, Mac> batteries) {
    /** Where a stream's rows lie, by which column they are numbered, which one tells their time. */
    private record Place(String table, String number, @Nullable String time, String columns) {}

    private static Place place(OutboxStream stream) {
        return switch (stream) {
            case BATTERIES ->
                    new Place(
                            "battery",
                            "changed",
                            null,
                            "mac, id, name, model, firmware, first_seen");
            case READINGS -> new Place("reading", "seq", "time", "time");
            case EVENTS ->
                    new Place(
                            "event",
                            "seq",
                            "time",
                            "event_id, battery_no, time, kind, mode, detail");
            case TEMPO_DAYS ->
                    new Place(
                            "tempo_day",
                            "changed",
                            null,
                            "tempo_date, colour, status, source, fetched_at");
            case BATTERY_QUARTERS ->
                    new Place(
                            "rollup_15m",
                            "changed",
                            "bucket",
                            "battery_no, bucket, energy_in_wh, energy_out_wh");
            case HOUSE_QUARTERS ->
                    new Place(
                            "house_quarter",
                            "changed",
                            "bucket",
                            "bucket, import_with_wh, import_without_wh, export_with_wh,"
                                    + " export_without_wh, import_avoided_wh, import_added_wh,"
                                    + " export_gained_wh, export_lost_wh, metered_ms, known_ms");
            case COMMANDS -> new Place("command", "changed", "time", CommandTable.COLUMNS);
        };
    }

    /** The first rows of {@code (after, until]} in order of their numbers. */
    List<Outgoing> read(OutboxStream stream, long after, long until, int most) throws SQLException {
        var place = place(stream);
        try (var query =
                connection.prepareStatement(
                        "SELECT "
                                + place.number()
                                + ", "
                                + place.columns()
                                + " FROM "
                                + place.table()
                                + range(place)
                                + " ORDER BY "
                                + place.number()
                                + " FETCH FIRST ? ROWS ONLY")) {
            query.setLong(1, after);
            query.setLong(2, until);
            query.setInt(3, most);
            var rows = new ArrayList<Outgoing>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(stream, found));
                }
            }
            return rows;
        }
    }

    /** Rows of {@code (after, until]}. */
    long count(OutboxStream stream, long after, long until) throws SQLException {
        var place = place(stream);
        try (var query =
                connection.prepareStatement(
                        "SELECT COUNT(*) FROM " + place.table() + range(place))) {
            query.setLong(1, after);
            query.setLong(2, until);
            try (var found = query.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }

    /** Time of the first row of {@code (after, until]}. */
    Optional<Instant> oldest(OutboxStream stream, long after, long until) throws SQLException {
        var place = place(stream);
        if (place.time() == null) {
            return Optional.empty();
        }
        try (var query =
                connection.prepareStatement(
                        "SELECT "
                                + place.time()
                                + " FROM "
                                + place.table()
                                + range(place)
                                + " ORDER BY "
                                + place.number()
                                + " FETCH FIRST ROW ONLY")) {
            query.setLong(1, after);
            query.setLong(2, until);
            try (var found = query.executeQuery()) {
                return found.next()
                        ? Optional.of(Instant.ofEpochMilli(found.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    private static String range(Place place) {
        return " WHERE " + place.number() + " > ? AND " + place.number() + " <= ?";
    }

    private Outgoing row(OutboxStream stream, ResultSet found) throws SQLException {
        return switch (stream) {
            case BATTERIES -> battery(found);
            case EVENTS -> event(found);
            case TEMPO_DAYS -> day(found);
            case BATTERY_QUARTERS -> batteryQuarter(found);
            case HOUSE_QUARTERS -> houseQuarter(found);
            case COMMANDS ->
                    new Outgoing.CommandRow(
                            found.getLong(1), CommandTable.entry(found, 1, batteries));
            case READINGS -> throw new IllegalArgumentException("readings have their own reader");
        };
    }

    private static Outgoing battery(ResultSet found) throws SQLException {
        return new Outgoing.BatteryRow(
                found.getLong(1),
                new KnownBattery(
                        new Mac(found.getString(2)),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5),
                        found.getInt(6),
                        java.util.Set.of(),
                        Instant.ofEpochMilli(found.getLong(7))));
    }

    private Outgoing event(ResultSet found) throws SQLException {
        int number = found.getInt(3);
        var battery = found.wasNull() ? null : batteries.get(number);
        int mode = found.getInt(6);
        boolean modeless = found.wasNull();
        return new Outgoing.EventRow(
                found.getLong(1),
                new HistoryEvent(
                        found.getObject(2, UUID.class),
                        battery,
                        Instant.ofEpochMilli(found.getLong(4)),
                        HistoryEvent.Kind.of(found.getString(5)),
                        modeless ? null : ReadingTable.mode(mode),
                        found.getString(7)));
    }

    private static Outgoing day(ResultSet found) throws SQLException {
        long millis = found.getLong(6);
        var fetchedAt = found.wasNull() ? null : Instant.ofEpochMilli(millis);
        return new Outgoing.TempoDayRow(
                found.getLong(1),
                new DayColour(
                        found.getObject(2, LocalDate.class),
                        TempoColour.valueOf(found.getString(3)),
                        DayColour.Status.valueOf(found.getString(4)),
                        found.getString(5),
                        fetchedAt));
    }

    private Outgoing batteryQuarter(ResultSet found) throws SQLException {
        var battery = batteries.get(found.getInt(2));
        if (battery == null) {
            throw new SQLException("No battery has number " + found.getInt(2));
        }
        return new Outgoing.BatteryQuarterRow(
                found.getLong(1),
                battery,
                Instant.ofEpochMilli(found.getLong(3)),
                number(found, 4),
                number(found, 5));
    }

    private static Outgoing houseQuarter(ResultSet found) throws SQLException {
        return new Outgoing.HouseQuarterRow(
                found.getLong(1),
                new HouseQuarter(
                        Instant.ofEpochMilli(found.getLong(2)),
                        found.getDouble(3),
                        found.getDouble(4),
                        found.getDouble(5),
                        found.getDouble(6),
                        found.getDouble(7),
                        found.getDouble(8),
                        found.getDouble(9),
                        found.getDouble(10),
                        found.getInt(11),
                        found.getInt(12)));
    }

    private static double number(ResultSet found, int at) throws SQLException {
        double value = found.getDouble(at);
        return found.wasNull() ? Double.NaN : value;
    }
}
