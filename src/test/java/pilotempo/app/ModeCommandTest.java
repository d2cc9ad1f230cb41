package pilotempo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.app.cli.CommandLines;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.lifecycle.FastTime;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetLog;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;
import pilotempo.settings.SettingsFile;

/** The command {@code mode} as a process of its own, over real sockets, database and journal. */
class ModeCommandTest {
    private static final Mac GOOD = new Mac("02005e000001");
    private static final Mac DEAF = new Mac("02005e000002");
    private static final Mac SMALL = new Mac("02005e000003");

    @TempDir private Path folder;

    private final Time time = FastTime.by(10, Instant.parse("2026-01-05T12:00:00Z"));
    private SimulatedFleet fleet;
    private String out = "";
    private String err = "";

    @BeforeEach
    void start() throws Exception {
        fleet =
                SimulatedFleet.start(
                        new FleetPlan(
                                        List.of(
                                                battery(GOOD, "VenusE 3.0", 150),
                                                battery(
                                                        DEAF,
                                                        "VenusE 3.0",
                                                        150,
                                                        Fault.IGNORES_WRITES),
                                                battery(SMALL, "Venus A", 149)),
                                        7)
                                .withLatency(Duration.ofMillis(100)),
                        time);
        Files.writeString(
                folder.resolve("settings.yaml"),
                """
                batteries:
                  - {id: good, host: 127.0.0.1, port: %d}
                  - {id: deaf, host: 127.0.0.1, port: %d}
                  - {id: small, host: 127.0.0.1, port: %d}
                tempo: {source: none}
                """
                        .formatted(
                                fleet.addresses().stream()
                                        .map(InetSocketAddress::getPort)
                                        .toArray()));
    }

    private static FleetPlan.Battery battery(Mac mac, String model, int firmware, Fault... faults) {
        return new FleetPlan.Battery(
                new Device(mac, model, firmware),
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                2560,
                50,
                Set.of(faults));
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void zero_only_if_it_is_read_back() throws Exception {
        assertThat(run("mode good passive --power -800 --for 1h30m")).isZero();
        assertThat(out)
                .contains("good: Passive, charging with 800 W for 1 h 30 min: done and read");
        assertThat(mode(GOOD)).isEqualTo(OperatingMode.PASSIVE);
        assertThat(writes(GOOD).getFirst().params())
                .contains("\"passive_cfg\":{\"power\":-800,\"cd_time\":5400}");

        assertThat(run("mode good passive --power -800 --for 90m")).isZero();
        assertThat(writes(GOOD)).as("remembered by the journal of the run before").hasSize(1);

        assertThat(run("mode deaf passive --power=-800 --for 90m")).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).contains("pilotempo: deaf: Passive").contains("but it is in Auto");
        assertThat(writes(DEAF)).hasSizeBetween(2, 5);
    }

    @Test
    void all_in_turn_as_one_document_and_one_failure_fails() throws Exception {
        assertThat(run("mode all ai --json")).isEqualTo(1);
        var orders = json().path("orders");
        assertThat(orders).hasSize(3);
        assertThat(orders.findValuesAsText("battery")).containsExactly("good", "deaf", "small");
        assertThat(orders.findValuesAsText("result"))
                .containsExactly("verified", "ignored", "verified");
        assertThat(orders.get(0).path("ok").asBoolean()).isTrue();
        assertThat(orders.get(1).path("ok").asBoolean()).isFalse();
        assertThat(orders.get(0).path("latency_ms").asInt()).isBetween(7000, 20_000);
        assertThat(mode(SMALL)).isEqualTo(OperatingMode.AI);
    }

    @Test
    void a_slot_over_midnight_takes_two_and_says_which() throws Exception {
        assertThat(run("mode good manual --slot 1 --clear")).isZero();
        assertThat(
                        run(
                                "mode good manual --slot 0 --from 22:00 --to 6:00 --days mon,Sunday"
                                        + " --power -800"))
                .isZero();
        assertThat(err).contains("0 until 23:59, and 1 from 00:00 on the next days");
        assertThat(writes(GOOD))
                .extracting(FleetLog.Write::params)
                .anySatisfy(
                        told ->
                                assertThat(told)
                                        .contains("\"time_num\":0,\"start_time\":\"22:00\"")
                                        .contains("\"end_time\":\"23:59\",\"week_set\":65"))
                .anySatisfy(
                        told ->
                                assertThat(told)
                                        .contains("\"time_num\":1,\"start_time\":\"00:00\"")
                                        .contains("\"end_time\":\"06:00\",\"week_set\":3"));

        assertThat(run("mode good slots --json")).isZero();
        var slots = json().path("batteries").path(0).path("slots");
        assertThat(slots.findValuesAsText("slot")).containsExactly("0", "1");
        assertThat(slots.findValuesAsText("days")).containsExactly("mon,sun", "mon,tue");
        assertThat(run("mode good slots")).isZero();
        assertThat(out).contains("good: slot 0: 22:00 to 23:59, mon,sun, -800 W");

        assertThat(
                        run(
                                "mode good manual --slot 0 --second-slot 4 --from 22:00 --to 6:00"
                                        + " --power -800"))
                .isZero();
        assertThat(writes(GOOD).getLast().params()).contains("\"time_num\":4");
    }

    @Test
    void of_a_slot_over_midnight_the_second_is_not_tried_where_the_first_failed() throws Exception {
        fleet.online(GOOD, false);
        assertThat(
                        run(
                                "mode good,small manual --slot 0 --from 22:00 --to 6:00 --power"
                                        + " -800 --json"))
                .isEqualTo(1);
        assertThat(err)
                .containsOnlyOnce("good: asks what it does now")
                .contains("good: slot 9 (00:00 to 06:00) was not sent, as the slot before it");
        var orders = json().path("orders");
        assertThat(orders.findValuesAsText("result"))
                .containsExactly("not_sent", "not_sent", "verified", "acknowledged");
        assertThat(writes(SMALL))
                .extracting(told -> told.params().contains("\"time_num\":9"))
                .contains(false, true);
    }

    @Test
    void a_value_that_the_model_does_not_take_is_refused_and_nobody_is_told() throws Exception {
        assertThat(run("mode small auto")).isZero(); // now its model is known
        assertThat(run("mode all passive --power -2000 --for 1h")).isEqualTo(2);
        assertThat(err).contains("small: -2000 W is more than this model takes");
        assertThat(writes(GOOD)).isEmpty();
        assertThat(run("mode good,cellar auto")).isEqualTo(2);
        assertThat(err).contains("there is no battery 'cellar'").contains("good, deaf, small");
        assertThat(writes(GOOD)).isEmpty();
    }

    @Test
    void what_can_t_be_read_back_is_good_when_acknowledged() throws Exception {
        assertThat(run("mode good dod 80%")).isZero();
        assertThat(out).contains("says that it received it; its content can't be read back");
        assertThat(run("mode good light off")).isZero();
        assertThat(run("mode small dod 80")).isEqualTo(2);
        assertThat(writes(GOOD))
                .extracting(FleetLog.Write::method)
                .containsExactly("DOD.SET", "Led.Ctrl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    mode                                             | BATTERY
                    mode good                                        | MODE
                    mode good sleep                                  | none of auto, ai
                    mode good auto 5                                 | '5' has no meaning here
                    mode good auto --power 5                         | goes with passive and manual
                    mode good auto --slot 1                          | go with manual
                    mode good passive --power 100                    | needs --power W and --for
                    mode good passive --power 1.5 --for 1h           | not a whole number
                    mode good passive --power 100 --for 25h          | at most 24h
                    mode good passive --power 100 --for 0s           | more than 0
                    mode good passive --power 100 --for soon         | not a duration
                    mode good passive --power 100 --for -1h          | not a duration
                    mode good passive --power 2501 --for 1h          | -2500 W (charging)
                    mode good manual --from 1:00 --to 2:00 --power 1 | needs --slot N
                    mode good manual --slot 10 --clear               | there are 0 to 9
                    mode good manual --slot 1 --from 1:00            | needs --from HH:MM
                    mode good manual --slot 1 --clear --power 5      | goes with --slot alone
                    mode good manual --slot 1 --from 1:00 --to 1:00 --power 5 | are the same
                    mode good manual --slot 1 --from 1:00 --to 24:01 --power 5 | not a time
                    mode good manual --slot 1 --from 1:00 --to 2:00 --power 0 | passive --power 0
                    mode good manual --slot 1 --from 1:00 --to 2:00 --power 5 --days lundi | none of mon
                    mode good dod 95                                 | 30 to 88
                    mode good light maybe                            | on or off
                    mode ,good auto                                  | there is no battery ''
                    """)
    void a_wrong_line_is_told_in_one_line_and_nothing_is_sent(String line, String words)
            throws Exception {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err).startsWith("pilotempo: ").contains(words).hasLineCount(1);
        assertThat(out).isEmpty();
        assertThat(writes(GOOD)).isEmpty();
    }

    private List<FleetLog.Write> writes(Mac mac) {
        return fleet.log().of(mac).writes();
    }

    private @Nullable OperatingMode mode(Mac mac) {
        return fleet.truth(mac).values().mode();
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out);
    }

    private int run(String line) throws Exception {
        var loaded = SettingsFile.load(Optional.of(folder.resolve("settings.yaml")), Map.of());
        var told = new ByteArrayOutputStream();
        var wrong = new ByteArrayOutputStream();
        try (var desk = Desk.open(loaded, folder.resolve("data"), time)) {
            int code =
                    CommandLines.run(new AloneOn(desk, told, wrong), List.of(line.split(" +", -1)));
            out = told.toString(UTF_8);
            err = wrong.toString(UTF_8);
            return code;
        }
    }
}
