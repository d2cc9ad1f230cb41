package pilotempo.control;

import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.marstek.Family;

/** What surrounds one battery, from the live state and what it was told before. */
record Around(ControlParts parts, Talk talk, Mac battery) implements ReadBack.SurroundingsOf {
    private static final int DEFAULT_DEPTH_PCT = 88;
    private static final String DEPTH = "dod.";

    @Override
    public Surroundings now() {
        var state = talk.state();
        var now = parts.time().now();
        var family = talk.device().map(device -> Family.of(device.model()));
        return new Surroundings(
                family.map(Family::mayHavePanels).orElse(true),
                state.now(Quantity.PV_POWER_W, now),
                state.now(Quantity.SOC_PCT, now),
                BatteryState.fresh(state.chargingAllowed(), now),
                BatteryState.fresh(state.dischargingAllowed(), now),
                100 - depthPct());
    }

    private int depthPct() {
        return parts.history()
                .facts()
                .get(DEPTH + battery.hex())
                .map(Integer::valueOf)
                .orElse(DEFAULT_DEPTH_PCT);
    }

    /** It took another depth of discharge, which can't be read back. */
    void depth(int percent) {
        parts.history().facts().keep(DEPTH + battery.hex(), Integer.toString(percent));
    }
}
