package pilotempo.marstek.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A plain UDP client on loopback. */
final class Client implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MS = 2000;
    private static final int SILENCE_MS = 80;

    private final DatagramSocket socket;
    private int lastId;

    Client() throws IOException {
        this(0);
    }

    Client(int port) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    Client(InetSocketAddress address) throws IOException {
        socket = new DatagramSocket(address);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void send(InetSocketAddress to, String text) throws IOException {
        var data = text.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(data, data.length, to));
    }

    /** Sends a call and gives its id. */
    int call(InetSocketAddress to, String method, String params) throws IOException {
        lastId++;
        send(to, "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(lastId, method, params));
        return lastId;
    }

    /** Asks and waits for the reply. */
    JsonNode ask(InetSocketAddress to, String method) throws IOException {
        return ask(to, method, "{\"id\":0}");
    }

    JsonNode ask(InetSocketAddress to, String method, String params) throws IOException {
        int id = call(to, method, params);
        var reply = JSON.readTree(receiveText());
        if (reply.path("id").asInt() != id) {
            throw new AssertionError("not the reply to " + id + ": " + reply);
        }
        return reply;
    }

    JsonNode setMode(InetSocketAddress to, String config) throws IOException {
        return ask(to, "ES.SetMode", "{\"id\":0,\"config\":" + config + "}").path("result");
    }

    /** The next datagram. */
    DatagramPacket receive() throws IOException {
        return receiveWithin(PATIENCE_MS);
    }

    String receiveText() throws IOException {
        return text(receive());
    }

    /** So many datagrams. */
    List<String> receive(int datagrams) throws IOException {
        var all = new ArrayList<String>();
        while (all.size() < datagrams) {
            all.add(receiveText());
        }
        return all;
    }

    /** All that comes until nothing has come for a moment. */
    List<String> receiveAll() throws IOException {
        var all = new ArrayList<String>();
        while (true) {
            try {
                all.add(text(receiveWithin(SILENCE_MS)));
            } catch (SocketTimeoutException silence) {
                return all;
            }
        }
    }

    private DatagramPacket receiveWithin(int patienceMs) throws IOException {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.setSoTimeout(patienceMs);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        socket.close();
    }
}
