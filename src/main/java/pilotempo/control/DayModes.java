package pilotempo.control;

import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.history.Facts;

import java.util.Optional;

/**
 * The mode that each battery had before a plan first wrote to it: Auto, AI or Manual. Outlives a
 * restart. Thread-safe.
 */
public final class DayModes {
    private static final String NAME = "day-mode.";

    private final Facts facts;

    /** Kept among these facts, one {@code day-mode.MAC} a battery. */
    public DayModes(Facts facts) {
        this.facts = facts;
    }

    /** A battery's day mode; empty while no plan wrote to it. */
    public Optional<OperatingMode> of(Mac battery) {
        return facts.get(NAME + battery.hex()).flatMap(OperatingMode::ofWord);
    }

    /** Remembers it; a mode that is nobody's day mode is left out. */
    void remember(Mac battery, OperatingMode mode) {
        if (isOne(mode) && !of(battery).filter(mode::equals).isPresent()) {
            facts.keep(NAME + battery.hex(), mode.word());
        }
    }

    static boolean isOne(OperatingMode mode) {
        return mode == OperatingMode.AUTO
                || mode == OperatingMode.AI
                || mode == OperatingMode.MANUAL;
    }
}
