package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.HistoryEvent;
import pilotempo.history.KnownBattery;
import pilotempo.history.LocalHistory;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.lifecycle.Time;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.Secret;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/** The sync against a real PostgreSQL. */
class ServerSyncTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Mac SALON = new Mac("02005e000001");
    private static final Instant START = MemoryOutbox.START;

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void empty_server() throws SQLException {
        server = TestServer.fresh();
    }

    @Test
    void all_that_is_recorded_arrives_and_is_sent_once() throws Exception {
        try (var history = history();
                var sync = sync(history.outbox())) {
            fill(history);
            var report = sync.pass();
            assertThat(report.error()).isEmpty();
            assertThat(report.pendingRows()).isZero();
            assertThat(report.sentRows()).isGreaterThan(130);
            assertThat(server.texts("SELECT id || '/' || name FROM pilotempo.battery"))
                    .containsExactly("salon/Salon");
            assertThat(
                            server.texts(
                                    "SELECT concat_ws('|', battery_id, extract(epoch FROM time),"
                                            + " soc_pct, ongrid_power_w, mode, ct_connected) FROM"
                                            + " pilotempo.reading ORDER BY time LIMIT 2"))
                    .containsExactly(
                            "02005e000001|1767571200.000000|50.5|-600|Manual|t",
                            "02005e000001|1767571260.000000|50.5|-600|Manual|t");
            assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(120);
            assertThat(
                            server.number(
                                    "SELECT sum(energy_in_wh)::int FROM pilotempo.battery_quarter"))
                    .isEqualTo(1190);
            assertThat(
                            server.number(
                                    "SELECT sum(import_added_wh)::int FROM pilotempo.house_quarter"))
                    .isBetween(1190L, 1300L);
            assertThat(server.texts("SELECT day || colour FROM pilotempo.tempo_day"))
                    .containsExactly("2026-01-06RED");
            assertThat(server.texts("SELECT kind || mode FROM pilotempo.event"))
                    .containsExactly("mode_seenPassive");
            assertThat(sync.state().phase()).isEqualTo(SyncState.Phase.UP_TO_DATE);
            assertThat(sync.pass().sentRows()).isZero();
        }
    }

    @Test
    void a_late_reading_and_what_it_changes_follow() throws Exception {
        try (var history = history();
                var sync = sync(history.outbox())) {
            fill(history);
            sync.pass();
            history.store(reading(START.plusSeconds(630), -1200));
            history.flush();
            assertThat(sync.pass().error()).isEmpty();
            assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(121);
            assertThat(
                            server.number(
                                    "SELECT energy_in_wh::int FROM pilotempo.battery_quarter ORDER"
                                            + " BY time LIMIT 1"))
                    .isEqualTo(155);
        }
    }

    @Test
    void what_is_sent_twice_is_there_once() throws Exception {
        var outbox = MemoryOutbox.of(25_000, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            sync.pass();
            server.execute("DELETE FROM pilotempo.sync_source");
            outbox.add(1, START.minusSeconds(10), 7);
            var again = sync.pass();
            assertThat(again.error()).isEmpty();
            assertThat(again.sentRows()).isEqualTo(25_001);
            same(outbox);
        }
    }

    @Test
    void a_replaced_server_is_filled_again_and_a_restored_one_from_where_it_stood()
            throws Exception {
        var outbox = MemoryOutbox.of(12_000, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            sync.pass();
            server.execute(
                    "DELETE FROM pilotempo.reading WHERE time >= timestamptz '"
                            + START
                            + "' + INTERVAL '20000 s'");
            server.execute("UPDATE pilotempo.sync_source SET acked = 4000");
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
            server.execute("DROP SCHEMA pilotempo CASCADE");
            assertThat(sync.pass().error()).isPresent();
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
        }
    }

    @Test
    void a_server_that_has_more_than_there_is_here_gets_everything_again() throws Exception {
        var outbox = MemoryOutbox.of(100, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            sync.pass();
            server.execute("DELETE FROM pilotempo.reading");
            server.execute("UPDATE pilotempo.sync_source SET acked = 5000");
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
        }
    }

    @Test
    void a_row_that_the_server_will_never_take_is_set_aside_and_the_others_arrive()
            throws Exception {
        var outbox = MemoryOutbox.of(1_500, Duration.ofSeconds(10));
        outbox.add(1, START.minusSeconds(10), 500);
        for (int i = 0; i < 1_500; i++) {
            outbox.add(3, START.plusSeconds(i), 50);
        }
        outbox.add(2, START.minusSeconds(20), -1);
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(3_000);
            assertThat(outbox.rejected)
                    .extracting(Outbox.Rejected::seq)
                    .containsExactly(1501L, 3002L);
            assertThat(outbox.rejected.getFirst().reason()).contains("soc_pct");
            assertThat(outbox.rejected.getFirst().row()).contains("soc_pct=500.0");
            assertThat(sync.state().rejectedRows()).isEqualTo(2);
            assertThat(sync.state().pendingRows()).isZero();
        }
    }

    @Test
    void a_connection_cut_in_the_middle_of_a_batch_costs_nothing() throws Exception {
        var outbox = MemoryOutbox.of(30_000, Duration.ofSeconds(10));
        try (var proxy = CuttingProxy.to(server.port());
                var sync = sync(server.through(proxy.port()).settings(), outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            server.execute("DELETE FROM pilotempo.sync_source");
            server.execute("DELETE FROM pilotempo.reading");
            for (long bytes : new long[] {100, 20_000, 400_000, 900_000, 1_500_000}) {
                proxy.cutAfter(bytes);
                var cut = sync.pass();
                assertThat(cut.error()).as("cut after " + bytes).isPresent();
                assertThat(sync.state().phase()).isEqualTo(SyncState.Phase.WAITING);
            }
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
        }
    }

    @Test
    void a_crash_between_the_server_s_commit_and_our_note_sends_a_batch_twice_and_keeps_one()
            throws Exception {
        var outbox = MemoryOutbox.of(12_000, Duration.ofSeconds(10));
        outbox.crashes = 1;
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isPresent();
        }
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
        }
    }

    @Test
    void a_server_that_ends_our_sessions_again_and_again_gets_everything_once() throws Exception {
        var outbox = MemoryOutbox.of(150_000, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            server.execute("DELETE FROM pilotempo.sync_source");
            server.execute("DELETE FROM pilotempo.reading");
            int killed = 0;
            try (var killer = server.connect();
                    var kill =
                            killer.prepareStatement(
                                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                            + " WHERE application_name = 'Pilotempo' AND query LIKE"
                                            + " 'COPY%' AND state = 'active'")) {
                sync.start();
                for (int i = 0; i < 400 && killed < 4; i++) {
                    Time.system().pause().forAtLeast(Duration.ofMillis(15));
                    try (var found = kill.executeQuery()) {
                        found.next();
                        killed += found.getInt(1);
                    }
                    sync.tryNow();
                }
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                sync.tryNow();
                                return sync.state().phase() == SyncState.Phase.UP_TO_DATE;
                            });
            assertThat(killed).isPositive();
            same(outbox);
        }
    }

    @Test
    void in_the_background_new_readings_arrive_by_themselves() throws Exception {
        var outbox = MemoryOutbox.of(10, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            sync.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> sync.state().phase() == SyncState.Phase.UP_TO_DATE);
            outbox.add(1, START.minusSeconds(10), 7);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.number("SELECT count(*) FROM pilotempo.reading") == 11);
            assertThat(sync.state().problem()).isEmpty();
        }
    }

    @Test
    void a_role_with_the_documented_privileges_needs_no_more() throws Exception {
        assumeThat(server.texts("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .as("only a superuser may make roles")
                .containsExactly("t");
        var outbox = MemoryOutbox.of(100, Duration.ofSeconds(10));
        try (var owner = sync(MemoryOutbox.of(0, Duration.ZERO))) {
            owner.pass();
        }
        server.execute("DROP ROLE IF EXISTS pilotempo_test_writer");
        server.execute("CREATE ROLE pilotempo_test_writer LOGIN PASSWORD 'w'");
        try (var sync = sync(server.settings("pilotempo_test_writer", "w"), outbox)) {
            assertThat(sync.pass().error().orElse(""))
                    .contains("lacks a privilege")
                    .contains("docs/timescaledb.md");
            server.execute("GRANT USAGE ON SCHEMA pilotempo TO pilotempo_test_writer");
            server.execute(
                    "GRANT SELECT, INSERT, UPDATE ON pilotempo.battery, pilotempo.tempo_day,"
                            + " pilotempo.battery_quarter, pilotempo.house_quarter,"
                            + " pilotempo.sync_source TO pilotempo_test_writer");
            server.execute(
                    "GRANT SELECT, INSERT ON pilotempo.reading, pilotempo.event TO"
                            + " pilotempo_test_writer");
            server.execute("GRANT SELECT ON pilotempo.server_identity TO pilotempo_test_writer");
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
        } finally {
            server.execute("DROP OWNED BY pilotempo_test_writer");
            server.execute("DROP ROLE pilotempo_test_writer");
        }
    }

    @Test
    void what_is_wrong_is_told_with_the_way_out_and_without_the_password() throws Exception {
        var outbox = MemoryOutbox.of(1, Duration.ZERO);
        assertThat(problem(outbox, "jdbc:postgresql://127.0.0.1:" + server.port() + "/nowhere"))
                .contains("nowhere")
                .containsAnyOf("create it", "let role");
        int port = freePort();
        assertThat(problem(outbox, "jdbc:postgresql://127.0.0.1:" + port + "/p"))
                .contains("does not answer")
                .contains("127.0.0.1:" + port + "/p");
        assertThat(problem(outbox, "jdbc:mysql://127.0.0.1/p")).contains("write it as");
        for (var mode : List.of("require", "verify_full")) {
            assertThat(
                            problem(
                                    outbox,
                                    "jdbc:postgresql://127.0.0.1:"
                                            + server.port()
                                            + "/postgres?sslmode="
                                            + mode))
                    .contains("encrypted connection");
        }
    }

    @Test
    void closing_does_not_wait_for_a_server_that_hangs() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/p";
            var sync = sync(settings(url), MemoryOutbox.of(1, Duration.ZERO));
            sync.start();
            Time.system().pause().forAtLeast(Duration.ofMillis(300));
            long start = System.nanoTime();
            sync.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void the_way_s_protection_is_told_as_what_it_is() throws Exception {
        var words =
                Map.of(
                        "", SyncState.Encryption.PERHAPS,
                        "?sslmode=disable", SyncState.Encryption.NONE,
                        "?sslmode=require", SyncState.Encryption.UNVERIFIED,
                        "?sslmode=verify-ca", SyncState.Encryption.ISSUER_VERIFIED,
                        "?sslmode=verify-full", SyncState.Encryption.VERIFIED);
        for (var word : words.entrySet()) {
            try (var sync =
                    sync(
                            settings("jdbc:postgresql://db.example/p" + word.getKey()),
                            MemoryOutbox.of(0, Duration.ZERO))) {
                assertThat(sync.state().encryption()).isEqualTo(word.getValue());
                assertThat(sync.state().place()).isEqualTo("db.example:5432/p");
                assertThat(sync.state().toString()).doesNotContain("geheim");
            }
        }
    }

    /** Every reading that is not rejected is there, with its values, and nothing else. */
    private void same(MemoryOutbox outbox) throws SQLException {
        long count = outbox.newest(OutboxStream.READINGS) - outbox.rejected.size();
        double soc = 0;
        for (var row : outbox.after(OutboxStream.READINGS, 0, Integer.MAX_VALUE)) {
            soc += ((pilotempo.history.Outgoing.ReadingRow) row).value(Quantity.SOC_PCT);
        }
        assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(count);
        assertThat(server.number("SELECT sum(soc_pct::numeric)::bigint FROM pilotempo.reading"))
                .isEqualTo(Math.round(soc));
    }

    private String problem(Outbox outbox, String url) throws Exception {
        try (var sync = sync(settings(url), outbox)) {
            var problem = sync.pass().error().orElse("");
            assertThat(problem).doesNotContain("geheim").hasLineCount(1);
            assertThat(sync.state().problem()).contains(problem);
            return problem;
        }
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(
                Optional.of(url), "postgres", Optional.of(new Secret("geheim")));
    }

    private Sync sync(Outbox outbox) {
        return sync(server.settings(), outbox);
    }

    private static Sync sync(DatabaseSettings settings, Outbox outbox) {
        return ServerSync.open(
                settings, PARIS, outbox, Time.system(), RandomGenerator.of("L64X128MixRandom"));
    }

    private History history() {
        return LocalHistory.open(folder, HistorySettings.DEFAULT, PARIS, Time.system());
    }

    private static void fill(History history) throws InterruptedException {
        history.remember(
                new KnownBattery(SALON, "salon", "Salon", "VenusE 3.0", 147, Set.of(), START));
        for (int minute = 0; minute < 120; minute++) {
            history.store(reading(START.plusSeconds(60L * minute), -600));
        }
        history.colours()
                .save(
                        List.of(
                                new DayColour(
                                        LocalDate.of(2026, 1, 6),
                                        TempoColour.RED,
                                        DayColour.Status.CONFIRMED,
                                        "rte",
                                        START)));
        history.record(
                new HistoryEvent(
                        UUID.randomUUID(),
                        SALON,
                        START,
                        HistoryEvent.Kind.MODE_SEEN,
                        OperatingMode.PASSIVE,
                        "was auto"));
        history.flush();
    }

    private static Reading reading(Instant at, double ongrid) {
        return new Reading(
                SALON,
                at,
                new Observation(
                        Map.of(Quantity.SOC_PCT, 50.5, Quantity.ONGRID_POWER_W, ongrid),
                        OperatingMode.MANUAL,
                        null,
                        null,
                        true));
    }
}
