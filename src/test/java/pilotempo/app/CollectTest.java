package pilotempo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.attach.AttachClient;
import pilotempo.attach.DataLock;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;

/** The collector as a process, against a fleet with every bad habit, on one port as on a LAN. */
class CollectTest {
    private static final Duration GAP = Duration.ofMillis(400);

    @TempDir private Path folder;

    private final Set<String> answering = new HashSet<>();
    private int port;
    private Path settings = Path.of("");

    @BeforeEach
    void write_settings() throws IOException {
        try (var probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        settings = folder.resolve("settings.yaml");
        var text = new StringBuilder("batteries:\n");
        for (int n = 2; n <= 6; n++) {
            text.append("  - {id: b")
                    .append(n)
                    .append(", host: 127.0.0.")
                    .append(n)
                    .append(", port: ")
                    .append(port)
                    .append("}\n");
        }
        text.append("poll: {interval: 2s, slow-interval: 20s, gap: 400ms, bind: 127.0.0.1}\n")
                .append("history: {commit-interval: 1s}\n")
                .append("tempo: {source: none}\n");
        Files.writeString(settings, text);
    }

    @Test
    void a_fleet_with_every_bad_habit_is_recorded_and_never_hurried() throws Exception {
        var classes = folder.resolve("classes.txt");
        try (var fleet = SimulatedFleet.start(plan(), Time.system());
                var collector =
                        Child.start(
                                folder,
                                List.of("-Xlog:class+load:file=" + classes),
                                "collect",
                                "--config",
                                settings.toString(),
                                "--data",
                                data())) {
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> allHaveLevels(status()));
            } catch (ConditionTimeoutException stuck) {
                throw new AssertionError(
                        status() + "\n" + fleet.log() + "\n" + collector.out(), stuck);
            }
            await().atMost(Duration.ofSeconds(100)).until(() -> export().size() > 15);
            var before = export();
            collector.kill();

            try (var again =
                    Child.start(
                            folder,
                            List.of(),
                            "collect",
                            "--config",
                            settings.toString(),
                            "--data",
                            data())) {
                try {
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> export().size() > before.size() + 5);
                } catch (ConditionTimeoutException stuck) {
                    throw new AssertionError(again.out() + again.err() + status(), stuck);
                }
                var after = export();
                assertThat(after)
                        .as("what an export has shown survives a kill")
                        .containsAll(before);
                assertThat(new HashSet<>(keys(after)))
                        .as("each reading once")
                        .hasSize(after.size());

                var second =
                        Child.start(
                                folder,
                                List.of(),
                                "collect",
                                "--config",
                                settings.toString(),
                                "--data",
                                data());
                assertThat(second.exitCode(30)).isEqualTo(1);
                assertThat(second.err()).contains("already runs").hasLineCount(1);
                backUpButNotRestore();
                otherSettingsAreRefused();

                long start = System.nanoTime();
                again.terminate();
                again.exitCode(10);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .isLessThan(Duration.ofSeconds(3));
                assertThat(again.out() + again.err())
                        .doesNotContain("xception")
                        .doesNotContain("\"ERROR\"");
            }
            assertThat(collector.out()).doesNotContain("xception").doesNotContain("\"ERROR\"");
            for (int n = 2; n <= 6; n++) {
                var log = fleet.log().of(mac(n));
                assertThat(log.smallestQuiet())
                        .as("quiet of 127.0.0." + n)
                        .isGreaterThanOrEqualTo(GAP);
                assertThat(log.hangs()).isZero();
                assertThat(log.byMethod())
                        .doesNotContainKeys("(empty)", "(unreadable)", "(invalid)");
            }
            try (var lines = Files.lines(classes)) {
                assertThat(
                                lines.filter(
                                                line ->
                                                        line.contains("javafx.")
                                                                || line.contains("com.sun.javafx"))
                                        .filter(line -> !line.contains("Skipping")))
                        .as("JavaFX classes loaded by collect")
                        .isEmpty();
            }
        }
    }

    @Test
    void a_collector_waits_for_a_command_that_holds_the_lock_for_a_moment() throws Exception {
        var lock = DataLock.tryTake(Path.of(data())).orElseThrow();
        try (var collector =
                Child.start(
                        folder,
                        List.of(),
                        "collect",
                        "--config",
                        settings.toString(),
                        "--data",
                        data())) {
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(10))
                    .until(collector::isAlive);
            lock.close();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> AttachClient.isAnswered(Path.of(data())));
        }
    }

    private void backUpButNotRestore() throws Exception {
        var zip = folder.resolve("backup.zip").toString();
        var backup = Child.start(folder, List.of(), "history", "backup", zip, "--data", data());
        assertThat(backup.exitCode(60)).as(backup::err).isZero();
        var restore = Child.start(folder, List.of(), "history", "restore", zip, "--data", data());
        assertThat(restore.exitCode(60)).isEqualTo(1);
        assertThat(restore.err()).contains("stop it, then try again").hasLineCount(1);
    }

    private void otherSettingsAreRefused() throws Exception {
        var same = folder.resolve("data/../settings.yaml").toString();
        try (var status =
                Child.start(folder, List.of(), "--data", data(), "--config", same, "status")) {
            assertThat(status.exitCode(60)).as(status::err).isZero();
        }
        try (var status =
                Child.start(folder, List.of(), "status", "--data", data(), "--config", "b.yaml")) {
            assertThat(status.exitCode(60)).isEqualTo(2);
            assertThat(status.err()).contains("leave out --config").hasLineCount(1);
        }
    }

    private FleetPlan plan() {
        return new FleetPlan(
                List.of(
                        battery(2, "VenusE", 157, Set.of(Fault.LOSES_REPLIES, Fault.OWN_PORT_ONLY)),
                        battery(
                                3,
                                "VenusE 3.0",
                                150,
                                Set.of(Fault.REPLIES_TO_API_PORT, Fault.DOUBLES, Fault.LATE)),
                        battery(4, "VenusE 3.0", 148, Set.of(Fault.GARBAGE)),
                        battery(5, "VenusE 3.0", 144, Set.of(Fault.ODD_TYPES)),
                        battery(6, "Venus A", 149, Set.of(Fault.HANGS_WHEN_HURRIED))),
                11);
    }

    private FleetPlan.Battery battery(int n, String model, int firmware, Set<Fault> faults) {
        return new FleetPlan.Battery(
                new Device(mac(n), model, firmware),
                new InetSocketAddress("127.0.0." + n, port),
                5120,
                40 + n,
                faults);
    }

    private static Mac mac(int n) {
        return new Mac("02005e%06x".formatted(n));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private JsonNode status() throws Exception {
        try (var status = Child.start(folder, List.of(), "status", "--json", "--data", data())) {
            assertThat(status.exitCode(60)).as(status.err()).isZero();
            return new ObjectMapper().readTree(status.out());
        }
    }

    /** Notes who answers with a level; on a busy machine they need not do so in the same second. */
    private boolean allHaveLevels(JsonNode status) {
        for (var battery : status.path("batteries")) {
            if (battery.path("reachable").asBoolean() && !battery.path("soc_pct").isNull()) {
                assertThat(battery.path("soc_pct").asDouble()).isBetween(0.0, 100.0);
                answering.add(battery.path("id").asText());
            }
        }
        return answering.size() == 5;
    }

    private List<String> export() throws Exception {
        try (var export = Child.start(folder, List.of(), "history", "export", "--data", data())) {
            assertThat(export.exitCode(60)).as(export.err()).isZero();
            var lines = export.out().lines().toList();
            return lines.subList(1, lines.size());
        }
    }

    private static List<String> keys(List<String> rows) {
        return rows.stream()
                .map(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1)))
                .toList();
    }
}
