package pilotempo.marstek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;

/** Every reply collected from real devices and from the vendor's document, and what it means. */
class FixturesTest {
    record Fixture(String file, String method, String model, String ver, String meaning) {
        @Override
        public String toString() {
            return file;
        }

        Optional<Query> query() {
            return Arrays.stream(Query.values())
                    .filter(query -> query.method().equals(method))
                    .findFirst();
        }

        Observation observed() throws IOException {
            var reply = (Message.Result) Wire.read(read(file));
            var family = reply.source().model().map(Family::of).orElseThrow();
            assertThat(family).isEqualTo(Family.of(model));
            var firmware = ver.equals("?") ? null : Integer.valueOf(ver);
            return Normaliser.observe(
                    query().orElseThrow(), reply.result(), FirmwareTable.of(family, firmware));
        }
    }

    static String read(String file) throws IOException {
        try (var stream =
                Objects.requireNonNull(FixturesTest.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    static List<Fixture> all() throws IOException {
        return read("fixtures.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Fixture(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    static Stream<Fixture> measured() throws IOException {
        return all().stream().filter(fixture -> !fixture.meaning().equals("-"));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void a_fixture_means_what_its_table_says(Fixture fixture) throws IOException {
        var observed = values(fixture.observed());
        for (var expected : fixture.meaning().split(", ", -1)) {
            var pair = expected.split("=", 2);
            var value = observed.get(pair[0]);
            var wanted = pair[1].equals("null") ? null : pair[1];
            if (value instanceof Double number && wanted != null) {
                assertThat(number).as(pair[0]).isEqualTo(Double.parseDouble(wanted));
                assertThat(1 / number).as("no −0").isNotEqualTo(Double.NEGATIVE_INFINITY);
            } else {
                assertThat(value == null ? null : value.toString()).as(pair[0]).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measured")
    void load_energy_and_the_pv_energy_of_a_battery_without_panels_are_unknown(Fixture fixture)
            throws IOException {
        var observed = fixture.observed();
        assertThat(observed.number(Quantity.TOTAL_LOAD_WH)).isNull();
        if (!Family.of(fixture.model()).mayHavePanels()) {
            assertThat(observed.number(Quantity.TOTAL_PV_WH)).isNull();
        }
    }

    @Test
    void the_table_lists_every_fixture() throws IOException {
        assertThat(all()).hasSize(79);
        assertThat(measured().toList()).hasSizeGreaterThan(45);
    }

    @Test
    void devices_say_who_they_are() throws IOException {
        var told = new ArrayList<String>();
        for (var fixture : all()) {
            if (fixture.method().equals("Marstek.GetDevice")
                    && Wire.read(read(fixture.file())) instanceof Message.Result reply) {
                var device = UdpLine.device(reply).orElseThrow();
                assertThat(device.model()).isEqualTo(fixture.model());
                assertThat(device.firmware()).hasToString(fixture.ver());
                assertThat(device.mac().hex()).startsWith("02005e0000");
                told.add(device.mac().hex());
            }
        }
        assertThat(told).contains("02005e000031").hasSizeGreaterThan(12);
    }

    @Test
    void errors_keep_their_code_and_an_echo_is_no_reply() throws IOException {
        assertThat(Wire.read(read("venus-e3-fw139-error-parse-403.json")))
                .isInstanceOfSatisfying(
                        Message.Failure.class,
                        failure -> {
                            assertThat(failure.id()).isZero();
                            assertThat(failure.code()).isEqualTo(-32700);
                        });
        assertThat(Wire.read(read("venus-e3-fw150-pv-get-status-method-not-found.json")))
                .isInstanceOfSatisfying(
                        Message.Failure.class,
                        failure ->
                                assertThat(
                                                new Reply.Refused(
                                                        failure.code(),
                                                        failure.text(),
                                                        Duration.ZERO))
                                        .matches(Reply.Refused::unsupported));
        assertThat(Wire.read(read("quirk-own-broadcast-echo.json")))
                .isInstanceOf(Message.Request.class);
    }

    private static Map<String, @Nullable Object> values(Observation observed) {
        var values = new HashMap<String, @Nullable Object>();
        observed.numbers().forEach((quantity, value) -> values.put(quantity.column(), value));
        values.put("mode", observed.mode() == null ? null : observed.mode().word());
        values.put("charging_allowed", observed.chargingAllowed());
        values.put("discharging_allowed", observed.dischargingAllowed());
        values.put("ct_connected", observed.ctConnected());
        return values;
    }
}
