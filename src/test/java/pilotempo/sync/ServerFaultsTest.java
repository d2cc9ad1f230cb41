package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;

/** What goes wrong at a real PostgreSQL or on the way to it, and what comes of it. */
class ServerFaultsTest extends ServerScene {
    private static final Instant START = MemoryOutbox.START;

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
    void a_server_whose_disk_is_full_is_told_as_such_and_gone_on_with_when_there_is_room()
            throws Exception {
        // What PostgreSQL says where a table can't grow, and where another file can't.
        var said =
                Map.of(
                        "53100", "could not extend file base/5/16384",
                        "58030", "could not write to file base/pgsql_tmp/1.0");
        var outbox = MemoryOutbox.of(10, Duration.ofSeconds(10));
        try (var sync = sync(outbox)) {
            assertThat(sync.pass().error()).isEmpty();
            sync.start();
            for (var words : said.entrySet()) {
                fill(words.getKey(), words.getValue());
                outbox.add(1, START.minusSeconds(outbox.newest(OutboxStream.READINGS)), 7);
                sync.tryNow();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> sync.state().problem().isPresent());
                assertThat(sync.state().problem().map(SyncProblem::kind))
                        .contains(SyncProblem.Kind.DISK_FULL);
                assertThat(sync.state().problem().map(SyncProblem::sentence).orElse(""))
                        .contains("disk")
                        .contains("is full: make room there");
                assertThat(sync.state().nextTry()).isPresent();
                assertThat(sync.state().pendingRows()).isEqualTo(1);
                server.execute("DROP FUNCTION pilotempo.full_disk CASCADE");
                sync.tryNow();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> sync.state().problem().isEmpty());
            }
            assertThat(outbox.rejected).isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> server.number("SELECT count(*) FROM pilotempo.reading") == 12);
            same(outbox);
        }
    }

    private void fill(String state, String words) throws SQLException {
        server.execute(
                "CREATE FUNCTION pilotempo.full_disk() RETURNS trigger LANGUAGE plpgsql AS $$"
                        + " BEGIN RAISE EXCEPTION '"
                        + words
                        + ": No space left on device' USING ERRCODE = '"
                        + state
                        + "'; END $$");
        server.execute(
                "CREATE TRIGGER full_disk BEFORE INSERT ON pilotempo.reading FOR EACH STATEMENT"
                        + " EXECUTE FUNCTION pilotempo.full_disk()");
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
            var killed = new AtomicInteger();
            try (var killer = server.connect();
                    var kill =
                            killer.prepareStatement(
                                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                            + " WHERE application_name = 'Pilotempo' AND state <>"
                                            + " 'idle' AND datname = current_database()")) {
                sync.start();
                await().pollInterval(Duration.ofMillis(15))
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> {
                                    try (var found = kill.executeQuery()) {
                                        found.next();
                                        killed.addAndGet(found.getInt(1));
                                    }
                                    sync.tryNow();
                                    return killed.get() >= 4
                                            || sync.state().phase() == SyncState.Phase.UP_TO_DATE;
                                });
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                sync.tryNow();
                                return sync.state().phase() == SyncState.Phase.UP_TO_DATE;
                            });
            assertThat(killed.get()).isPositive();
            same(outbox);
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
            // It has connected, and waits for a word.
            silent.accept().getInputStream().read();
            long start = System.nanoTime();
            sync.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    private static int freePort() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return door.getLocalPort();
        }
    }
}
