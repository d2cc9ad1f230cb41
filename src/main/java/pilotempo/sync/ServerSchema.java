package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date: one set of scripts for every server, and others for what it can do
 * (design §4). A server that gets TimescaleDB later moves up with all its rows. A role that does
 * not own the schema changes nothing.
 */
final class ServerSchema {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSchema.class);

    /** The columns that are written, by table; a reader of an older schema has not all of them. */
    private static final List<String> NEEDED =
            List.of(
                    "SELECT id, zone FROM pilotempo.server_identity",
                    "SELECT source, stream, acked, rollups_from, rollups_to, rollups_noted,"
                            + " opening"
                            + " FROM pilotempo.sync_source",
                    "SELECT battery_id, id, name, model, firmware, first_seen_at"
                            + " FROM pilotempo.battery",
                    "SELECT battery_id, time, wifi_rssi_dbm FROM pilotempo.reading",
                    "SELECT event_id, battery_id, time, kind, mode, detail FROM pilotempo.event",
                    "SELECT day, colour, status, source, fetched_at FROM pilotempo.tempo_day",
                    "SELECT battery_id, time, energy_in_wh FROM pilotempo.battery_quarter",
                    "SELECT time, import_with_wh, known_ms FROM pilotempo.house_quarter",
                    "SELECT command_id, battery_id, time, result, sends FROM pilotempo.command");

    private final Server server;
    private final ZoneId zone;

    ServerSchema(Server server, ZoneId zone) {
        this.server = server;
        this.zone = zone;
    }

    /** Makes the schema ready and tells what the server is. */
    ServerInfo prepare() throws SQLException, ServerProblem, InterruptedException {
        boolean owner = server.with(ServerSchema::mayChange);
        if (owner) {
            server.with(this::wantExtension);
        }
        var extension = server.with(ServerSchema::extension);
        if (owner) {
            migrate(extension);
        } else {
            server.with(
                    connection -> {
                        for (var query : NEEDED) {
                            ask(connection, query + " LIMIT 0");
                        }
                        return true;
                    });
        }
        return server.with(
                connection ->
                        new ServerInfo(
                                kind(extension),
                                version(connection, extension),
                                identity(connection),
                                owner,
                                extension.map(Extension::schema).orElse("")));
    }

    /** TimescaleDB as it is installed in the database. */
    private record Extension(String schema, String version, String licence) {}

    private void migrate(Optional<Extension> extension)
            throws SQLException, ServerProblem, InterruptedException {
        var sets = new ArrayList<>(List.of("common"));
        if (extension.isPresent()) {
            sets.add("hypertable");
        }
        // Roll-ups once made by the Community licence stay, whatever the licence says now.
        boolean community =
                kind(extension) == ServerKind.TIMESCALEDB
                        || server.with(
                                connection ->
                                        ask(
                                                        connection,
                                                        "SELECT"
                                                                + " to_regclass('pilotempo.flyway_community')::text")
                                                .isPresent());
        sets.add(community ? "community" : "plain");
        for (var set : sets) {
            migrate(set, extension.map(Extension::schema).orElse("public"));
        }
    }

    private void migrate(String set, String extensionSchema)
            throws SQLException, ServerProblem, InterruptedException {
        var flyway =
                Flyway.configure(ServerSchema.class.getClassLoader())
                        .dataSource(server.patientSource())
                        .schemas("pilotempo")
                        .defaultSchema("pilotempo")
                        .table("flyway_" + set)
                        .locations("classpath:pilotempo/sync/" + set)
                        .failOnMissingLocations(true)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholders(Map.of("ts", extensionSchema, "zone", ServerZone.name(zone)));
        // Locks of a transaction would need a second connection beside one that waits for it.
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        try {
            var done = flyway.load().migrate();
            if (set.equals("community") && done.migrationsExecuted > 0) {
                server.with(ServerSchema::noteJobs);
            }
        } catch (FlywayException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw ServerProblem.of(sql, server.address());
                }
            }
            throw ServerProblem.of(
                    SyncProblem.Kind.SCHEMA,
                    "the schema pilotempo on "
                            + server.address().place()
                            + " can't be brought up to date: the log says why",
                    failed);
        }
    }

    /** Jobs that were just made can't have run. */
    private static boolean noteJobs(Connection connection) throws SQLException {
        try (var put = connection.createStatement()) {
            return put.execute("UPDATE pilotempo.server_identity SET jobs_made_at = now()");
        }
    }

    /** Makes the extension where the server has it; where it can't be made all works without. */
    private boolean wantExtension(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_available_extensions WHERE name = 'timescaledb'"
                                    + " AND installed_version IS NULL")) {
                if (!found.next()) {
                    return false;
                }
            }
            try {
                return statement.execute("CREATE EXTENSION timescaledb SCHEMA public");
            } catch (SQLException refused) {
                LOG.warn(
                        "{} has TimescaleDB but does not give it to this database ({}): a superuser"
                                + " may run CREATE EXTENSION timescaledb; until then plain tables"
                                + " are used",
                        server.address().place(),
                        ServerProblem.told(refused));
                return false;
            }
        }
    }

    private static boolean mayChange(Connection connection) throws SQLException {
        return ask(
                        connection,
                        "SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_class c JOIN pg_namespace"
                                + " n ON n.oid = c.relnamespace WHERE n.nspname = 'pilotempo' AND"
                                + " c.relname = 'reading'")
                .map("t"::equals)
                .orElse(true);
    }

    private static Optional<Extension> extension(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT n.nspname, e.extversion,"
                                        + " current_setting('timescaledb.license', true)"
                                        + " FROM pg_extension e JOIN pg_namespace n ON n.oid ="
                                        + " e.extnamespace WHERE e.extname = 'timescaledb'")) {
            return found.next()
                    ? Optional.of(
                            new Extension(
                                    found.getString(1),
                                    found.getString(2),
                                    String.valueOf(found.getString(3))))
                    : Optional.empty();
        }
    }

    private static ServerKind kind(Optional<Extension> extension) {
        return extension
                .map(
                        one ->
                                one.licence().equals("timescale")
                                        ? ServerKind.TIMESCALEDB
                                        : ServerKind.TIMESCALEDB_APACHE)
                .orElse(ServerKind.POSTGRESQL);
    }

    private static String version(Connection connection, Optional<Extension> extension)
            throws SQLException {
        var postgres = ask(connection, "SHOW server_version").orElse("").split(" ", 2)[0];
        return "PostgreSQL "
                + postgres
                + extension
                        .map(
                                one ->
                                        ", TimescaleDB "
                                                + one.version()
                                                + (one.licence().equals("timescale")
                                                        ? ""
                                                        : " (" + one.licence() + ")"))
                        .orElse("");
    }

    private static UUID identity(Connection connection) throws SQLException {
        return ask(connection, "SELECT id FROM pilotempo.server_identity")
                .map(UUID::fromString)
                .orElseThrow(() -> new SQLException("server_identity is empty", "42P01"));
    }

    private static Optional<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
        }
    }
}
