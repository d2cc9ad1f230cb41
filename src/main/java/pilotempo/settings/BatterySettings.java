package pilotempo.settings;

import java.time.Duration;
import java.util.Optional;
import pilotempo.battery.Mac;

/**
 * One battery as people name it.
 *
 * @param id people's id, unique
 * @param name shown; the id where none is given
 * @param host name or address; absent = found by its MAC
 * @param port API port, 1 to 65535, default 30000
 * @param mac identity; absent = pinned at first contact
 * @param interval power interval of this battery alone; absent = the fleet's
 * @param slowInterval slow interval of this battery alone
 * @param gap gap of this battery alone
 * @param timeout longest time-out of this battery alone
 * @param retries repeats of this battery alone
 * @param broadcast {@code ask: broadcast}
 */
public record BatterySettings(
        String id,
        String name,
        Optional<String> host,
        int port,
        Optional<Mac> mac,
        Optional<Duration> interval,
        Optional<Duration> slowInterval,
        Optional<Duration> gap,
        Optional<Duration> timeout,
        Optional<Integer> retries,
        boolean broadcast) {
    /** The API port that devices have by default (API document, chapter 1). */
    public static final int DEFAULT_PORT = 30000;

    /** A battery with only an id, a host and a port. */
    public static BatterySettings at(String id, String name, String host, int port) {
        return new BatterySettings(
                id,
                name,
                Optional.of(host),
                port,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
