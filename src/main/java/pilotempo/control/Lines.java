package pilotempo.control;

import java.util.Optional;
import pilotempo.marstek.BatteryLine;

/**
 * The lines as they are now. They may be replaced at any moment, for the settings change; asked
 * again, this gives the new one.
 */
@FunctionalInterface
public interface Lines {
    /** The line of a battery, by people's id; empty while there is none. Must not wait long. */
    Optional<BatteryLine> line(String battery);
}
