package pilotempo.marstek;

import java.time.Duration;
import java.util.Optional;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;

/**
 * One battery's line, as configured.
 *
 * @param id people's id of the battery, for logs and thread names
 * @param host name or address; absent = to be found by its MAC
 * @param port API port, 1 to 65535
 * @param mac pinned identity; absent = pinned at first contact
 * @param known what an earlier run learnt of the device
 * @param gap quiet between a reply or time-out and the next request; absent = by family and
 *     firmware (2 s; 5 s for HMG-50, for firmware below 150 and while the device is unknown)
 * @param longestTimeOut upper bound of the adaptive time-out, at least 2 s
 * @param broadcast ask through the interface's broadcast address: some firmware answers only that
 */
public record LineSettings(
        String id,
        Optional<String> host,
        int port,
        Optional<Mac> mac,
        Optional<Device> known,
        Optional<Duration> gap,
        Duration longestTimeOut,
        boolean broadcast) {}
