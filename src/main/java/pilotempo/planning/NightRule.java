package pilotempo.planning;

import java.time.Instant;
import java.util.List;

/** Where strategies differ: what they want of a night. */
@FunctionalInterface
interface NightRule {
    NightIntent of(Night night, List<Pack> packs, Instant at);
}
