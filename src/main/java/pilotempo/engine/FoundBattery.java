package pilotempo.engine;

import java.util.Optional;
import pilotempo.battery.Device;

/**
 * A battery that answered a search.
 *
 * @param device what it says of itself
 * @param host its address
 * @param port its API port
 * @param knownAs the id it has in the settings, if it is there
 */
public record FoundBattery(Device device, String host, int port, Optional<String> knownAs) {}
