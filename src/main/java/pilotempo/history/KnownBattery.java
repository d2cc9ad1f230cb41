package pilotempo.history;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import pilotempo.battery.Mac;

/**
 * What is remembered of a battery from run to run.
 *
 * @param mac identity
 * @param id people's id when last seen
 * @param name people's name when last seen
 * @param model device string, empty while unknown
 * @param firmware raw {@code ver}, 0 while unknown
 * @param unsupported methods that this firmware was found not to know, by the vendor's name
 * @param firstSeen when
 */
public record KnownBattery(
        Mac mac,
        String id,
        String name,
        String model,
        int firmware,
        Set<String> unsupported,
        Instant firstSeen) {
    /** Whether this is the battery that the settings mean: by its MAC, or without one by its id. */
    public boolean isOf(Optional<Mac> wanted, String wantedId) {
        return wanted.map(mac::equals).orElse(id.equals(wantedId));
    }
}
