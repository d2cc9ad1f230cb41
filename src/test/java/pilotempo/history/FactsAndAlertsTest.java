package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.open;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Time;

class FactsAndAlertsTest {
    private static final Instant START = at("2026-01-05T21:00:00Z");

    @TempDir private Path folder;

    @Test
    void facts_are_there_at_once_and_after_a_restart() throws Exception {
        try (var history = open(folder)) {
            var facts = history.facts();
            facts.keep("plan.paused", "until noon");
            facts.keep("day-mode.02005e000001", "auto");
            facts.keep("day-mode.02005e000002", "ai");
            facts.keep("gone", "soon");
            history.flush();
            facts.keep("plan.paused", "for ever");
            facts.forget("gone");
            assertThat(facts.get("plan.paused")).contains("for ever");
            assertThat(facts.get("gone")).isEmpty();
        }
        try (var history = open(folder)) {
            var facts = history.facts();
            assertThat(facts.get("plan.paused")).contains("for ever");
            assertThat(facts.get("gone")).isEmpty();
            assertThat(facts.beginningWith("day-mode."))
                    .isEqualTo(
                            Map.of("day-mode.02005e000001", "auto", "day-mode.02005e000002", "ai"));
            assertThat(facts.beginningWith("")).hasSize(3);
        }
    }

    @Test
    void the_file_s_own_facts_are_not_among_them() throws Exception {
        UUID identity;
        try (var history = open(folder)) {
            identity = history.outbox().identity();
            for (var own : List.of("identity", "zone", "ledger")) {
                assertThat(history.facts().get(own)).isEmpty();
                history.facts().keep(own, "mine");
                history.facts().keep("x" + own, "mine");
                history.facts().forget("x" + own);
            }
            history.flush();
        }
        try (var history = open(folder)) {
            assertThat(history.outbox().identity()).isEqualTo(identity);
            assertThat(history.facts().get("zone")).contains("mine");
        }
    }

    @Test
    void what_is_too_long_is_cut() throws Exception {
        var name = "n".repeat(50);
        try (var history = open(folder)) {
            history.facts().keep(name, "c".repeat(300));
            history.flush();
        }
        try (var history = open(folder)) {
            assertThat(history.facts().get(name)).contains("c".repeat(200));
            history.facts().forget(name);
            history.flush();
            history.alerts()
                    .keep(
                            new AlertEntry(
                                    UUID.randomUUID(),
                                    "k".repeat(99),
                                    null,
                                    START,
                                    null,
                                    false,
                                    false,
                                    Collections.nCopies(150, "a".repeat(30))));
            history.flush();
        }
        try (var history = open(folder)) {
            assertThat(history.facts().get(name)).isEmpty();
            var alert = history.alerts().open().getFirst();
            assertThat(alert.kind()).hasSize(40);
            assertThat(String.join("", alert.args())).hasSize(1_000);
        }
    }

    @Test
    void alerts_keep_their_newest_state_and_their_order() throws Exception {
        var away = alert(0, SALON, null);
        var hot = alert(1, GARAGE, null);
        var red = alert(2, null, null);
        var resolved = resolved(away, START.plusSeconds(60));
        try (var history = open(folder)) {
            var alerts = history.alerts();
            alerts.keep(hot);
            alerts.keep(away);
            assertThat(alerts.open()).containsExactly(away, hot);
            history.flush();
            alerts.keep(resolved);
            alerts.keep(red);
            assertThat(alerts.open()).containsExactly(hot, red);
            assertThat(alerts.newest(2)).containsExactly(red, hot);
            history.flush();
            assertThat(alerts.open()).containsExactly(hot, red);
        }
        try (var history = open(folder)) {
            assertThat(history.alerts().open()).containsExactly(hot, red);
            assertThat(history.alerts().newest(9)).containsExactly(red, hot, resolved);
        }
    }

    @Test
    void a_queue_of_messages_outlives_a_run() throws Exception {
        var first = message(0, AlertMessage.State.WAITING, 0);
        var second = message(1, AlertMessage.State.WAITING, 0);
        var third = message(2, AlertMessage.State.WAITING, 3);
        try (var history = open(folder)) {
            var alerts = history.alerts();
            List.of(first, second, third).forEach(alerts::keep);
            history.flush();
            alerts.keep(with(second, AlertMessage.State.SENT));
            alerts.keep(with(third, AlertMessage.State.GIVEN_UP));
            assertThat(alerts.waiting()).containsExactly(first);
        }
        try (var history = open(folder)) {
            assertThat(history.alerts().waiting()).containsExactly(first);
            assertThat(history.alerts().newestMessages(2))
                    .containsExactly(
                            with(third, AlertMessage.State.GIVEN_UP),
                            with(second, AlertMessage.State.SENT));
        }
    }

    @Test
    void alerts_and_facts_are_there_while_the_disk_is_full() throws Exception {
        FullDisk.install();
        var old = alert(0, SALON, null);
        var fresh = alert(1, SALON, null);
        var file = new HistoryFile(folder, FullDisk.SCHEME);
        try (var history = LocalHistory.open(file, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            var alerts = history.alerts();
            alerts.keep(old);
            history.flush();
            FullDisk.full(true);
            alerts.keep(fresh);
            history.facts().keep("plan.paused", "now");
            assertThatThrownBy(history::flush).isInstanceOf(HistoryUnavailable.class);
            assertThat(alerts.open()).containsExactly(old, fresh);
            assertThat(history.facts().get("plan.paused")).contains("now");
            FullDisk.full(false);
            await().atMost(Duration.ofSeconds(20)).until(() -> history.health().recording());
        }
        try (var history = open(folder)) {
            assertThat(history.alerts().open()).containsExactly(old, fresh);
            assertThat(history.facts().get("plan.paused")).contains("now");
        }
    }

    @Test
    void a_backup_has_them_all() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("backup.zip");
        var alert = alert(0, SALON, null);
        try (var history = open(data)) {
            history.alerts().keep(alert);
            history.alerts().keep(message(0, AlertMessage.State.WAITING, 1));
            history.facts().keep("day-mode.02005e000001", "ai");
            history.backup(backup, false, _ -> {});
        }
        var other = folder.resolve("other");
        new Restore(backup, other).run(_ -> {});
        try (var history = open(other)) {
            assertThat(history.alerts().open()).containsExactly(alert);
            assertThat(history.alerts().waiting()).hasSize(1);
            assertThat(history.facts().get("day-mode.02005e000001")).contains("ai");
        }
    }

    @Test
    void a_database_of_the_second_version_is_taken_over_with_all_it_has() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("history");
        Flyway.configure(FactsAndAlertsTest.class.getClassLoader())
                .dataSource(url, "sa", "")
                .locations("classpath:pilotempo/history")
                .target("2")
                .load()
                .migrate();
        var identity = UUID.randomUUID();
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO fact VALUES ('identity', '" + identity + "')");
            statement.execute(
                    "INSERT INTO battery VALUES (1, '02005e000001', 'salon', 'Salon', 'VenusE 3.0',"
                            + " 147, '', 0, 7, 0)");
            // A first try that ended in the middle.
            statement.execute("ALTER TABLE fact ALTER COLUMN name SET DATA TYPE VARCHAR(60)");
        }
        try (var history = open(folder)) {
            assertThat(history.outbox().identity()).isEqualTo(identity);
            assertThat(history.known().values())
                    .extracting(KnownBattery::id)
                    .containsExactly("salon");
            history.facts().keep("n".repeat(40), "kept");
            history.alerts().keep(alert(0, SALON, null));
            history.flush();
        }
        try (var history = open(folder)) {
            assertThat(history.facts().get("n".repeat(40))).contains("kept");
            assertThat(history.alerts().open()).hasSize(1);
        }
    }

    private static AlertEntry alert(int second, @Nullable Mac battery, @Nullable Instant resolved) {
        return new AlertEntry(
                new UUID(1, second),
                "battery-away",
                battery,
                START.plusSeconds(second),
                resolved,
                second == 0,
                false,
                List.of("Le salon, l’été", "", "3\n4"));
    }

    private static AlertEntry resolved(AlertEntry alert, Instant when) {
        return new AlertEntry(
                alert.id(),
                alert.kind(),
                alert.battery(),
                alert.raisedAt(),
                when,
                alert.urgent(),
                true,
                alert.args());
    }

    private static AlertMessage message(int second, AlertMessage.State state, int tries) {
        return new AlertMessage(
                new UUID(2, second),
                new UUID(1, 0),
                "telegram",
                second == 1,
                "Battery away",
                START.plusSeconds(second),
                START.plusSeconds(second + 30),
                state,
                tries,
                tries == 0 ? "" : "429");
    }

    private static AlertMessage with(AlertMessage message, AlertMessage.State state) {
        return new AlertMessage(
                message.id(),
                message.alert(),
                message.channel(),
                message.resolved(),
                message.text(),
                message.queuedAt(),
                message.due(),
                state,
                message.tries() + 1,
                message.problem());
    }
}
