package pilotempo.automation;

import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.history.Facts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What batteries go back to by day: the mode they had before a plan's first command. */
final class DayModes {
    private static final String PREFIX = "day-mode.";
    private static final Set<OperatingMode> POSSIBLE =
            Set.of(OperatingMode.AUTO, OperatingMode.AI, OperatingMode.MANUAL);

    private final Facts facts;

    DayModes(Facts facts) {
        this.facts = facts;
    }

    /** Whether a mode can be one. */
    static boolean possible(OperatingMode mode) {
        return POSSIBLE.contains(mode);
    }

    /**
     * A battery's day mode.
     *
     * @param setting {@code restore}, {@code auto} or {@code ai}
     */
    OperatingMode of(Mac battery, String setting) {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "auto" -> OperatingMode.AUTO;
            case "ai" -> OperatingMode.AI;
            default -> kept(battery).orElse(OperatingMode.AUTO);
        };
    }

    Optional<OperatingMode> kept(Mac battery) {
        return facts.get(PREFIX + battery.hex())
                .flatMap(OperatingMode::ofWord)
                .filter(DayModes::possible);
    }

    void keep(Mac battery, OperatingMode mode) {
        if (possible(mode) && !kept(battery).equals(Optional.of(mode))) {
            facts.keep(PREFIX + battery.hex(), mode.word());
        }
    }
}
