package pilotempo.control;

import java.time.Instant;
import pilotempo.battery.Mac;
import pilotempo.history.Facts;

/**
 * The batteries whose power came out with the other sign. A plan orders no power of them until a
 * person has given an order again, or forgives it. Outlives a restart. Thread-safe.
 */
public final class ReversedPower {
    private static final String NAME = "reversed.";

    private final Facts facts;

    /** Kept among these facts, one {@code reversed.MAC} a battery. */
    public ReversedPower(Facts facts) {
        this.facts = facts;
    }

    /** Whether a plan may not order power of it. */
    public boolean stops(Mac battery) {
        return facts.get(NAME + battery.hex()).isPresent();
    }

    void happened(Mac battery, Instant at) {
        facts.keep(NAME + battery.hex(), at.toString());
    }

    /** A person decided that it may go on. */
    public void forgive(Mac battery) {
        if (stops(battery)) {
            facts.forget(NAME + battery.hex());
        }
    }
}
