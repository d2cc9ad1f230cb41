package pilotempo.marstek;

import java.net.InetSocketAddress;
import pilotempo.battery.Device;

/** A battery that answered a discovery probe. */
public record FoundDevice(Device device, InetSocketAddress address) {}
