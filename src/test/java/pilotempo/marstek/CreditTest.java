package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pilotempo.marstek.Lan.answered;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;

/** Which datagram answers which request, over real sockets. */
class CreditTest {
    private final Lan lan;

    CreditTest() throws IOException {
        lan = new Lan();
    }

    @AfterEach
    void close() {
        lan.close();
    }

    @Test
    void an_answer_is_normalised_and_pins_the_mac_at_first_contact() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.line(2);
        assertThat(line.state().macSeen()).isFalse();

        var reply = answered(line.ask(Query.POWER));

        assertThat(reply.observation().number(Quantity.SOC_PCT)).isEqualTo(57);
        assertThat(reply.raw()).contains("\t\"bat_soc\"".strip());
        assertThat(reply.at()).isBetween(lan.time.now().minusSeconds(5), lan.time.now());
        assertThat(line.state().mac()).contains(new Mac(Lan.MAC));
        assertThat(line.state().macSeen()).isTrue();
        assertThat(line.state().counts()).isEqualTo(new LineCounts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(battery.heard().getFirst().text())
                .matches("\\{\"id\":\\d+,\"method\":\"ES.GetStatus\",\"params\":\\{\"id\":0}}");
        assertThat(battery.heard().getFirst().id()).isBetween(1, 65535);
    }

    @Test
    void a_late_reply_is_never_credited_to_the_next_request() throws Exception {
        var late = new AtomicInteger();
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            if (!late.compareAndSet(0, request.id())) {
                                self.say(
                                        ScriptedBattery.reply(
                                                late.get(), Lan.MAC, "{\"bat_soc\":1}"),
                                        request.from());
                                self.answer(request);
                            }
                        });
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        assertThat(line.ask(Query.POWER)).isInstanceOf(Reply.Lost.class);
        assertThat(answered(line.ask(Query.POWER)).observation().number(Quantity.SOC_PCT))
                .isEqualTo(57);
        assertThat(line.state().counts().late()).isEqualTo(1);
        assertThat(line.state().counts().answered()).isEqualTo(1);
    }

    @Test
    void doubled_foreign_and_unreadable_datagrams_are_counted_and_dropped() throws Exception {
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            var to = request.from();
                            self.say(request.text(), to); // an echo
                            self.say("{\"id\":1,\"res", to);
                            self.say(new byte[0], to);
                            self.say("x".repeat(60_000), to);
                            self.say(
                                    "{\"id\":0,\"src\":\"VenusE 3.0-02005e000001\",\"error\":"
                                            + "{\"code\":-32700,\"message\":\"Parse error\"}}",
                                    to);
                            int never = request.id() > 60_000 ? 1 : request.id() + 4000;
                            self.say(ScriptedBattery.reply(never, Lan.MAC, "{\"bat_soc\":2}"), to);
                            self.answer(request);
                            self.answer(request);
                        });
        var line = lan.line(2);
        assertThat(answered(line.ask(Query.POWER)).observation().number(Quantity.SOC_PCT))
                .isEqualTo(57);
        await().untilAsserted(
                        () ->
                                assertThat(line.state().counts())
                                        .isEqualTo(new LineCounts(1, 1, 0, 1, 1, 4, 0, 0)));
    }

    @Test
    void another_batterys_mac_is_a_stranger_and_the_wait_goes_on() throws Exception {
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            self.say(
                                    ScriptedBattery.reply(
                                            request.id(), Lan.OTHER_MAC, "{\"bat_soc\":3}"),
                                    request.from());
                            if (request.method().equals("ES.GetStatus")) {
                                self.answer(request);
                            }
                        });
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Lost.class);
        assertThat(line.state().strangerMac()).contains(new Mac(Lan.OTHER_MAC));
        assertThat(line.state().macSeen()).isFalse();
        assertThat(answered(line.ask(Query.POWER)).observation().number(Quantity.SOC_PCT))
                .isEqualTo(57);
        assertThat(line.state().strangerMac()).isEmpty();
        assertThat(line.state().counts().strangers()).isEqualTo(2);
    }

    @Test
    void the_mac_of_one_line_is_not_pinned_on_another() throws Exception {
        lan.battery(2, Lan.MAC);
        lan.battery(3, Lan.MAC);
        var first = lan.line(2);
        answered(first.ask(Query.MODE));
        var second =
                lan.network.line(
                        Lan.with(lan.settings(3), Optional.empty(), Duration.ofSeconds(2)));
        assertThat(second.ask(Query.MODE)).isInstanceOf(Reply.Lost.class);
        assertThat(second.state().mac()).isEmpty();
        assertThat(second.state().strangerMac()).contains(new Mac(Lan.MAC));
    }

    @Test
    void a_battery_is_not_asked_by_the_line_of_another_that_was_there_before() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var there = lan.line(2);
        var gone = lan.network.line(lan.pinned(3, Lan.OTHER_MAC));
        Lan.answered(there.ask(Query.MODE));
        gone.moveTo(lan.address(2)); // as if it had had that address until today

        assertThat(gone.ask(Query.MODE)).isInstanceOf(Reply.NotSent.class);
        assertThat(gone.state().strangerMac()).contains(new Mac(Lan.MAC));
        assertThat(battery.heard()).hasSize(1);
    }

    @Test
    void where_a_stranger_answered_nothing_is_written_until_the_right_battery_has()
            throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.line(2);
        Lan.answered(line.ask(Query.MODE));
        battery.does(
                (self, request) ->
                        self.say(
                                ScriptedBattery.reply(
                                        request.id(), Lan.OTHER_MAC, self.result(request)),
                                request.from()));
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Lost.class);
        assertThat(line.state().macSeen()).isFalse();
    }

    @Test
    void an_answer_from_another_address_is_not_credited() throws Exception {
        var imposter = lan.battery(3, Lan.MAC);
        lan.battery(2, Lan.MAC)
                .does(
                        (_, request) ->
                                imposter.say(
                                        ScriptedBattery.reply(
                                                request.id(), Lan.MAC, "{\"bat_soc\":4}"),
                                        request.from()));
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        assertThat(line.ask(Query.POWER)).isInstanceOf(Reply.Lost.class);
        assertThat(line.state().counts().answered()).isZero();
    }

    @Test
    void from_another_port_of_the_address_the_mac_decides() throws Exception {
        try (var sidePort = new ScriptedBattery("127.0.0.2", 0, Lan.MAC)) {
            var battery = lan.battery(2, Lan.MAC).does((_, request) -> sidePort.answer(request));
            var line = lan.network.line(lan.pinned(2, Lan.MAC));
            answered(line.ask(Query.MODE));

            battery.does(
                    (_, request) ->
                            sidePort.say(
                                    ScriptedBattery.reply(request.id(), Lan.MAC, "{}")
                                            .replaceAll("\"src\":.*\n", "\n"),
                                    request.from()));
            assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Lost.class);
        }
    }

    @Test
    void a_reply_without_source_counts_from_the_very_address() throws Exception {
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) ->
                                self.say(
                                        "{\"id\":\"%d\",\"result\":{\"bat_soc\":\"12\"}}"
                                                .formatted(request.id()),
                                        request.from()));
        var line = lan.line(2);
        assertThat(answered(line.ask(Query.MODE)).observation().number(Quantity.SOC_PCT))
                .isEqualTo(12);
        assertThat(line.state().macSeen()).isFalse();
    }
}
