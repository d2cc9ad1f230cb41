package pilotempo.marstek.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.FastTime;
import pilotempo.lifecycle.ManualTime;

class NetworkTest {
    private static final String PROBE =
            "{\"id\":9,\"method\":\"Marstek.GetDevice\",\"params\":{\"ble_mac\":\"0\"}}";

    private final ManualTime time = ManualTime.at("2026-01-05T19:00:00Z");

    private static InetSocketAddress loopback(int last, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + last), port);
    }

    /** Batteries at 127.0.0.2, .3, … on one port. */
    private static FleetPlan onePort(int batteries, int port) {
        return new FleetPlan(
                        IntStream.range(0, batteries)
                                .mapToObj(
                                        n ->
                                                new FleetPlan.Battery(
                                                        new Device(
                                                                new Mac("02005e00000" + n),
                                                                "VenusE 3.0",
                                                                150),
                                                        loopback(n + 2, port),
                                                        5120,
                                                        50,
                                                        Set.of()))
                                .toList(),
                        1)
                .withLatency(Duration.ZERO);
    }

    private static int freePort() throws IOException {
        try (var probe = new Client()) {
            return probe.address().getPort();
        }
    }

    @Test
    void batteries_share_a_port_at_different_addresses_and_hear_broadcasts() throws IOException {
        int port = freePort();
        try (var fleet = SimulatedFleet.start(onePort(3, port), time.time());
                var client = new Client(loopback(1, port))) {
            client.send(
                    new InetSocketAddress(InetAddress.ofLiteral("127.255.255.255"), port), PROBE);
            var found = new TreeSet<String>();
            for (int n = 0; n < 3; n++) {
                var packet = client.receive();
                var reply = Client.JSON.readTree(packet.getData(), 0, packet.getLength());
                found.add(
                        packet.getSocketAddress()
                                + " "
                                + reply.path("result").path("ble_mac").asText());
            }
            assertThat(found)
                    .containsExactly(
                            "/127.0.0.2:" + port + " 02005e000000",
                            "/127.0.0.3:" + port + " 02005e000001",
                            "/127.0.0.4:" + port + " 02005e000002");
            assertThat(fleet.log().of(new Mac("02005e000001")).byMethod())
                    .containsExactly(Map.entry("Marstek.GetDevice", 1));
        }
    }

    @Test
    void a_local_fleet_mixes_families_on_ports_in_a_row() throws IOException {
        int port = freePort();
        var plan = FleetPlan.local(4, "127.0.0.1", port, Set.of(Fault.DOUBLES), 4);
        try (var fleet = SimulatedFleet.start(plan, time.time())) {
            assertThat(fleet.addresses())
                    .containsExactly(
                            loopback(1, port),
                            loopback(1, port + 1),
                            loopback(1, port + 2),
                            loopback(1, port + 3));
        }
        assertThat(plan.batteries())
                .extracting(battery -> battery.device().toString())
                .containsExactly(
                        new Device(new Mac("02005e000001"), "VenusE 3.0", 150).toString(),
                        new Device(new Mac("02005e000002"), "VenusE", 156).toString(),
                        new Device(new Mac("02005e000003"), "VenusE 3.0", 148).toString(),
                        new Device(new Mac("02005e000004"), "Venus A", 149).toString());
        assertThat(plan.batteries()).allMatch(battery -> battery.faults().contains(Fault.DOUBLES));
    }

    @Test
    void an_address_in_use_is_named_and_nothing_is_left_running() throws IOException {
        int port = freePort();
        try (var taken = new Client(loopback(3, port))) {
            assertThatThrownBy(() -> SimulatedFleet.start(onePort(2, port), time.time()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.3:" + taken.address().getPort());
            try (var first = new Client(loopback(2, port))) {
                assertThat(first.address().getPort()).isEqualTo(port);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7,7", "65535,65535", "65536,0", "70000,4464", "'\"abc\"','\"abc\"'"})
    void ids_come_back_as_the_firmware_keeps_them(String sent, String back) throws IOException {
        assertThat(
                        exchange(
                                        "{\"id\":"
                                                + sent
                                                + ",\"method\":\"ES.GetMode\",\"params\":{\"id\":0}}")
                                .path("id")
                                .toString())
                .isEqualTo(back);
    }

    @Test
    void errors_are_those_of_the_document() throws IOException {
        var unreadable = exchange("{\"id\":3,");
        assertThat(unreadable.path("id").asInt()).isZero();
        assertThat(unreadable.path("error").path("code").asInt()).isEqualTo(-32700);
        assertThat(exchange("[1]").path("error").path("code").asInt()).isEqualTo(-32700);
        assertThat(exchange("{\"id\":3}").path("error").path("code").asInt()).isEqualTo(-32600);
        var unknown = exchange("{\"id\":3,\"method\":\"es.getmode\",\"params\":{\"id\":0}}");
        assertThat(unknown.path("error").toString())
                .isEqualTo("{\"code\":-32601,\"message\":\"Method not found\",\"data\":424}");
        assertThat(unknown.path("id").asInt()).isEqualTo(3);
    }

    private JsonNode exchange(String text) throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 150), time.time());
                var client = new Client()) {
            client.send(fleet.addresses().getFirst(), text);
            return Client.JSON.readTree(client.receiveText());
        }
    }

    @Test
    void replies_of_others_are_never_answered() throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 150), time.time());
                var client = new Client()) {
            client.send(fleet.addresses().getFirst(), "{\"id\":1,\"src\":\"x\",\"result\":{}}");
            client.send(fleet.addresses().getFirst(), "{\"id\":1,\"error\":{\"code\":1}}");
            assertThat(client.receiveAll()).isEmpty();
            assertThat(fleet.log().of(Fleets.MAC).requests()).isZero();
            assertThat(fleet.log().of(Fleets.MAC).byMethod().get("(reply)")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VenusE 3.0, 139, ES.GetStatus",
        "VenusE 3.0, 122, Bat.GetStatus",
        "VNSEM-0, 301, PV.GetStatus"
    })
    void what_a_firmware_does_not_answer_stays_unanswered(String model, int firmware, String method)
            throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of(model, firmware), time.time());
                var client = new Client()) {
            client.call(fleet.addresses().getFirst(), method, "{\"id\":0}");
            assertThat(client.receiveAll()).isEmpty();
        }
    }

    @Test
    void units_are_those_of_family_and_firmware() throws IOException {
        var charge = "{\"mode\":\"Passive\",\"passive_cfg\":{\"power\":-1000,\"cd_time\":3600}}";
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE", 153), time.time());
                var client = new Client()) {
            var address = fleet.addresses().getFirst();
            client.setMode(address, charge);
            time.advance(Duration.ofMinutes(30));
            var es = client.ask(address, "ES.GetStatus").path("result");
            var truth = fleet.truth(Fleets.MAC).values();
            assertThat(es.path("ongrid_power").asInt()).isEqualTo(-1000);
            assertThat(es.path("bat_power").asInt()).isEqualTo(9600);
            assertThat(truth.number(Quantity.POWER_W)).isEqualTo(-960);
            assertThat(10.0 * es.path("total_grid_input_energy").asInt())
                    .isEqualTo(truth.number(Quantity.TOTAL_GRID_IN_WH));
            var bat = client.ask(address, "Bat.GetStatus").path("result");
            assertThat(bat.path("bat_capacity").asDouble() / 100)
                    .isEqualTo(truth.number(Quantity.REMAINING_WH));
            assertThat(bat.path("bat_current").asInt()).isNegative();
            assertThat(client.ask(address, "Wifi.GetStatus").path("result").path("rssi").asInt())
                    .isPositive();
        }
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 139), time.time());
                var client = new Client()) {
            var bat = client.ask(fleet.addresses().getFirst(), "Bat.GetStatus").path("result");
            assertThat(bat.path("bat_temp").asDouble()).isBetween(100.0, 300.0);
            assertThat(bat.path("bat_capacity").asDouble()).isBetween(270.0, 290.0);
            var truth = fleet.truth(Fleets.MAC).values();
            assertThat(bat.path("bat_temp").asDouble() / 10)
                    .isEqualTo(truth.number(Quantity.TEMPERATURE_C));
            assertThat(bat.path("bat_capacity").asDouble() * 10)
                    .isEqualTo(truth.number(Quantity.REMAINING_WH));
            assertThat(truth.number(Quantity.TOTAL_GRID_IN_WH)).isNull();
        }
    }

    @Test
    void panels_are_told_in_tenths_and_watts() throws IOException {
        var noon = ManualTime.at("2026-06-10T11:00:00Z");
        for (int firmware : new int[] {147, 149}) {
            try (var fleet = SimulatedFleet.start(Fleets.of("Venus A", firmware), noon.time());
                    var client = new Client()) {
                var address = fleet.addresses().getFirst();
                var pv = client.ask(address, "PV.GetStatus").path("result");
                double sum =
                        pv.path("pv1_power").asInt() / 10.0
                                + pv.path("pv2_power").asInt()
                                + pv.path("pv3_power").asInt()
                                + pv.path("pv4_power").asInt();
                var truth = fleet.truth(Fleets.MAC).values();
                assertThat(sum).isEqualTo(truth.number(Quantity.PV_POWER_W)).isGreaterThan(20);
                var es = client.ask(address, "ES.GetStatus").path("result");
                assertThat(es.path("pv_power").asDouble()).isEqualTo(firmware == 149 ? sum : 0);
                var total = truth.number(Quantity.TOTAL_PV_WH);
                assertThat(es.path("total_pv_energy").asInt() * 10.0)
                        .isEqualTo(total == null ? 0 : total);
                assertThat(total == null).isEqualTo(firmware == 147);
            }
        }
    }

    @Test
    void modes_are_set_and_read_back() throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 150), time.time());
                var client = new Client()) {
            var address = fleet.addresses().getFirst();
            for (var mode : List.of("AI", "UPS", "Auto")) {
                var part = mode.toLowerCase(Locale.ROOT) + "_cfg";
                var reply =
                        client.setMode(
                                address,
                                "{\"mode\":\"%s\",\"%s\":{\"enable\":1}}".formatted(mode, part));
                assertThat(reply.toString()).isEqualTo("{\"id\":0,\"set_result\":true}");
                assertThat(client.ask(address, "ES.GetMode").path("result").path("mode").asText())
                        .isEqualTo(mode);
            }
            for (var refused :
                    List.of(
                            "{\"mode\":\"AI\"}",
                            "{\"mode\":\"Eco\",\"eco_cfg\":{\"enable\":1}}",
                            "{\"mode\":\"Passive\",\"passive_cfg\":{\"power\":9000,\"cd_time\":60}}",
                            "{\"mode\":\"Manual\",\"manual_cfg\":{\"time_num\":12,\"enable\":1}}",
                            "{\"mode\":\"Manual\",\"manual_cfg\":{\"time_num\":1,\"enable\":1,"
                                    + "\"start_time\":\"23:00\",\"end_time\":\"02:00\","
                                    + "\"week_set\":127,\"power\":100}}")) {
                assertThat(client.setMode(address, refused).path("set_result").asBoolean(true))
                        .as(refused)
                        .isFalse();
            }
            assertThat(fleet.truth(Fleets.MAC).values().mode()).isEqualTo(OperatingMode.AUTO);
            var writes = fleet.log().of(Fleets.MAC).writes();
            assertThat(writes).hasSize(8);
            assertThat(writes.getFirst().params())
                    .isEqualTo("{\"id\":0,\"config\":{\"mode\":\"AI\",\"ai_cfg\":{\"enable\":1}}}");
        }
    }

    @Test
    void the_log_knows_intervals_and_quiet() throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 150), time.time());
                var client = new Client()) {
            var address = fleet.addresses().getFirst();
            assertThat(fleet.log().of(Fleets.MAC).smallestQuiet()).isNull();
            client.ask(address, "ES.GetMode");
            time.advance(Duration.ofSeconds(5));
            client.ask(address, "ES.GetMode");
            time.advance(Duration.ofSeconds(3));
            client.ask(address, "ES.GetStatus");
            var log = fleet.log().of(Fleets.MAC);
            assertThat(log.requests()).isEqualTo(3);
            assertThat(log.smallestInterval()).isEqualTo(Duration.ofSeconds(3));
            assertThat(log.smallestQuiet()).isEqualTo(Duration.ofSeconds(3));
            assertThat(log.byMethod())
                    .containsOnly(Map.entry("ES.GetMode", 2), Map.entry("ES.GetStatus", 1));
        }
    }

    @Test
    void a_request_beside_another_is_no_quiet_at_all() throws Exception {
        var slow = Fleets.of("VenusE 3.0", 150).withLatency(Duration.ofMillis(100));
        try (var fleet = SimulatedFleet.start(slow, time.time());
                var client = new Client()) {
            client.call(fleet.addresses().getFirst(), "ES.GetMode", "{\"id\":0}");
            time.awaitWaiting(1);
            time.advance(Duration.ofMillis(50));
            client.call(fleet.addresses().getFirst(), "ES.GetStatus", "{\"id\":0}");
            time.awaitWaiting(2);
            assertThat(fleet.log().of(Fleets.MAC).smallestQuiet()).isEqualTo(Duration.ZERO);
            time.advance(Duration.ofMillis(200));
            assertThat(client.receive(2)).doesNotHaveDuplicates();
        }
    }

    @Test
    void replies_take_their_time_and_closing_does_not() throws IOException {
        var fast = FastTime.by(10, Instant.parse("2026-01-05T19:00:00Z"));
        var plan = Fleets.of("VenusE 3.0", 150).withLatency(Duration.ofMillis(400));
        var fleet = SimulatedFleet.start(plan, fast);
        try (var client = new Client()) {
            long asked = fast.ticker().nanos();
            client.ask(fleet.addresses().getFirst(), "ES.GetMode");
            assertThat(Duration.ofNanos(fast.ticker().nanos() - asked))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(400));
            client.call(fleet.addresses().getFirst(), "ES.GetMode", "{\"id\":0}");
        } finally {
            long closing = fast.ticker().nanos();
            fleet.close();
            assertThat(Duration.ofNanos(fast.ticker().nanos() - closing))
                    .isLessThan(Duration.ofSeconds(10));
        }
        fleet.close();
    }

    @Test
    void a_battery_off_the_network_is_silent_and_comes_back() throws IOException {
        try (var fleet = SimulatedFleet.start(Fleets.of("VenusE 3.0", 150), time.time());
                var client = new Client()) {
            fleet.online(Fleets.MAC, false);
            client.call(fleet.addresses().getFirst(), "ES.GetMode", "{\"id\":0}");
            assertThat(client.receiveAll()).isEmpty();
            fleet.online(Fleets.MAC, true);
            assertThat(client.ask(fleet.addresses().getFirst(), "ES.GetMode").has("result"))
                    .isTrue();
        }
    }
}
