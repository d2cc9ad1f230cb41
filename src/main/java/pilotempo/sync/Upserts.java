package pilotempo.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.history.CommandColumns;
import pilotempo.history.JournalEntry;
import pilotempo.history.Outgoing;

/** Rows of the streams that are few or change, in the caller's transaction; the newest wins. */
final class Upserts {
    private Upserts() {}

    static void send(Connection connection, List<Outgoing> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var put = connection.prepareStatement(statement(rows.getFirst()))) {
            for (var row : rows) {
                fill(put, row);
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    /** Rows refer to batteries: one that is not known yet is there without a name. */
    static void nameless(Connection connection, Collection<Mac> batteries) throws SQLException {
        try (var put =
                connection.prepareStatement(
                        "INSERT INTO pilotempo.battery (battery_id) VALUES (?)"
                                + " ON CONFLICT DO NOTHING")) {
            for (var battery : batteries) {
                put.setString(1, battery.hex());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    private static String statement(Outgoing row) {
        return switch (row) {
            case Outgoing.BatteryRow _ ->
                    "INSERT INTO pilotempo.battery (battery_id, id, name, model, firmware,"
                            + " first_seen_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (battery_id) DO"
                            + " UPDATE SET id = EXCLUDED.id, name = EXCLUDED.name, model ="
                            + " EXCLUDED.model, firmware = EXCLUDED.firmware, first_seen_at ="
                            + " EXCLUDED.first_seen_at";
            case Outgoing.EventRow _ ->
                    "INSERT INTO pilotempo.event (event_id, battery_id, time, kind, mode, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
            case Outgoing.TempoDayRow _ ->
                    "INSERT INTO pilotempo.tempo_day AS known (day, colour, status, source,"
                            + " fetched_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET"
                            + " colour = EXCLUDED.colour, status = EXCLUDED.status, source ="
                            + " EXCLUDED.source, fetched_at = EXCLUDED.fetched_at WHERE"
                            + " known.fetched_at IS NULL OR EXCLUDED.fetched_at >="
                            + " known.fetched_at";
            case Outgoing.BatteryQuarterRow _ ->
                    "INSERT INTO pilotempo.battery_quarter (battery_id, time, energy_in_wh,"
                            + " energy_out_wh) VALUES (?, ?, ?, ?) ON CONFLICT (battery_id, time)"
                            + " DO UPDATE SET energy_in_wh = EXCLUDED.energy_in_wh, energy_out_wh ="
                            + " EXCLUDED.energy_out_wh";
            case Outgoing.HouseQuarterRow _ ->
                    "INSERT INTO pilotempo.house_quarter (time, import_with_wh, import_without_wh,"
                            + " export_with_wh, export_without_wh, import_avoided_wh,"
                            + " import_added_wh, export_gained_wh, export_lost_wh, metered_ms,"
                            + " known_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT (time) DO UPDATE SET import_with_wh ="
                            + " EXCLUDED.import_with_wh, import_without_wh ="
                            + " EXCLUDED.import_without_wh, export_with_wh ="
                            + " EXCLUDED.export_with_wh, export_without_wh ="
                            + " EXCLUDED.export_without_wh, import_avoided_wh ="
                            + " EXCLUDED.import_avoided_wh, import_added_wh ="
                            + " EXCLUDED.import_added_wh, export_gained_wh ="
                            + " EXCLUDED.export_gained_wh, export_lost_wh ="
                            + " EXCLUDED.export_lost_wh, metered_ms = EXCLUDED.metered_ms, known_ms"
                            + " = EXCLUDED.known_ms";
            case Outgoing.CommandRow _ ->
                    "INSERT INTO pilotempo.command AS known (command_id, battery_id, time, author,"
                            + " kind, power_w, duration_ms, until, slot, slot_from, slot_to, slot_days,"
                            + " setting, why, result, sends, latency_ms, detail) VALUES (?, ?, ?, ?, ?,"
                            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (command_id) DO"
                            + " UPDATE SET battery_id = EXCLUDED.battery_id, time = EXCLUDED.time,"
                            + " author = EXCLUDED.author, kind = EXCLUDED.kind, power_w ="
                            + " EXCLUDED.power_w, duration_ms = EXCLUDED.duration_ms, until ="
                            + " EXCLUDED.until, slot = EXCLUDED.slot, slot_from = EXCLUDED.slot_from,"
                            + " slot_to = EXCLUDED.slot_to, slot_days = EXCLUDED.slot_days, setting ="
                            + " EXCLUDED.setting, why = EXCLUDED.why, result = EXCLUDED.result, sends ="
                            + " EXCLUDED.sends, latency_ms = EXCLUDED.latency_ms, detail ="
                            + " EXCLUDED.detail"
                            // An older file, sent again, knows less.
                            + " WHERE known.result = 'pending' OR EXCLUDED.result <> 'pending'";
            case Outgoing.ReadingRow _ -> throw new IllegalArgumentException("readings go by COPY");
        };
    }

    private static void fill(PreparedStatement put, Outgoing row) throws SQLException {
        switch (row) {
            case Outgoing.BatteryRow one -> {
                var battery = one.battery();
                put.setString(1, battery.mac().hex());
                put.setString(2, battery.id());
                put.setString(3, battery.name());
                put.setString(4, battery.model().isEmpty() ? null : battery.model());
                put.setObject(
                        5, battery.firmware() == 0 ? null : battery.firmware(), Types.INTEGER);
                time(put, 6, battery.firstSeen());
            }
            case Outgoing.EventRow one -> {
                var event = one.event();
                put.setObject(1, event.id());
                put.setString(2, event.battery() == null ? null : event.battery().hex());
                time(put, 3, event.at());
                put.setString(4, event.kind().word());
                put.setString(5, event.mode() == null ? null : event.mode().word());
                put.setString(6, event.detail().replace("\0", ""));
            }
            case Outgoing.TempoDayRow one -> {
                var day = one.day();
                put.setObject(1, day.date());
                put.setString(2, day.colour() == null ? null : day.colour().name());
                put.setString(3, day.status().name());
                put.setString(4, day.source());
                time(put, 5, day.fetchedAt());
            }
            case Outgoing.BatteryQuarterRow one -> {
                put.setString(1, one.battery().hex());
                time(put, 2, one.begin());
                number(put, 3, one.energyInWh());
                number(put, 4, one.energyOutWh());
            }
            case Outgoing.HouseQuarterRow one -> {
                var quarter = one.quarter();
                time(put, 1, quarter.begin());
                put.setDouble(2, quarter.importWithWh());
                put.setDouble(3, quarter.importWithoutWh());
                put.setDouble(4, quarter.exportWithWh());
                put.setDouble(5, quarter.exportWithoutWh());
                put.setDouble(6, quarter.importAvoidedWh());
                put.setDouble(7, quarter.importAddedWh());
                put.setDouble(8, quarter.exportGainedWh());
                put.setDouble(9, quarter.exportLostWh());
                put.setInt(10, quarter.meteredMillis());
                put.setInt(11, quarter.knownMillis());
            }
            case Outgoing.CommandRow one -> command(put, one.entry());
            case Outgoing.ReadingRow _ -> throw new IllegalArgumentException("readings go by COPY");
        }
    }

    private static void command(PreparedStatement put, JournalEntry entry) throws SQLException {
        var command = CommandColumns.of(entry.command());
        var latency = entry.latency();
        put.setObject(1, entry.id());
        put.setString(2, entry.battery().hex());
        time(put, 3, entry.at());
        put.setString(4, entry.author().word());
        put.setString(5, command.kind());
        put.setObject(6, command.powerW(), Types.INTEGER);
        put.setObject(7, command.durationMillis(), Types.BIGINT);
        time(put, 8, entry.until());
        put.setObject(9, command.slot(), Types.SMALLINT);
        put.setString(10, command.slotFrom());
        put.setString(11, command.slotTo());
        put.setString(12, command.slotDays());
        put.setObject(13, command.setting(), Types.INTEGER);
        put.setString(14, entry.why().replace("\0", ""));
        put.setString(15, entry.result().word());
        put.setInt(16, entry.sends());
        put.setObject(17, latency == null ? null : latency.toMillis(), Types.BIGINT);
        put.setString(18, entry.detail().replace("\0", ""));
    }

    private static void time(PreparedStatement put, int at, @Nullable Instant instant)
            throws SQLException {
        put.setObject(
                at,
                instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static void number(PreparedStatement put, int at, double value) throws SQLException {
        put.setObject(at, Double.isNaN(value) ? null : (Double) value, Types.DOUBLE);
    }
}
