package pilotempo.history;

import java.sql.SQLException;
import java.time.Instant;
import pilotempo.battery.Mac;

/** Gives a battery's local number; one never met before gets a row of its own. */
@FunctionalInterface
interface BatteryNumbers {
    /**
     * Its number.
     *
     * @param seen when it was met, if it is now
     */
    int of(Mac battery, Instant seen) throws SQLException;
}
