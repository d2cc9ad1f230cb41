package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;

/** Sockets, ports, names and the end of a network, over real sockets. */
class NetworkTest {
    private final Lan lan;

    NetworkTest() throws IOException {
        lan = new Lan();
    }

    @AfterEach
    void close() {
        lan.close();
        assertThat(threadsOf(lan.port)).isEmpty();
    }

    private static List<String> threadsOf(int port) {
        return Lan.udpThreads().stream().filter(name -> name.endsWith("-" + port)).toList();
    }

    private Discovery at(int... hosts) {
        var targets = new ArrayList<InetAddress>();
        for (int host : hosts) {
            targets.add(lan.address(host).getAddress());
        }
        return new Discovery(targets, Set.of(lan.port), Duration.ofSeconds(3));
    }

    @Test
    void requests_leave_from_the_batterys_own_port() throws Exception {
        var battery =
                lan.battery(2, Lan.MAC)
                        .does(
                                (self, request) -> {
                                    if (request.from().getPort() == self.port()) {
                                        self.answer(request);
                                    }
                                });
        var line = lan.line(2);
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
        assertThat(line.state().ephemeralPort()).isFalse();
        assertThat(battery.heard()).hasSize(1);
    }

    @Test
    void batteries_on_one_port_share_a_socket_and_are_told_apart() throws Exception {
        lan.battery(2, Lan.MAC);
        lan.battery(3, Lan.OTHER_MAC);
        var first = lan.line(2);
        var second = lan.line(3);
        assertThat(first.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
        assertThat(second.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
        assertThat(first.state().mac()).contains(new Mac(Lan.MAC));
        assertThat(second.state().mac()).contains(new Mac(Lan.OTHER_MAC));
        assertThat(threadsOf(lan.port)).hasSize(1);
    }

    @Test
    void a_taken_port_is_replaced_by_any_other() throws Exception {
        try (var taken = new ScriptedBattery("127.0.0.1", lan.port, Lan.MAC)) {
            var line = lan.line(1);
            assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
            assertThat(line.state().ephemeralPort()).isTrue();
            assertThat(taken.heard().getFirst().from().getPort()).isNotEqualTo(lan.port);
        }
    }

    @Test
    void a_battery_that_hears_only_broadcasts_is_asked_by_broadcast() throws Exception {
        var battery = lan.battery(2, Lan.MAC).does((_, _) -> {});
        try (var ear = new ScriptedBattery("127.255.255.255", lan.port, Lan.MAC)) {
            ear.does((_, request) -> battery.answer(request));
            var base = lan.settings(2);
            var line =
                    lan.network.line(
                            new LineSettings(
                                    base.id(),
                                    base.host(),
                                    base.port(),
                                    base.mac(),
                                    base.known(),
                                    base.gap(),
                                    base.longestTimeOut(),
                                    true));
            assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
            assertThat(line.state().address()).contains(lan.address(2));
            assertThat(battery.heard()).isEmpty();
        }
    }

    @Test
    void what_has_no_address_is_not_asked_and_says_why() throws Exception {
        var base = lan.settings(2);
        var byMac =
                lan.network.line(
                        new LineSettings(
                                "lost",
                                Optional.empty(),
                                base.port(),
                                Optional.of(new Mac(Lan.MAC)),
                                base.known(),
                                base.gap(),
                                base.longestTimeOut(),
                                false));
        assertThat(byMac.ask(Query.MODE))
                .isInstanceOfSatisfying(
                        Reply.NotSent.class, reply -> assertThat(reply.why()).contains("address"));
        var byName =
                lan.network.line(
                        new LineSettings(
                                "named",
                                Optional.of("no-such-host.invalid"),
                                base.port(),
                                Optional.empty(),
                                base.known(),
                                base.gap(),
                                base.longestTimeOut(),
                                false));
        assertThat(byName.ask(Query.MODE))
                .isInstanceOfSatisfying(
                        Reply.NotSent.class,
                        reply -> assertThat(reply.why()).contains("no-such-host.invalid"));

        lan.battery(2, Lan.MAC);
        byMac.moveTo(lan.address(2));
        assertThat(byMac.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void a_host_name_is_looked_up() throws Exception {
        lan.battery(1, Lan.MAC);
        var base = lan.settings(1);
        var line =
                lan.network.line(
                        new LineSettings(
                                "named",
                                Optional.of("localhost"),
                                base.port(),
                                Optional.empty(),
                                base.known(),
                                base.gap(),
                                base.longestTimeOut(),
                                false));
        assertThat(line.state().address()).isEmpty();
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
        assertThat(line.state().address()).contains(lan.address(1));
    }

    @Test
    void closing_ends_calls_in_flight_at_once() throws Exception {
        var battery = lan.battery(2, Lan.MAC).does((_, _) -> {});
        var line = lan.line(2);
        var ends = new CopyOnWriteArrayList<Object>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            callers.add(caller(() -> ends.add(line.ask(Query.MODE)), ends));
        }
        callers.add(caller(() -> ends.add(lan.network.discover(at(3), _ -> {})), ends));
        await().until(() -> battery.heard().size() == 1);

        long began = System.nanoTime();
        lan.network.close();
        for (var thread : callers) {
            thread.join(1000);
            assertThat(thread.isAlive()).isFalse();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        assertThat(ends).noneMatch(Reply.Answered.class::isInstance);
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.NotSent.class);
        assertThat(threadsOf(lan.port)).isEmpty();
        lan.network.close();
    }

    @Test
    void a_new_line_of_a_battery_ends_the_calls_on_the_former() throws Exception {
        var battery = lan.battery(2, Lan.MAC).does((_, _) -> {});
        var former = lan.line(2);
        var ends = new CopyOnWriteArrayList<Object>();
        var asking = caller(() -> ends.add(former.ask(Query.MODE)), ends);
        await().until(() -> battery.heard().size() == 1);
        battery.does(ScriptedBattery::answer);

        var line = lan.line(2);

        asking.join(1000);
        assertThat(ends).singleElement().isInstanceOf(Reply.Lost.class);
        assertThat(former.ask(Query.MODE)).isInstanceOf(Reply.NotSent.class);
        assertThat(line.ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
        assertThat(line.state().mac()).contains(new Mac(Lan.MAC));
    }

    @Test
    void an_interrupted_caller_does_not_close_the_socket_under_the_others() throws Exception {
        var battery = lan.battery(2, Lan.MAC).does((_, _) -> {});
        lan.battery(3, Lan.OTHER_MAC);
        var line = lan.line(2);
        var ends = new CopyOnWriteArrayList<Object>();
        var asking = caller(() -> ends.add(line.ask(Query.MODE)), ends);
        await().until(() -> battery.heard().size() == 1);
        asking.interrupt();
        asking.join(1000);
        assertThat(ends).singleElement().isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lan.line(3).ask(Query.MODE))
                .isInstanceOf(InterruptedException.class);
        assertThat(lan.line(3).ask(Query.MODE)).isInstanceOf(Reply.Answered.class);
    }

    @Test
    void random_datagrams_never_stop_a_socket() throws Exception {
        long seed = System.nanoTime();
        System.err.println("NetworkTest seed " + seed);
        var random = new Random(seed);
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            for (int i = 0; i < 30; i++) {
                                var bytes = new byte[random.nextInt(400)];
                                random.nextBytes(bytes);
                                self.say(bytes, request.from());
                                self.say(
                                        ScriptedBattery.reply(
                                                random.nextInt(1 << 17),
                                                "02005e0000ff",
                                                "" + OddRepliesTest.oddValue(random)),
                                        request.from());
                                self.say("[".repeat(random.nextInt(3000)), request.from());
                            }
                            self.answer(request);
                        });
        var line =
                lan.network.line(
                        Lan.with(
                                lan.settings(2),
                                Optional.of(new Mac(Lan.MAC)),
                                Duration.ofSeconds(60)));
        for (int i = 0; i < 3; i++) {
            assertThat(answer(line))
                    .as("seed %d", seed)
                    .isInstanceOfSatisfying(
                            Reply.Answered.class,
                            reply ->
                                    assertThat(reply.observation().number(Quantity.SOC_PCT))
                                            .isEqualTo(57));
        }
        assertThat(line.state().counts().garbage()).isGreaterThan(50);
    }

    /**
     * On a busy machine the sped-up time-out may pass; a socket that stopped never answers again.
     */
    private static Reply answer(BatteryLine line) throws InterruptedException {
        Reply reply = line.ask(Query.POWER);
        for (int again = 0; again < 10 && reply instanceof Reply.Lost; again++) {
            reply = line.ask(Query.POWER);
        }
        return reply;
    }

    @Test
    void a_bind_address_that_is_none_is_refused() {
        assertThatThrownBy(() -> MarstekNetwork.open(Optional.of("::1"), lan.time, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("::1");
    }

    private interface Call {
        void run() throws InterruptedException;
    }

    private static Thread caller(Call call, List<Object> ends) {
        return Thread.ofPlatform()
                .name("caller")
                .daemon()
                .start(
                        () -> {
                            try {
                                call.run();
                            } catch (InterruptedException stopped) {
                                ends.add(stopped);
                            }
                        });
    }
}
