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

    /** The same, telling another mode. */
    BatteryNow in(OperatingMode other) {
        return new BatteryNow(
                socPct,
                storedWh,
                ratedWh,
                temperatureC,
                ongridW,
                pvW,
                gridInWh,
                gridOutWh,
                pvWh,
                rssiDbm,
                other,
                ctHeard,
                meterW,
                meterInWh,
                meterOutWh);
    }

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

    /** What a flawless client understands, as far and as fine as the device's firmware tells. */
    Observation understood(Device device) {
        boolean tellsBattery = !Family.isEarlyE3(device, 122);
        boolean tellsTotals = !Family.isEarlyE3(device, 142);
        boolean old = Family.isOldHmg(device);
        boolean countsSun = Family.of(device).hasPanels() && Family.firmware(device) >= 149;
        double count = Family.countWh(device);
        var known =
                Observation.builder()
                        .number(Quantity.SOC_PCT, (double) soc())
                        .number(Quantity.POWER_W, old ? tenths(cellsW()) : powerW())
                        .number(Quantity.ONGRID_POWER_W, ongridW)
                        .number(Quantity.OFFGRID_POWER_W, 0.0)
                        .number(Quantity.PV_POWER_W, pvW)
                        .number(Quantity.METER_POWER_W, ctHeard && !old ? meterW : null)
                        .number(Quantity.WIFI_RSSI_DBM, (double) rssiDbm)
                        .mode(mode)
                        .ctConnected(ctHeard);
        if (tellsBattery) {
            known.number(Quantity.TEMPERATURE_C, toldTemperatureC(device))
                    .number(Quantity.REMAINING_WH, toldStoredWh(device))
                    .number(Quantity.RATED_WH, ratedWh)
                    .chargingAllowed(true)
                    .dischargingAllowed(true);
        }
        if (tellsTotals) {
            known.number(Quantity.TOTAL_GRID_IN_WH, counted(gridInWh, count))
                    .number(Quantity.TOTAL_GRID_OUT_WH, counted(gridOutWh, count))
                    .number(Quantity.TOTAL_PV_WH, countsSun ? counted(pvWh, 10) : null);
        }
        return known.build();
    }

    private double toldTemperatureC(Device device) {
        return Family.isEarlyE3(device, 142) ? tenths(temperatureC) : Math.rint(temperatureC);
    }

    private double toldStoredWh(Device device) {
        return Family.isEarlyE3(device, 142) ? counted(storedWh, 10) : Math.rint(storedWh);
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static double counted(double energyWh, double count) {
        return Math.floor(energyWh / count) * count;
    }
}
