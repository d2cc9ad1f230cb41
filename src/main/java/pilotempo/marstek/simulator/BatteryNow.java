package pilotempo.marstek.simulator;

import pilotempo.battery.Device;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/**
 * One battery and its meter at one moment, as they are. Powers in W: ongrid positive = delivers,
 * meter positive = import.
 */
record BatteryNow(
        double socPct,
        double storedWh,
        double ratedWh,
        double temperatureC,
        double ongridW,
        double pvW,
        double gridInWh,
        double gridOutWh,
        double pvWh,
        int rssiDbm,
        OperatingMode mode,
        boolean ctHeard,
        double meterW,
        double meterInWh,
        double meterOutWh) {

    /** The level in whole per cent, as devices tell it. */
    int soc() {
        return (int) Math.round(socPct);
    }

    /** Power of the cells by the convention that it is what passes the ports. */
    double powerW() {
        return ongridW - pvW;
    }

    /** The same at the cells' terminals, where charging arrives less and delivering takes more. */
    double cellsW() {
        return powerW() < 0 ? powerW() * 0.96 : powerW() * 1.04;
    }

    /** What a flawless client understands, as fine as the device's counters tell it. */
    Observation understood(Device device) {
        double count = Family.countWh(device);
        boolean countsSun = Family.of(device).hasPanels() && Family.firmware(device) >= 149;
        return Observation.builder()
                .number(Quantity.SOC_PCT, (double) soc())
                .number(Quantity.POWER_W, powerW())
                .number(Quantity.ONGRID_POWER_W, ongridW)
                .number(Quantity.OFFGRID_POWER_W, 0.0)
                .number(Quantity.PV_POWER_W, pvW)
                .number(Quantity.TEMPERATURE_C, Math.rint(temperatureC))
                .number(Quantity.REMAINING_WH, Math.rint(storedWh))
                .number(Quantity.RATED_WH, ratedWh)
                .number(Quantity.METER_POWER_W, ctHeard ? meterW : null)
                .number(Quantity.TOTAL_GRID_IN_WH, Math.floor(gridInWh / count) * count)
                .number(Quantity.TOTAL_GRID_OUT_WH, Math.floor(gridOutWh / count) * count)
                .number(Quantity.TOTAL_PV_WH, countsSun ? Math.floor(pvWh / 10) * 10 : null)
                .number(Quantity.WIFI_RSSI_DBM, (double) rssiDbm)
                .mode(mode)
                .chargingAllowed(true)
                .dischargingAllowed(true)
                .ctConnected(ctHeard)
                .build();
    }
}
