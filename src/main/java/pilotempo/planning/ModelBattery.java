package pilotempo.planning;

/** Cells and inverter of one battery in a backtest, by {@link Losses}. Confined. */
final class ModelBattery {
    private final BacktestBattery kind;
    private double storedWh;

    /** At its reserve. */
    ModelBattery(BacktestBattery kind) {
        this.kind = kind;
        this.storedWh = reserveWh();
    }

    BacktestBattery kind() {
        return kind;
    }

    double socPct() {
        return 100 * storedWh / kind.capacityWh();
    }

    double storedWh() {
        return storedWh;
    }

    boolean full() {
        return storedWh >= kind.capacityWh() - 1e-6;
    }

    /** The most it can deliver through a stretch, W. */
    double mostOutW(double hours) {
        return Math.min(kind.deliverW(), Math.max(0, storedWh - reserveWh()) * Losses.OUT / hours);
    }

    /** The most it can take through a stretch, up to a level, W. */
    double mostInW(double hours, double untilPct) {
        double roomWh = Math.max(0, kind.capacityWh() * untilPct / 100 - storedWh);
        return Math.min(kind.chargeW(), roomWh / Losses.IN / hours);
    }

    /**
     * Lives through a stretch.
     *
     * @param powerW at its AC port, positive = delivers
     */
    void run(double powerW, double hours) {
        double cellsW = powerW > 0 ? powerW / Losses.OUT : powerW * Losses.IN;
        storedWh = Math.clamp(storedWh - cellsW * hours, 0, kind.capacityWh());
    }

    private double reserveWh() {
        return kind.capacityWh() * Losses.RESERVE_PCT / 100;
    }
}
