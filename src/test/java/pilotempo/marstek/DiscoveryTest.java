package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking for batteries, over real sockets. */
class DiscoveryTest {
    private final Lan lan;

    DiscoveryTest() throws IOException {
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
    void discovery_tells_each_battery_once_and_closes_its_socket() throws Exception {
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            self.say(request.text(), request.from());
                            self.answer(request);
                            self.answer(request);
                        });
        var second = lan.battery(3, Lan.OTHER_MAC);
        var told = new CopyOnWriteArrayList<FoundDevice>();

        var found = lan.network.discover(at(2, 3), told::add);

        assertThat(found)
                .isEqualTo(told)
                .extracting(device -> device.device().mac().hex(), FoundDevice::address)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Lan.MAC, lan.address(2)),
                        org.assertj.core.groups.Tuple.tuple(Lan.OTHER_MAC, lan.address(3)));
        assertThat(second.heard()).hasSize(2);
        assertThat(second.heard().getFirst().text())
                .contains("\"method\":\"Marstek.GetDevice\",\"params\":{\"ble_mac\":\"0\"}");
        assertThat(threadsOf(lan.port)).isEmpty();
    }

    @Test
    void lines_pause_for_a_probe_and_the_gap_holds() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        var polling =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < 12; i++) {
                                            line.ask(Query.MODE);
                                        }
                                    } catch (InterruptedException stopped) {
                                        Thread.currentThread().interrupt();
                                    }
                                });

        assertThat(lan.network.discover(at(2), _ -> {})).hasSize(1);
        polling.join();

        var heard = battery.heard();
        assertThat(heard).anyMatch(request -> request.method().equals("Marstek.GetDevice"));
        for (int i = 1; i < heard.size(); i++) {
            assertThat(Duration.ofNanos(heard.get(i).nanos() - battery.said().get(i - 1)))
                    .isGreaterThanOrEqualTo(Lan.GAP.dividedBy(Lan.FASTER));
        }
        assertThat(line.state().device()).isPresent();
        assertThat(line.state().counts().foreign()).isZero();
        assertThat(line.state().counts().sent()).isEqualTo(12);
    }

    @Test
    void a_battery_that_answers_from_another_port_is_found_at_the_port_that_was_probed()
            throws Exception {
        try (var mouth = new ScriptedBattery("127.0.0.2", 0, Lan.MAC)) {
            lan.battery(2, Lan.MAC).does((self, request) -> mouth.answer(request));

            assertThat(lan.network.discover(at(2), _ -> {}))
                    .extracting(FoundDevice::address)
                    .containsExactly(lan.address(2));
        }
    }
}
