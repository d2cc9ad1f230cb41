package pilotempo.marstek.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.ManualTime;

/** Each fault does what it says. */
class FaultTest {
    private static final String NOTHING = "{\"id\":0}";
    private static final String CHARGE =
            "{\"mode\":\"Passive\",\"passive_cfg\":{\"power\":-900,\"cd_time\":7200}}";

    private final ManualTime time = ManualTime.at("2026-01-05T11:00:00Z");
    private final List<SimulatedFleet> fleets = new ArrayList<>();
    private final Client client;

    FaultTest() throws IOException {
        client = new Client();
    }

    @AfterEach
    void close() {
        client.close();
        fleets.forEach(SimulatedFleet::close);
    }

    private InetSocketAddress with(Fault... faults) {
        return start(Fleets.of("VenusE 3.0", 150, faults));
    }

    private InetSocketAddress start(FleetPlan plan) {
        fleets.add(SimulatedFleet.start(plan, time.time()));
        return fleets.getLast().addresses().getFirst();
    }

    private FleetLog.Battery log() {
        return fleets.getLast().log().of(Fleets.MAC);
    }

    private int answered(InetSocketAddress battery, int calls, Duration apart) throws IOException {
        for (int n = 0; n < calls; n++) {
            int before = log().requests();
            client.call(battery, "ES.GetMode", NOTHING);
            awaitRequests(before + 1);
            time.advance(apart);
        }
        return client.receiveAll().size();
    }

    private void awaitRequests(int requests) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> log().requests() >= requests);
    }

    private JsonNode result(InetSocketAddress battery, String method) throws IOException {
        return client.ask(battery, method).path("result");
    }

    @Test
    void every_fault_has_its_word() {
        for (var fault : Fault.values()) {
            assertThat(Fault.ofWord(" " + fault.word().toUpperCase(Locale.ROOT)).orElseThrow())
                    .isEqualTo(fault);
        }
        assertThat(Fault.ofWord("no-such-fault")).isEmpty();
    }

    @Test
    void without_faults_all_is_answered_however_fast() throws IOException {
        assertThat(answered(with(), 50, Duration.ofMillis(1))).isEqualTo(50);
        assertThat(log().hangs()).isZero();
    }

    @Test
    void a_fifth_of_the_replies_is_lost_the_same_ones_each_time() throws IOException {
        int first = answered(with(Fault.LOSES_REPLIES), 200, Duration.ZERO);
        assertThat(first).isBetween(140, 180);
        assertThat(answered(with(Fault.LOSES_REPLIES), 200, Duration.ZERO)).isEqualTo(first);
    }

    @Test
    void only_requests_from_its_own_port_are_heard() throws IOException {
        var battery = with(Fault.OWN_PORT_ONLY);
        assertThat(answered(battery, 1, Duration.ZERO)).isZero();
        var other = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.9"), battery.getPort());
        try (var same = new Client(other)) {
            assertThat(same.ask(battery, "ES.GetMode").has("result")).isTrue();
        }
    }

    @Test
    void replies_go_to_the_api_port_of_the_sender() throws IOException {
        var battery = with(Fault.REPLIES_TO_API_PORT);
        var host = InetAddress.ofLiteral("127.0.0.9");
        try (var sender = new Client(new InetSocketAddress(host, 0));
                var listener = new Client(new InetSocketAddress(host, battery.getPort()))) {
            sender.call(battery, "ES.GetMode", NOTHING);
            assertThat(listener.receiveText()).contains("\"mode\"");
            assertThat(sender.receiveAll()).isEmpty();
        }
    }

    @Test
    void every_reply_comes_twice() throws IOException {
        client.call(with(Fault.DOUBLES), "ES.GetMode", NOTHING);
        var all = client.receive(2);
        assertThat(client.receiveAll()).isEmpty();
        assertThat(all.getFirst()).isEqualTo(all.getLast());
    }

    @Test
    void some_replies_come_after_any_timeout() throws Exception {
        var battery = with(Fault.LATE);
        int prompt = answered(battery, 40, Duration.ZERO);
        assertThat(prompt).isBetween(22, 38);
        time.advance(Duration.ofSeconds(12));
        assertThat(client.receiveAll()).isEmpty();
        time.advance(Duration.ofSeconds(12));
        assertThat(client.receive(40 - prompt)).doesNotContainNull();
        assertThat(client.receiveAll()).isEmpty();
    }

    @Test
    void garbage_comes_between_good_replies() throws IOException {
        var battery = with(Fault.GARBAGE);
        int bad = 0;
        for (int n = 0; n < 60; n++) {
            int id = client.call(battery, "ES.GetMode", NOTHING);
            while (!isReplyTo(id, client.receiveText())) {
                bad++;
            }
        }
        assertThat(bad).isBetween(15, 45);
    }

    private static boolean isReplyTo(int id, String text) {
        try {
            var reply = Client.JSON.readTree(text);
            return reply.path("id").asInt() == id && reply.path("result").has("mode");
        } catch (IOException noJson) {
            return false;
        }
    }

    @Test
    void numbers_are_strings_and_unknown_ones_null() throws IOException {
        var battery = with(Fault.ODD_TYPES);
        var bat = result(battery, "Bat.GetStatus");
        assertThat(bat.path("soc").isTextual()).isTrue();
        assertThat(bat.path("bat_capacity").isNull()).isTrue();
        assertThat(bat.path("bat_temp").asDouble()).isBetween(100.0, 300.0);
        assertThat(result(battery, "ES.GetStatus").path("ongrid_power").isTextual()).isTrue();
    }

    @Test
    void two_requests_within_300_ms_hang_it_for_30_s() throws IOException {
        var battery = with(Fault.HANGS_WHEN_HURRIED);
        assertThat(answered(battery, 1, Duration.ofMillis(301))).isEqualTo(1);
        assertThat(answered(battery, 1, Duration.ofMillis(299))).isEqualTo(1);
        assertThat(answered(battery, 1, Duration.ofSeconds(29))).isZero();
        assertThat(answered(battery, 1, Duration.ofSeconds(2))).isZero();
        assertThat(answered(battery, 1, Duration.ZERO)).isEqualTo(1);
        assertThat(log().hangs()).isEqualTo(1);
        assertThat(log().smallestInterval()).isEqualTo(Duration.ofMillis(299));
    }

    @Test
    void an_empty_datagram_freezes_it_for_good() throws IOException {
        var battery = with(Fault.FREEZES_ON_EMPTY);
        assertThat(answered(battery, 1, Duration.ofSeconds(5))).isEqualTo(1);
        client.send(battery, "");
        await().until(() -> log().byMethod().containsKey("(empty)"));
        assertThat(answered(battery, 1, Duration.ofDays(3))).isZero();
        assertThat(answered(battery, 1, Duration.ZERO)).isZero();
        assertThat(log().hangs()).isEqualTo(1);
        assertThat(log().byMethod().get("(empty)")).isEqualTo(1);
    }

    @Test
    void the_request_comes_back_before_the_reply() throws IOException {
        var battery = with(Fault.ECHOES);
        client.call(battery, "ES.GetMode", NOTHING);
        assertThat(client.receiveText()).startsWith("{\"id\":1,\"method\":\"ES.GetMode\"");
        assertThat(client.receiveText()).contains("\"result\"");
    }

    @Test
    void unknown_methods_are_met_with_silence() throws IOException {
        var battery = with(Fault.SILENT_ON_UNKNOWN);
        client.call(battery, "PV.GetStatus", NOTHING);
        assertThat(client.receiveAll()).isEmpty();
        assertThat(answered(battery, 1, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void now_and_then_it_is_busy() throws IOException {
        var battery = with(Fault.BUSY_ERRORS);
        for (int n = 0; n < 100; n++) {
            client.call(battery, "ES.GetMode", NOTHING);
        }
        var all = client.receive(100);
        assertThat(
                        all.stream()
                                .filter(
                                        text ->
                                                text.contains("403")
                                                        && text.startsWith("{\n\t\"id\":\t0")))
                .hasSizeBetween(8, 34);
    }

    @Test
    void the_api_goes_off_after_ten_minutes() throws IOException {
        var battery = with(Fault.API_OFF);
        assertThat(answered(battery, 10, Duration.ofMinutes(1))).isEqualTo(10);
        time.advance(Duration.ofSeconds(1));
        assertThat(answered(battery, 2, Duration.ofHours(1))).isZero();
    }

    @Test
    void asked_often_it_loses_its_meter_and_stops_regulating() throws IOException {
        var battery = with(Fault.LOSES_CT);
        for (int n = 0; n < 20; n++) {
            assertThat(result(battery, "EM.GetStatus").path("ct_state").asInt()).isEqualTo(1);
            time.advance(Duration.ofSeconds(8));
        }
        for (int n = 0; n < 12; n++) {
            client.ask(battery, "EM.GetStatus");
            time.advance(Duration.ofSeconds(2));
        }
        var meter = result(battery, "EM.GetStatus");
        assertThat(meter.path("ct_state").asInt()).isZero();
        assertThat(meter.path("total_power").asInt()).isZero();
        time.advance(Duration.ofSeconds(70));
        assertThat(result(battery, "ES.GetStatus").path("ongrid_power").asInt()).isZero();
        time.advance(Duration.ofSeconds(181));
        assertThat(result(battery, "EM.GetStatus").path("ct_state").asInt()).isEqualTo(1);
    }

    @Test
    void counters_stand_still() throws IOException {
        var battery = with(Fault.FROZEN_COUNTERS);
        client.setMode(battery, CHARGE);
        var before = result(battery, "ES.GetStatus");
        time.advance(Duration.ofHours(1));
        var after = result(battery, "ES.GetStatus");
        assertThat(after.path("total_grid_input_energy"))
                .isEqualTo(before.path("total_grid_input_energy"));
        assertThat(after.path("ongrid_power").asInt()).isEqualTo(-900);
    }

    @Test
    void counters_drop_to_zero_and_come_back() throws IOException {
        var battery = with(Fault.COUNTER_RESETS);
        int zeros = 0;
        for (int n = 0; n < 100; n++) {
            int total = result(battery, "ES.GetStatus").path("total_grid_input_energy").asInt();
            zeros += total == 0 ? 1 : 0;
            assertThat(total == 0 || total > 100_000).isTrue();
        }
        assertThat(zeros).isBetween(5, 30);
    }

    @Test
    void the_bms_is_not_heard_now_and_then() throws IOException {
        var battery = with(Fault.BMS_SILENT);
        int silent = 0;
        for (int n = 0; n < 100; n++) {
            var bat = result(battery, "Bat.GetStatus");
            boolean void_ = bat.path("rated_capacity").asDouble() == 0;
            assertThat(bat.path("soc").asInt() == 0).isEqualTo(void_);
            silent += void_ ? 1 : 0;
        }
        assertThat(silent).isBetween(8, 34);
    }

    @Test
    void powers_are_unsigned_and_modes_numbers() throws IOException {
        var battery = with(Fault.UNSIGNED_POWER, Fault.NUMERIC_MODES);
        client.setMode(battery, CHARGE);
        time.advance(Duration.ofMinutes(1));
        var mode = result(battery, "ES.GetMode");
        assertThat(mode.path("ongrid_power").asInt()).isEqualTo(65_536 - 900);
        assertThat(mode.path("mode").isInt()).isTrue();
        assertThat(mode.path("mode").asInt()).isEqualTo(3);
    }

    @Test
    void it_bears_another_mac() throws IOException {
        var reply = client.ask(with(Fault.WRONG_MAC), "Marstek.GetDevice");
        assertThat(reply.path("src").asText())
                .startsWith("VenusE 3.0-")
                .doesNotEndWith("02005e000012");
        assertThat(reply.path("src").asText())
                .endsWith(reply.path("result").path("ble_mac").asText());
    }

    @Test
    void only_broadcasts_are_answered() throws IOException {
        var battery = with(Fault.BROADCAST_ONLY);
        assertThat(answered(battery, 1, Duration.ZERO)).isZero();
        var everybody =
                new InetSocketAddress(InetAddress.ofLiteral("127.255.255.255"), battery.getPort());
        client.call(everybody, "ES.GetMode", NOTHING);
        var reply = client.receive();
        assertThat(reply.getSocketAddress()).isEqualTo(battery);
    }

    @Test
    void the_first_two_writes_are_lost() throws IOException {
        var battery = with(Fault.LOSES_WRITES);
        var params = "{\"id\":0,\"config\":" + CHARGE + "}";
        client.call(battery, "ES.SetMode", params);
        client.call(battery, "ES.SetMode", params);
        assertThat(client.receiveAll()).isEmpty();
        assertThat(fleets.getLast().truth(Fleets.MAC).values().mode())
                .isEqualTo(OperatingMode.AUTO);
        assertThat(client.setMode(battery, CHARGE).path("set_result").asBoolean()).isTrue();
        assertThat(fleets.getLast().truth(Fleets.MAC).values().mode())
                .isEqualTo(OperatingMode.PASSIVE);
        assertThat(log().writes()).hasSize(3);
    }

    @Test
    void writes_are_acknowledged_and_ignored() throws IOException {
        var battery = with(Fault.IGNORES_WRITES);
        assertThat(client.setMode(battery, CHARGE).path("set_result").asBoolean()).isTrue();
        assertThat(result(battery, "ES.GetMode").path("mode").asText()).isEqualTo("Auto");
    }

    @Test
    void passive_is_left_after_ten_minutes() throws IOException {
        var battery = with(Fault.DROPS_PASSIVE);
        client.setMode(battery, CHARGE);
        time.advance(Duration.ofSeconds(590));
        assertThat(result(battery, "ES.GetMode").path("mode").asText()).isEqualTo("Passive");
        time.advance(Duration.ofSeconds(20));
        assertThat(result(battery, "ES.GetMode").path("mode").asText()).isEqualTo("Auto");
    }

    @Test
    void ordered_power_comes_out_reversed() throws IOException {
        var battery = with(Fault.REVERSES_POWER);
        client.setMode(battery, CHARGE);
        time.advance(Duration.ofMinutes(1));
        assertThat(fleets.getLast().truth(Fleets.MAC).values().number(Quantity.ONGRID_POWER_W))
                .isEqualTo(900.0);
    }

    private boolean accepted(InetSocketAddress battery, String config) throws IOException {
        return client.setMode(battery, config).path("set_result").asBoolean();
    }

    private @Nullable OperatingMode trueMode() {
        return fleets.getLast().truth(Fleets.MAC).values().mode();
    }

    private String toldMode(InetSocketAddress battery) throws IOException {
        return result(battery, "ES.GetMode").path("mode").asText();
    }

    private void write(InetSocketAddress battery, String config) throws IOException {
        int before = log().writes().size();
        client.call(battery, "ES.SetMode", "{\"id\":0,\"config\":" + config + "}");
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> log().writes().size() > before);
    }

    @Test
    void writes_are_obeyed_and_answered_too_late() throws Exception {
        var battery = with(Fault.LATE_WRITES);
        write(battery, CHARGE);
        assertThat(client.receiveAll()).isEmpty();
        assertThat(trueMode()).isEqualTo(OperatingMode.PASSIVE);
        time.awaitWaiting(1);
        time.advance(Duration.ofSeconds(15));
        assertThat(client.receive().getLength()).isPositive();
    }

    @Test
    void writes_are_refused_or_obeyed_and_denied() throws IOException {
        assertThat(accepted(with(Fault.REFUSES_WRITES), CHARGE)).isFalse();
        assertThat(trueMode()).isEqualTo(OperatingMode.AUTO);
        assertThat(accepted(with(Fault.DENIES_WRITES), CHARGE)).isFalse();
        assertThat(trueMode()).isEqualTo(OperatingMode.PASSIVE);
    }

    @Test
    void it_dies_at_a_write() throws IOException {
        var battery = with(Fault.DIES_ON_WRITE);
        assertThat(toldMode(battery)).isEqualTo("Auto");
        write(battery, CHARGE);
        time.advance(Duration.ofHours(1));
        assertThat(answered(battery, 1, Duration.ZERO)).isZero();
        assertThat(trueMode()).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void it_restarts_at_its_first_write() throws IOException {
        var battery = with(Fault.REBOOTS_ON_WRITE);
        write(battery, CHARGE);
        time.advance(Duration.ofSeconds(29));
        assertThat(answered(battery, 1, Duration.ZERO)).isZero();
        time.advance(Duration.ofSeconds(1));
        assertThat(toldMode(battery)).isEqualTo("Auto");
        assertThat(accepted(battery, CHARGE)).isTrue();
        assertThat(toldMode(battery)).isEqualTo("Passive");
    }

    @Test
    void it_tells_the_old_mode_for_a_while() throws IOException {
        var battery = with(Fault.TELLS_OLD_MODE);
        assertThat(accepted(battery, CHARGE)).isTrue();
        time.advance(Duration.ofSeconds(11));
        assertThat(toldMode(battery)).isEqualTo("Auto");
        time.advance(Duration.ofSeconds(1));
        assertThat(toldMode(battery)).isEqualTo("Passive");
    }

    @Test
    void the_first_passive_sets_the_mode_only() throws IOException {
        var battery = with(Fault.PASSIVE_MODE_ONLY);
        for (int power : new int[] {0, -900}) {
            assertThat(accepted(battery, CHARGE)).isTrue();
            time.advance(Duration.ofMinutes(1));
            var mode = result(battery, "ES.GetMode");
            assertThat(mode.path("mode").asText()).isEqualTo("Passive");
            assertThat(mode.path("ongrid_power").asInt()).isEqualTo(power);
        }
    }
}
