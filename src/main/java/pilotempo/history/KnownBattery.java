package pilotempo.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
    /**
     * The battery that the settings mean: by its MAC, or without one by its id; of several that
     * have had the id, the one that came last.
     */
    public static Optional<KnownBattery> of(
            Collection<KnownBattery> known, Optional<Mac> wanted, String wantedId) {
        return known.stream()
                .filter(
                        battery ->
                                wanted.map(battery.mac::equals).orElse(battery.id.equals(wantedId)))
                .max(Comparator.comparing(KnownBattery::firstSeen));
    }
}
