package pilotempo.control;

import java.util.Optional;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.history.Facts;

/** The mode that a battery had before a plan's first command, as automation notes it. */
record DayModes(Facts facts) {
    private static final String NAME = "day-mode.";

    /** A battery's day mode; empty while no plan wrote to it. */
    Optional<OperatingMode> of(Mac battery) {
        return facts.get(NAME + battery.hex())
                .flatMap(OperatingMode::ofWord)
                .filter(DayModes::possible);
    }

    /** Whether a mode can be one. */
    static boolean possible(OperatingMode mode) {
        return mode == OperatingMode.AUTO
                || mode == OperatingMode.AI
                || mode == OperatingMode.MANUAL;
    }
}
