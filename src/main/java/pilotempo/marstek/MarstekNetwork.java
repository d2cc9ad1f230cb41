package pilotempo.marstek;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Time;

/**
 * Marstek's local API over UDP: one socket for each API port, bound to that port and shared by all
 * batteries on it. Thread-safe. Its threads are one {@code marstek-udp-PORT} a socket.
 */
public final class MarstekNetwork implements BatteryNetwork {
    private final Time time;
    private final InetAddress local;
    private final Ports ports;
    private final Discoverer discoverer;
    private final Directory directory = new Directory();
    private final List<UdpLine> lines = new CopyOnWriteArrayList<>();

    private MarstekNetwork(InetAddress local, Time time, RandomGenerator random) {
        this.local = local;
        this.time = time;
        ports = new Ports(local, time, random, port -> new Router(() -> linesOn(port)));
        discoverer = new Discoverer(ports, time, this::linesOn);
    }

    /**
     * Opens the network; sockets come with the first request on their port.
     *
     * @param bind local IPv4 address to bind; absent = any
     * @param time clocks and waiting
     * @param random where the request ids start
     * @throws IllegalArgumentException if {@code bind} is no IPv4 address
     */
    public static MarstekNetwork open(Optional<String> bind, Time time, RandomGenerator random) {
        return new MarstekNetwork(local(bind.orElse("0.0.0.0")), time, random);
    }

    private static InetAddress local(String bind) {
        try {
            if (InetAddress.getByName(bind.strip()) instanceof Inet4Address address) {
                return address;
            }
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("no address to bind: " + bind, unknown);
        }
        throw new IllegalArgumentException("not an IPv4 address to bind: " + bind);
    }

    @Override
    public synchronized BatteryLine line(LineSettings settings) {
        lines.stream().filter(line -> line.id().equals(settings.id())).forEach(this::retire);
        var line = new UdpLine(settings, directory, time);
        line.state().mac().ifPresent(mac -> directory.claim(mac, line.id()));
        lines.add(line);
        return line;
    }

    /** A battery has one line: a new one ends the calls that wait on the former. */
    private void retire(UdpLine line) {
        line.close();
        directory.release(line.id());
        lines.remove(line);
    }

    private List<UdpLine> linesOn(int port) {
        return lines.stream().filter(line -> line.port() == port).toList();
    }

    @Override
    public List<FoundDevice> discover(Discovery wanted, Consumer<FoundDevice> eachAsItAnswers)
            throws InterruptedException {
        var known = lines.stream().map(UdpLine::port).toList();
        return discoverer.discover(wanted, known, local, eachAsItAnswers);
    }

    @Override
    public void close() {
        lines.forEach(UdpLine::close);
        discoverer.close();
        ports.close();
    }

    private final class Directory implements Neighbours {
        private final Map<Mac, String> owners = new ConcurrentHashMap<>();

        @Override
        public boolean claim(Mac mac, String line) {
            return line.equals(owners.computeIfAbsent(mac, _ -> line));
        }

        void release(String line) {
            owners.values().removeIf(line::equals);
        }

        @Override
        public Optional<Mac> holder(InetSocketAddress address, String line) {
            return lines.stream()
                    .filter(other -> !other.id().equals(line))
                    .map(UdpLine::state)
                    .filter(state -> state.macSeen())
                    .filter(state -> state.address().filter(address::equals).isPresent())
                    .flatMap(state -> state.mac().stream())
                    .findFirst();
        }

        @Override
        public boolean shared(InetAddress address, String line) {
            return lines.stream()
                    .filter(other -> !other.id().equals(line))
                    .map(UdpLine::address)
                    .anyMatch(other -> other != null && address.equals(other.getAddress()));
        }

        @Override
        public PortSocket socket(InetSocketAddress battery) throws IOException {
            return ports.ofLine(battery.getPort(), battery.getAddress().isLoopbackAddress());
        }
    }
}
