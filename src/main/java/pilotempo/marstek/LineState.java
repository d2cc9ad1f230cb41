package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;

/**
 * The present state of a line; an immutable snapshot.
 *
 * @param address where the battery is asked; absent while not found or not resolved
 * @param mac pinned identity, from the settings or from first contact
 * @param macSeen whether that MAC answered from this address in this run
 * @param strangerMac the MAC that answered instead of the pinned one, if that was the last to
 *     answer
 * @param device what the device said of itself, now or in an earlier run
 * @param gap the quiet in force
 * @param timeOut the time-out in force
 * @param ephemeralPort whether the API port was taken on this machine, so that an arbitrary local
 *     port is used
 * @param counts what happened on the line since the start
 */
public record LineState(
        Optional<InetSocketAddress> address,
        Optional<Mac> mac,
        boolean macSeen,
        Optional<Mac> strangerMac,
        Optional<Device> device,
        Duration gap,
        Duration timeOut,
        boolean ephemeralPort,
        LineCounts counts) {}
