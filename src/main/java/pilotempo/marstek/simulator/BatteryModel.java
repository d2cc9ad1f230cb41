package pilotempo.marstek.simulator;

/**
 * Cells, inverter and counters of one battery. Energy in Wh, powers in whole W; about a tenth is
 * lost on the way in and out, and some watts all the time. Confined to its {@link FleetModel}.
 */
final class BatteryModel {
    private static final double ONE_WAY = Math.sqrt(0.9);
    private static final double RESERVE_PCT = 12;
    private static final double LAG_S = 3;
    private static final double NEAR_W = 4;
    private static final double WARMING_S = 5400;

    private final double ratedWh;
    private final double limitW;
    private final double standbyW;
    private double storedWh;
    private double temperatureC;
    private double gridInWh;
    private double gridOutWh;
    private double pvWh;
    private double ongridW;
    private double pvW;
    private boolean empty;
    private boolean full;

    BatteryModel(FleetPlan.Battery battery) {
        ratedWh = battery.ratedWh();
        limitW = Family.of(battery.device()).limitW();
        standbyW = 6 + 4 * Chance.of(battery.device().mac().hex().hashCode(), 31, 0);
        storedWh = ratedWh * battery.startSocPct() / 100;
        temperatureC = battery.start().temperatureC();
        gridInWh = battery.start().gridInWh();
        gridOutWh = battery.start().gridOutWh();
        pvWh = battery.start().pvWh();
    }

    /** The most that it can deliver now, with this much sun. */
    double mostOutW(double sunW) {
        return Math.min(limitW, empty ? sunW : limitW + sunW);
    }

    /** The most that it can take from the grid now, with this much sun. */
    double mostInW(double sunW) {
        return Math.max(0, cellsTakeW() - sunW);
    }

    /** Slower towards the end, nothing when full. */
    private double cellsTakeW() {
        if (full) {
            return 0;
        }
        double tail = Math.clamp((100.5 - socPct()) / 5.5, 0.04, 1);
        return Math.floor(limitW * tail);
    }

    /**
     * Lives through a stretch.
     *
     * @param wantedW at the AC port, positive = deliver
     * @param lag whether the inverter needs its time to get there
     */
    void run(double wantedW, double sunW, double airC, double seconds, boolean lag) {
        double goal = Math.clamp(wantedW, -mostInW(sunW), mostOutW(sunW));
        double way = goal - ongridW;
        boolean there = !lag || Math.abs(way) < NEAR_W;
        double part = there ? 1 : 1 - Math.exp(-seconds / LAG_S);
        double reached = Math.rint(ongridW + part * way);
        ongridW = Math.clamp(reached, -Math.floor(mostInW(sunW)), Math.floor(mostOutW(sunW))) + 0.0;
        pvW = Math.clamp(sunW, 0, Math.max(0, cellsTakeW() + ongridW));
        double hours = seconds / 3600;
        double cellsW = ongridW - pvW;
        storedWh -= (cellsW < 0 ? cellsW * ONE_WAY : cellsW / ONE_WAY) * hours;
        if (storedWh > ratedWh * (RESERVE_PCT - 1) / 100) {
            storedWh -= standbyW * hours;
        }
        storedWh = Math.clamp(storedWh, 0, ratedWh);
        gridOutWh += Math.max(0, ongridW) * hours;
        gridInWh += Math.max(0, -ongridW) * hours;
        pvWh += pvW * hours;
        double warm = airC + 0.006 * Math.abs(cellsW);
        temperatureC += (warm - temperatureC) * (1 - Math.exp(-seconds / WARMING_S));
        full = full ? socPct() > 98 : socPct() >= 99.95;
        empty = empty ? socPct() < RESERVE_PCT + 2 : socPct() <= RESERVE_PCT;
    }

    double socPct() {
        return 100 * storedWh / ratedWh;
    }

    double storedWh() {
        return storedWh;
    }

    double ratedWh() {
        return ratedWh;
    }

    double temperatureC() {
        return temperatureC;
    }

    double ongridW() {
        return ongridW;
    }

    double pvW() {
        return pvW;
    }

    double gridInWh() {
        return gridInWh;
    }

    double gridOutWh() {
        return gridOutWh;
    }

    double pvWh() {
        return pvWh;
    }
}
