package pilotempo.polling;

import org.jspecify.annotations.Nullable;

/**
 * Which battery is asked for the house meter: the first whose CT answers, until it no longer does.
 * All batteries of a house share one meter. Thread-safe.
 */
final class MeterKeeper {
    private static final int PATIENCE = 3;

    private @Nullable String keeper;
    private int failures;

    synchronized boolean isKeeper(String battery) {
        return battery.equals(keeper);
    }

    synchronized void meterHeard(String battery) {
        if (keeper == null) {
            keeper = battery;
        }
        if (battery.equals(keeper)) {
            failures = 0;
        }
    }

    synchronized void meterSilent(String battery) {
        if (battery.equals(keeper) && ++failures >= PATIENCE) {
            keeper = null;
            failures = 0;
        }
    }
}
