package pilotempo.marstek;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A UDP server that does to each request what a test tells it. */
final class ScriptedBattery implements AutoCloseable {
    /**
     * A request.
     *
     * @param nanos when it was taken, by {@link System#nanoTime()}
     */
    record Heard(JsonNode request, String text, InetSocketAddress from, long nanos) {
        int id() {
            return request.path("id").intValue();
        }

        String method() {
            return request.path("method").textValue();
        }
    }

    static final String SOURCE = "VenusE 3.0-";

    private final DatagramSocket socket;
    private final String mac;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Long> said = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile BiConsumer<ScriptedBattery, Heard> script = ScriptedBattery::answer;

    ScriptedBattery(String host, int port, String mac) {
        this.mac = mac;
        try {
            socket = new DatagramSocket(null);
            socket.setReuseAddress(false);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        thread = Thread.ofPlatform().name("scripted-" + mac).daemon().start(this::run);
    }

    /** A port that is free on the addresses that tests use. */
    static int freePort() throws IOException {
        try (var probe = new DatagramSocket(new InetSocketAddress("0.0.0.0", 0))) {
            return probe.getLocalPort();
        }
    }

    ScriptedBattery does(BiConsumer<ScriptedBattery, Heard> what) {
        script = what;
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    String mac() {
        return mac;
    }

    List<Heard> heard() {
        return heard;
    }

    /** When it said something, by {@link System#nanoTime()}, taken before sending. */
    List<Long> said() {
        return said;
    }

    /** Answers as it should. */
    void answer(Heard request) {
        say(reply(request.id(), mac, result(request)), request.from());
    }

    String result(Heard request) {
        return switch (request.method()) {
            case "Marstek.GetDevice" ->
                    "{\"device\":\"VenusE 3.0\",\"ver\":150,\"ble_mac\":\"" + mac + "\"}";
            case "ES.SetMode" -> "{\"id\":0,\"set_result\":true}";
            default -> "{\"id\":0,\"bat_soc\":57,\"bat_cap\":5120}";
        };
    }

    static String reply(int id, String mac, String result) {
        return "{\n\t\"id\":\t"
                + id
                + ",\n\t\"src\":\t\""
                + SOURCE
                + mac
                + "\",\n\t\"result\":\t"
                + result
                + "\n}";
    }

    void say(String text, InetSocketAddress to) {
        say(text.getBytes(UTF_8), to);
    }

    void say(byte[] bytes, InetSocketAddress to) {
        said.add(System.nanoTime());
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void run() {
        var packet = new DatagramPacket(new byte[65535], 65535);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            long now = System.nanoTime();
            var text = new String(packet.getData(), 0, packet.getLength(), UTF_8);
            try {
                var request =
                        new Heard(
                                Wire.JSON.readTree(text),
                                text,
                                (InetSocketAddress) packet.getSocketAddress(),
                                now);
                heard.add(request);
                script.accept(this, request);
            } catch (JsonProcessingException wrong) {
                throw new IllegalStateException(text, wrong);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join(1000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
