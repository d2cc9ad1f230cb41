package pilotempo.marstek.simulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;

/** Small fleets on free ports of loopback that reply at once. */
final class Fleets {
    static final Mac MAC = new Mac("02005e000012");

    private Fleets() {}

    static FleetPlan of(String model, int firmware, Fault... faults) {
        return at(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                model,
                firmware,
                faults);
    }

    static FleetPlan at(InetSocketAddress address, String model, int firmware, Fault... faults) {
        return new FleetPlan(
                        List.of(
                                new FleetPlan.Battery(
                                        new Device(MAC, model, firmware),
                                        address,
                                        5120,
                                        55,
                                        Set.of(faults))),
                        7)
                .withLatency(Duration.ZERO);
    }
}
