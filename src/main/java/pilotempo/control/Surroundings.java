package pilotempo.control;

import org.jspecify.annotations.Nullable;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;

/**
 * What else decides which power a battery shows.
 *
 * @param panels whether panels may be connected to it
 * @param pvW what they give now; null when unknown
 * @param socPct its level; null when unknown
 * @param chargingAllowed the BMS's permit; null when unknown
 * @param dischargingAllowed the BMS's permit; null when unknown
 * @param reservePct the level at which it stops delivering
 */
record Surroundings(
        boolean panels,
        @Nullable Double pvW,
        @Nullable Double socPct,
        @Nullable Boolean chargingAllowed,
        @Nullable Boolean dischargingAllowed,
        int reservePct) {
    private static final int FULL_PCT = 92;
    private static final int NEAR_RESERVE_PCT = 3;

    /** Power of the cells, W; null when unknown. */
    @Nullable Double cellsW(Observation read) {
        var ongrid = read.number(Quantity.ONGRID_POWER_W);
        var offgrid = read.number(Quantity.OFFGRID_POWER_W);
        if (ongrid == null || (panels && pvW == null)) {
            return null;
        }
        return ongrid + (offgrid == null ? 0 : offgrid) - (panels && pvW != null ? pvW : 0);
    }

    /** Why it can't take energy, fit to follow "it "; null when nothing speaks against it. */
    @Nullable String full() {
        if (Boolean.FALSE.equals(chargingAllowed)) {
            return "may not charge now, says its BMS";
        }
        return socPct != null && socPct >= FULL_PCT ? "is full, at " + percent(socPct) : null;
    }

    /** Why it can't give energy, fit to follow "it "; null when nothing speaks against it. */
    @Nullable String empty() {
        if (Boolean.FALSE.equals(dischargingAllowed)) {
            return "may not deliver now, says its BMS";
        }
        // 0 is what a battery tells whose BMS is not heard.
        return socPct != null && socPct > 0 && socPct <= reservePct + NEAR_RESERVE_PCT
                ? "is empty, at " + percent(socPct)
                : null;
    }

    private static String percent(double level) {
        return Math.round(level) + " %";
    }
}
