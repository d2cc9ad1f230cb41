package pilotempo.battery;

/**
 * What is measured of a battery, in SI and in Pilotempo's signs: every power is positive when it
 * leaves the battery, the meter is positive when the house imports.
 *
 * <p>The range is what any store accepts; a value outside it is no reading and becomes unknown.
 */
public enum Quantity {
    /** State of charge, per cent. */
    SOC_PCT("soc_pct", 0, 100),
    /** Power of the cells, W; = on-grid + off-grid − PV. */
    POWER_W("power_w", -1e5, 1e5),
    /** AC port, W. */
    ONGRID_POWER_W("ongrid_power_w", -1e5, 1e5),
    /** Emergency socket, W. */
    OFFGRID_POWER_W("offgrid_power_w", -1e5, 1e5),
    /** Panels connected to the battery, W, never negative on a healthy device. */
    PV_POWER_W("pv_power_w", -1e5, 1e5),
    /** Cells, °C. */
    TEMPERATURE_C("temperature_c", -60, 150),
    /** Energy stored now, Wh. */
    REMAINING_WH("remaining_wh", 0, 1e6),
    /** Capacity, Wh. */
    RATED_WH("rated_wh", 0, 1e6),
    /** The house's CT meter, W, positive = import. */
    METER_POWER_W("meter_power_w", -1e6, 1e6),
    /** Lifetime counter of PV energy, Wh. */
    TOTAL_PV_WH("total_pv_wh", 0, 1e12),
    /** Lifetime counter of energy delivered at the AC port, Wh. */
    TOTAL_GRID_OUT_WH("total_grid_out_wh", 0, 1e12),
    /** Lifetime counter of energy taken at the AC port, Wh. */
    TOTAL_GRID_IN_WH("total_grid_in_wh", 0, 1e12),
    /** Lifetime counter of load energy, Wh; no firmware seen fills it. */
    TOTAL_LOAD_WH("total_load_wh", 0, 1e12),
    /** Wi-Fi signal, dBm. */
    WIFI_RSSI_DBM("wifi_rssi_dbm", -130, 0);

    private final String column;
    private final double lowest;
    private final double highest;

    Quantity(String column, double lowest, double highest) {
        this.column = column;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The name in exports, JSON and tables; the unit is its ending. */
    public String column() {
        return column;
    }

    /** Whether a store accepts the value: within the range, and a number. */
    public boolean accepts(double value) {
        return value >= lowest && value <= highest;
    }

    /** Smallest accepted value. */
    public double lowest() {
        return lowest;
    }

    /** Largest accepted value. */
    public double highest() {
        return highest;
    }
}
