package pilotempo.automation;

import java.util.Optional;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.history.Facts;

/**
 * What batteries go back to by day: the mode they had before a plan's first command. One fact a
 * battery, {@code day-mode.MAC}; control reads it too, to undo a reversed power.
 */
record DayModes(Facts facts) {
    private static final String PREFIX = "day-mode.";
    private static final Set<OperatingMode> POSSIBLE =
            Set.of(OperatingMode.AUTO, OperatingMode.AI, OperatingMode.MANUAL);

    /** A battery's day mode; empty while no plan wrote to it. */
    Optional<OperatingMode> of(Mac battery) {
        return facts.get(PREFIX + battery.hex())
                .flatMap(OperatingMode::ofWord)
                .filter(POSSIBLE::contains);
    }

    /** Notes it; a mode that is nobody's day mode is left out. */
    void note(Mac battery, OperatingMode mode) {
        if (POSSIBLE.contains(mode) && of(battery).filter(mode::equals).isEmpty()) {
            facts.keep(PREFIX + battery.hex(), mode.word());
        }
    }
}
