package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.FastTime;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.Time;

/** A network at 127.0.0.1 and batteries at 127.0.0.2 and on, all on one port, in fast time. */
final class Lan implements AutoCloseable {
    static final int FASTER = 10;
    static final Duration GAP = Duration.ofMillis(400);
    static final Duration CALM_GAP = Duration.ofMillis(1500);
    static final String MAC = "02005e000001";
    static final String OTHER_MAC = "02005e000002";

    /** The first exchange of a JVM loads classes for longer than a time-out in fast time. */
    private static final boolean WARM = warmUp();

    private final Lifecycle parts = new Lifecycle();
    final Time time = FastTime.by(FASTER, Instant.parse("2026-11-25T05:00:00Z"));
    final int port;
    final MarstekNetwork network;

    Lan() throws IOException {
        assertThat(WARM).isTrue();
        port = ScriptedBattery.freePort();
        network =
                parts.own(
                        MarstekNetwork.open(
                                Optional.of("127.0.0.1"), time, new Random(System.nanoTime())));
    }

    private static boolean warmUp() {
        try (var network =
                        MarstekNetwork.open(
                                Optional.of("127.0.0.1"), Time.system(), new Random(1));
                var battery = new ScriptedBattery("127.0.0.2", 0, MAC)) {
            var line =
                    network.line(
                            new LineSettings(
                                    "warm-up",
                                    Optional.of("127.0.0.2"),
                                    battery.port(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(Duration.ofMillis(200)),
                                    Duration.ofSeconds(10),
                                    false));
            return line.ask(Query.POWER) instanceof Reply.Answered;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ScriptedBattery battery(int host, String mac) {
        return parts.own(new ScriptedBattery("127.0.0." + host, port, mac));
    }

    BatteryLine line(int host) {
        return network.line(settings(host));
    }

    LineSettings settings(int host) {
        return new LineSettings(
                "battery" + host,
                Optional.of("127.0.0." + host),
                port,
                Optional.empty(),
                Optional.empty(),
                Optional.of(GAP),
                Duration.ofSeconds(10),
                false);
    }

    LineSettings calm(int host) {
        var base = settings(host);
        return new LineSettings(
                base.id(),
                base.host(),
                base.port(),
                base.mac(),
                base.known(),
                Optional.of(CALM_GAP),
                base.longestTimeOut(),
                false);
    }

    LineSettings pinned(int host, String mac) {
        return with(settings(host), Optional.of(new Mac(mac)), Duration.ofSeconds(5));
    }

    static LineSettings with(LineSettings base, Optional<Mac> mac, Duration timeOut) {
        return new LineSettings(
                base.id(),
                base.host(),
                base.port(),
                mac,
                base.known(),
                base.gap(),
                timeOut,
                base.broadcast());
    }

    InetSocketAddress address(int host) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0." + host), port);
    }

    static Reply.Answered answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return (Reply.Answered) reply;
    }

    static List<String> udpThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("marstek-"))
                .toList();
    }

    @Override
    public void close() {
        parts.close();
    }
}
