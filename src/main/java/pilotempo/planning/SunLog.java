package pilotempo.planning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the sun filled the batteries on any of the last days of a backtest. Confined. */
final class SunLog {
    private static final int DAYS = 3;
    private static final double FILLED_PCT = 95;

    private final Deque<Boolean> filled = new ArrayDeque<>();
    private boolean sun;
    private boolean filledToday;

    /**
     * A stretch in which the sun left something over, and how full the emptiest battery then is.
     */
    void surplus(List<ModelBattery> batteries) {
        sun = true;
        filledToday |= batteries.stream().allMatch(battery -> battery.socPct() >= FILLED_PCT);
    }

    void dayEnds() {
        filled.addLast(filledToday);
        filledToday = false;
        if (filled.size() > DAYS) {
            filled.removeFirst();
        }
    }

    /** Null while there was no sun at all, or too few days. */
    @Nullable Boolean sunFilled() {
        return (!sun || filled.size() < DAYS) ? null : filled.contains(true);
    }
}
