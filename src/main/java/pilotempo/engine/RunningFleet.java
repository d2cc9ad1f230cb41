package pilotempo.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.marstek.BatteryNetwork;
import pilotempo.marstek.Discovery;
import pilotempo.marstek.FoundDevice;
import pilotempo.marstek.MarstekNetwork;
import pilotempo.polling.PollingService;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/** The wire and the polling of one set of settings; replaced as a whole when they change. */
final class RunningFleet implements AutoCloseable {
    private final Settings settings;
    private final BatteryNetwork network;
    private final PollingService polling;
    private final List<InetAddress> broadcasts;

    private RunningFleet(
            Settings settings,
            BatteryNetwork network,
            PollingService polling,
            List<InetAddress> broadcasts) {
        this.settings = settings;
        this.network = network;
        this.polling = polling;
        this.broadcasts = broadcasts;
    }

    static RunningFleet open(
            Settings settings, LiveState live, History history, Time time, RandomGenerator random) {
        var network = MarstekNetwork.open(settings.poll().bind(), time, random);
        try {
            var broadcasts = broadcasts(settings.poll().bind());
            var polling = new PollingService(settings, network, live, history, broadcasts, time);
            return new RunningFleet(settings, network, polling, broadcasts);
        } catch (RuntimeException halfOpen) {
            network.close();
            throw halfOpen;
        }
    }

    PollingService polling() {
        return polling;
    }

    List<FoundBattery> discover(
            List<InetAddress> targets,
            Set<Integer> ports,
            Duration duration,
            Consumer<FoundBattery> each)
            throws InterruptedException {
        var wanted = new Discovery(targets.isEmpty() ? broadcasts : targets, ports, duration);
        return network.discover(wanted, found -> each.accept(named(found))).stream()
                .map(this::named)
                .toList();
    }

    @Override
    public void close() {
        polling.close();
        network.close();
    }

    private FoundBattery named(FoundDevice found) {
        var address = found.address();
        return new FoundBattery(
                found.device(),
                address.getAddress().getHostAddress(),
                address.getPort(),
                knownAs(
                        found.device().mac(),
                        address.getAddress().getHostAddress(),
                        address.getPort()));
    }

    private Optional<String> knownAs(Mac mac, String host, int port) {
        return settings.batteries().stream()
                .filter(
                        battery ->
                                battery.mac()
                                        .map(mac::equals)
                                        .orElse(
                                                battery.host().filter(host::equals).isPresent()
                                                        && battery.port() == port))
                .map(BatterySettings::id)
                .findFirst();
    }

    /** Bound to the loopback, the only network to search is the loopback's. */
    private static List<InetAddress> broadcasts(Optional<String> bind) {
        try {
            return bind.isPresent() && InetAddress.getByName(bind.get()).isLoopbackAddress()
                    ? List.of(InetAddress.getByName("127.255.255.255"))
                    : List.of();
        } catch (UnknownHostException said_when_binding) {
            return List.of();
        }
    }

    /** Ports of the configured batteries, for a search that names none. */
    static Set<Integer> ports(Settings settings) {
        return settings.batteries().stream().map(BatterySettings::port).collect(Collectors.toSet());
    }
}
