package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Mac;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.HistoryEvent;
import pilotempo.history.JournalEntry;
import pilotempo.history.KnownBattery;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/** What arrives at a real PostgreSQL, and with which rights. */
class ServerSyncTest extends ServerScene {
    private static final Mac SALON = new Mac("02005e000001");

    private static final Instant START = MemoryOutbox.START;

    @TempDir private Path folder;

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
                                    "SELECT sum(import_added_wh)::int FROM"
                                            + " pilotempo.house_quarter"))
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
    void the_journal_arrives_and_each_later_state_of_a_command_follows() throws Exception {
        var id = UUID.randomUUID();
        var slot =
                new ModeCommand.Manual(
                        new ManualSlot(
                                2,
                                LocalTime.of(22, 5),
                                LocalTime.of(23, 59),
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                                -1200));
        var passive = new ModeCommand.Passive(-800, Duration.ofHours(2));
        try (var history = history();
                var sync = sync(history.outbox())) {
            var journal = history.journal();
            journal.note(command(id, 0, passive, JournalEntry.Result.PENDING));
            journal.note(command(UUID.randomUUID(), 1, slot, JournalEntry.Result.ACKNOWLEDGED));
            history.flush();
            assertThat(sync.pass().error()).isEmpty();
            var commands =
                    "SELECT concat_ws('|', battery_id, extract(epoch FROM time)::int, author, kind,"
                            + " power_w, duration_ms, extract(epoch FROM until)::int, slot,"
                            + " slot_from, slot_to, slot_days, setting, why, result, sends,"
                            + " latency_ms, detail) FROM pilotempo.command ORDER BY time";
            var manual =
                    "02005e000001|1767571201|plan|manual|-1200|1767574800|2|22:05|23:59|mon,sun"
                            + "|red tomorrow|acknowledged|1|250|said yes";
            assertThat(server.texts(commands))
                    .containsExactly(
                            "02005e000001|1767571200|plan|passive|-800|7200000|1767574800"
                                    + "|red tomorrow|pending|1|250|said yes",
                            manual);
            journal.note(command(id, 0, passive, JournalEntry.Result.VERIFIED));
            history.flush();
            assertThat(sync.pass().sentRows()).isEqualTo(1);
            assertThat(server.texts(commands))
                    .containsExactly(
                            "02005e000001|1767571200|plan|passive|-800|7200000|1767574800"
                                    + "|red tomorrow|verified|1|250|said yes",
                            manual);
            assertThat(sync.pass().sentRows()).isZero();
        }
    }

    private static JournalEntry command(
            UUID id, int second, BatteryCommand command, JournalEntry.Result result) {
        return new JournalEntry(
                id,
                SALON,
                START.plusSeconds(second),
                JournalEntry.Author.PLAN,
                command,
                START.plusSeconds(3_600),
                "red\0 tomorrow",
                result,
                1,
                Duration.ofMillis(250),
                "said yes\0");
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
    void while_the_server_rolls_up_for_long_readings_go_on_being_sent() throws Exception {
        var outbox = MemoryOutbox.of(10, Duration.ofSeconds(10));
        var rollingUp = new CountDownLatch(1);
        Upkeep.Work hours =
                (there, _) ->
                        there.patiently(
                                connection -> {
                                    try (var statement = connection.createStatement()) {
                                        rollingUp.countDown();
                                        statement.execute("SELECT pg_sleep(3600)");
                                    }
                                    return Optional.empty();
                                });
        var sync = sync(outbox, hours);
        sync.start();
        assertThat(rollingUp.await(30, TimeUnit.SECONDS)).isTrue();
        outbox.add(1, START.minusSeconds(10), 7);
        sync.tryNow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.number("SELECT count(*) FROM pilotempo.reading") == 11);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sync.state().phase() == SyncState.Phase.UP_TO_DATE);
        assertThat(sync.pass().error()).isEmpty();
        long start = System.nanoTime();
        sync.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("sync-upkeep");
    }

    @Test
    void what_the_upkeep_can_t_do_is_told_and_the_readings_arrive() throws Exception {
        var outbox = MemoryOutbox.of(10, Duration.ofSeconds(10));
        Upkeep.Work broken =
                (there, _) ->
                        there.with(
                                connection -> {
                                    try (var statement = connection.createStatement()) {
                                        statement.execute("CALL pilotempo.no_such_thing()");
                                    }
                                    return Optional.empty();
                                });
        try (var sync = sync(outbox, broken)) {
            assertThat(sync.pass().error()).isEmpty();
            same(outbox);
            assertThat(sync.state().jobsProblem())
                    .hasValueSatisfying(
                            problem -> {
                                assertThat(problem.kind()).isEqualTo(JobsProblem.Kind.OUT_OF_REACH);
                                assertThat(problem.sentence()).contains("no_such_thing");
                            });
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
                            + " pilotempo.command, pilotempo.sync_source TO pilotempo_test_writer");
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
