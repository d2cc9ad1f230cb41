package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilotempo.history.Outbox;
import pilotempo.lifecycle.Time;

/** The sync against TimescaleDB's own code, Community licence. */
class TimescaleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static Optional<TimescaleServer> running = Optional.empty();

    private TestServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = Optional.of(TimescaleServer.start());
    }

    @AfterAll
    static void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @BeforeEach
    void empty_server() throws SQLException {
        server = running.orElseThrow().fresh();
    }

    @Test
    void weeks_of_readings_are_rolled_up_at_every_level_and_compressed_chunks_take_late_ones()
            throws Exception {
        var outbox = MemoryOutbox.of(6_000, Duration.ofMinutes(20));
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            assertThat(sync.state().server()).contains(ServerKind.TIMESCALEDB);
            assertThat(sync.state().version()).contains("TimescaleDB");
            assertThat(
                            server.number(
                                    "SELECT count(*) FROM timescaledb_information.chunks WHERE"
                                            + " hypertable_name = 'reading'"))
                    .isGreaterThan(4);
            rolledUp(6_000);
            server.texts("SELECT compress_chunk(c) FROM show_chunks('pilotempo.reading') c");
            outbox.add(1, MemoryOutbox.START.plusSeconds(7), 7);
            outbox.add(1, MemoryOutbox.START, 99);
            assertThat(sync.pass().error()).isEmpty();
            rolledUp(6_001);
            assertThat(sync.pass().sentRows()).isZero();
        }
    }

    @Test
    void what_comes_after_an_outage_shows_in_the_running_quarter_hour_and_day_at_once()
            throws Exception {
        var now = Time.system().now();
        var outbox = new MemoryOutbox();
        int minutes = 3 * 24 * 60;
        try (var sync = sync(outbox)) {
            // So long back that there is a border of quarters among them at any time of day.
            for (int minute = minutes; minute > 20; minute--) {
                outbox.add(1, now.minus(Duration.ofMinutes(minute)), 50);
            }
            assertThat(sync.pass().error()).isEmpty();
            for (int minute = 20; minute > 0; minute--) {
                outbox.add(1, now.minus(Duration.ofMinutes(minute)), 50);
            }
            assertThat(sync.pass().error()).isEmpty();
            rolledUp(minutes);
        }
    }

    @Test
    void a_day_of_the_roll_up_is_a_local_day_in_both_nights_of_the_clock_change() throws Exception {
        var outbox = new MemoryOutbox();
        var from = java.time.Instant.parse("2026-03-27T23:00:00Z");
        for (int hour = 0; hour < 24 * 4; hour++) {
            outbox.add(1, from.plus(Duration.ofHours(hour)), 50);
        }
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            assertThat(
                            server.texts(
                                    "SELECT (bucket AT TIME ZONE 'Europe/Paris')::date || ' ' || n"
                                            + " FROM pilotempo.reading_1d ORDER BY bucket"))
                    .containsExactly(
                            "2026-03-28 24",
                            "2026-03-29 23",
                            "2026-03-30 24",
                            "2026-03-31 24",
                            "2026-04-01 1");
        }
    }

    @Test
    void a_server_that_gets_the_extension_later_moves_up_with_all_its_rows() throws Exception {
        for (var set : new String[] {"common", "plain"}) {
            migrate(set);
        }
        server.execute("INSERT INTO pilotempo.battery (battery_id) VALUES ('02005e000009')");
        server.execute(
                "INSERT INTO pilotempo.reading (battery_id, time, soc_pct) SELECT '02005e000009',"
                        + " timestamptz '2025-01-01Z' + n * INTERVAL '1 hour', 50 FROM"
                        + " generate_series(1, 1000) n");
        try (var sync = sync(MemoryOutbox.of(100, Duration.ofMinutes(1)))) {
            assertThat(sync.pass().error()).isEmpty();
            assertThat(sync.state().server()).contains(ServerKind.TIMESCALEDB);
            assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(1_100);
            assertThat(
                            server.number(
                                    "SELECT count(*) FROM timescaledb_information.hypertables WHERE"
                                            + " hypertable_name = 'reading'"))
                    .isEqualTo(1);
            assertThat(
                            server.number(
                                    "SELECT count(*) FROM"
                                            + " timescaledb_information.continuous_aggregates WHERE"
                                            + " view_schema = 'pilotempo'"))
                    .isEqualTo(3);
            rolledUp(1_100);
        }
    }

    @Test
    void jobs_that_never_run_are_told_and_run_by_us() throws Exception {
        try (var first = sync(MemoryOutbox.of(10, Duration.ofMinutes(1)))) {
            assertThat(first.pass().error()).isEmpty();
            assertThat(first.state().jobsProblem()).isEmpty();
        }
        server.execute("UPDATE pilotempo.server_identity SET made_at = now() - INTERVAL '1 year'");
        var jobs = "UPDATE pilotempo.server_identity SET jobs_made_at = now() ";
        assertThat(
                        server.texts(
                                "SELECT jobs_made_at > now() - INTERVAL '10 minutes' FROM"
                                        + " pilotempo.server_identity"))
                .containsExactly("t");
        // An old schema that moved up just now.
        server.execute(jobs + "+ INTERVAL '1 minute'");
        assertThat(unwell()).isEmpty();
        server.execute(jobs + "- INTERVAL '1 day'");
        assertThat(unwell())
                .hasValueSatisfying(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(JobsProblem.Kind.NEVER_RAN);
                            assertThat(problem.runHere()).isTrue();
                            assertThat(problem.sentence())
                                    .contains("never ran")
                                    .contains("Pilotempo runs them meanwhile");
                        });
        server.execute("UPDATE pilotempo.server_identity SET jobs_made_at = NULL");
        assertThat(unwell()).isPresent();
        // A server that was started a moment ago has not run them yet.
        try (var there = new Server(ServerAddress.of(server.settings()))) {
            var info = new ServerSchema(there, PARIS).prepare();
            assertThat(new ServerJobs(info).look(there)).isEmpty();
        }
    }

    /** With no patience. */
    private Optional<JobsProblem> unwell() throws Exception {
        try (var there = new Server(ServerAddress.of(server.settings()))) {
            var info = new ServerSchema(there, PARIS).prepare();
            return new ServerJobs(info, Duration.ZERO).look(there);
        }
    }

    @Test
    void a_clock_an_hour_before_or_behind_the_server_s_hides_nothing() throws Exception {
        for (var offset : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            empty_server();
            var clock = InstantSource.offset(InstantSource.system(), offset);
            var here = new Time(clock, System::nanoTime, Time.system().pause());
            var outbox = new MemoryOutbox();
            int minutes = 120;
            for (int minute = minutes; minute > 3; minute--) {
                outbox.add(1, here.now().minus(Duration.ofMinutes(minute)), 50);
            }
            try (var sync = sync(outbox, here)) {
                assertThat(sync.pass().error()).isEmpty();
                // The server's own job goes by its own clock.
                var end =
                        server.texts(
                                "SELECT config ->> 'end_offset' FROM timescaledb_information.jobs j"
                                        + " JOIN timescaledb_information.continuous_aggregates c ON"
                                        + " j.hypertable_name IN (c.view_name,"
                                        + " c.materialization_hypertable_name) WHERE view_name ="
                                        + " 'reading_15m'");
                server.execute(
                        "CALL refresh_continuous_aggregate('pilotempo.reading_15m', NULL, now() -"
                                + " INTERVAL '"
                                + end.getFirst()
                                + "')");
                for (int minute = 3; minute > 0; minute--) {
                    outbox.add(1, here.now().minus(Duration.ofMinutes(minute)), 50);
                }
                assertThat(sync.pass().error()).isEmpty();
                assertThat(sync.state().phase()).isEqualTo(SyncState.Phase.UP_TO_DATE);
                rolledUp(minutes);
            }
        }
    }

    private void rolledUp(long rows) throws SQLException {
        assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(rows);
        for (var view : new String[] {"reading_15m", "reading_1h", "reading_1d"}) {
            assertThat(server.number("SELECT sum(n) FROM pilotempo." + view))
                    .as(view)
                    .isEqualTo(rows);
        }
    }

    private void migrate(String set) throws SQLException {
        var address = server.settings().url().orElseThrow();
        var flyway =
                Flyway.configure(TimescaleTest.class.getClassLoader())
                        .dataSource(address, "postgres", "x")
                        .schemas("pilotempo")
                        .table("flyway_" + set)
                        .locations("classpath:pilotempo/sync/" + set)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .placeholders(Map.of("ts", "public", "zone", "Europe/Paris"));
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        flyway.load().migrate();
    }

    private Sync sync(Outbox outbox) {
        return sync(outbox, Time.system());
    }

    private Sync sync(Outbox outbox, Time time) {
        return ServerSync.open(
                server.settings(), PARIS, outbox, time, RandomGenerator.of("L64X128MixRandom"));
    }
}
