package pilotempo.marstek;

import static pilotempo.battery.Quantity.METER_POWER_W;
import static pilotempo.battery.Quantity.OFFGRID_POWER_W;
import static pilotempo.battery.Quantity.ONGRID_POWER_W;
import static pilotempo.battery.Quantity.POWER_W;
import static pilotempo.battery.Quantity.PV_POWER_W;
import static pilotempo.battery.Quantity.RATED_WH;
import static pilotempo.battery.Quantity.REMAINING_WH;
import static pilotempo.battery.Quantity.SOC_PCT;
import static pilotempo.battery.Quantity.TEMPERATURE_C;
import static pilotempo.battery.Quantity.TOTAL_GRID_IN_WH;
import static pilotempo.battery.Quantity.TOTAL_GRID_OUT_WH;
import static pilotempo.battery.Quantity.TOTAL_PV_WH;
import static pilotempo.battery.Quantity.WIFI_RSSI_DBM;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Observation;

/**
 * Turns a reply's {@code result} into our quantities, units and signs, by the quirks of the device.
 * Pure; never throws, whatever the device says; in doubt a value is unknown.
 */
final class Normaliser {
    /** Far above what any of these devices can take or give, its sockets and panels included. */
    private static final double HIGHEST_POWER_W = 10_000;

    private static final double[] CAPACITY_FACTORS = {1, 10, 0.1, 0.01};
    private static final List<String> INPUTS =
            List.of("pv1_power", "pv2_power", "pv3_power", "pv4_power");

    private final Fields fields;
    private final Quirks quirks;
    private final Observation.Builder seen = Observation.builder();

    private Normaliser(JsonNode result, Quirks quirks) {
        this.fields = new Fields(result);
        this.quirks = quirks;
    }

    /** What a reply to a question tells. */
    static Observation observe(Query query, JsonNode result, Quirks quirks) {
        var normaliser = new Normaliser(result, quirks);
        switch (query) {
            case IDENTITY -> {}
            case POWER -> normaliser.power();
            case MODE -> normaliser.mode();
            case METER -> normaliser.meter();
            case SOLAR -> normaliser.solar();
            case CELLS -> normaliser.cells();
            case RADIO -> normaliser.radio();
        }
        return normaliser.seen.build();
    }

    private void power() {
        var level = fields.number("bat_soc");
        var capacity = fields.number("bat_cap");
        var ongrid = own(fields.power("ongrid_power"));
        var offgrid = own(fields.power("offgrid_power"));
        seen.number(ONGRID_POWER_W, ongrid).number(OFFGRID_POWER_W, offgrid);
        if (capacity != null && capacity <= 0) {
            // The BMS was not heard: what it should have told is filled with zeros.
            seen.number(SOC_PCT, level != null && level > 0 ? level : null);
            return;
        }
        var solar = known(own(fields.power("pv_power")));
        seen.number(SOC_PCT, level)
                .number(quirks.capacityIsRemaining() ? REMAINING_WH : RATED_WH, capacity)
                .number(PV_POWER_W, solar)
                .number(POWER_W, cells(ongrid, offgrid, solar))
                .number(TOTAL_PV_WH, fields.counter("total_pv_energy", quirks.solarTotal()))
                .number(
                        TOTAL_GRID_OUT_WH,
                        fields.counter("total_grid_output_energy", quirks.gridTotals()))
                .number(
                        TOTAL_GRID_IN_WH,
                        fields.counter("total_grid_input_energy", quirks.gridTotals()));
    }

    /** A power of the device itself, or null where none can have it. */
    private static @Nullable Double own(@Nullable Double power) {
        return power == null || Math.abs(power) > HIGHEST_POWER_W ? null : power;
    }

    /** PV power, or null where it is no reading. */
    private @Nullable Double known(@Nullable Double solar) {
        return solar == null || solar < 0 || (solar == 0 && !quirks.solarInStatus()) ? null : solar;
    }

    private @Nullable Double cells(
            @Nullable Double ongrid, @Nullable Double offgrid, @Nullable Double solar) {
        var told = fields.power("bat_power"); // positive = charging
        if (told != null) {
            return own(-Fields.scaled(told, quirks.batteryPower()));
        }
        return ongrid == null || offgrid == null || solar == null
                ? null
                : (Double) (ongrid + offgrid - solar);
    }

    private void mode() {
        var ongrid = own(fields.power("ongrid_power"));
        var offgrid = own(fields.power("offgrid_power"));
        seen.mode(fields.mode("mode"))
                .number(SOC_PCT, fields.number("bat_soc"))
                .number(ONGRID_POWER_W, ongrid)
                .number(OFFGRID_POWER_W, offgrid);
        if (!quirks.family().mayHavePanels() && ongrid != null && offgrid != null) {
            seen.number(POWER_W, ongrid + offgrid);
        }
        // Here ct_state 0 says nothing: it is 0 in Auto beside a live meter.
        if (Boolean.TRUE.equals(fields.flag("ct_state"))) {
            seen.ctConnected(true).number(METER_POWER_W, imported());
        }
    }

    private void meter() {
        var connected = fields.flag("ct_state");
        seen.ctConnected(connected);
        if (Boolean.TRUE.equals(connected)) {
            seen.number(METER_POWER_W, imported());
        }
    }

    private @Nullable Double imported() {
        var total = fields.power("total_power");
        if (total != null) {
            return total;
        }
        var a = fields.power("a_power");
        var b = fields.power("b_power");
        var c = fields.power("c_power");
        return a == null || b == null || c == null ? null : (Double) (a + b + c);
    }

    private void solar() {
        var inputs = INPUTS.stream().filter(fields::has).toList();
        if (inputs.isEmpty()) {
            var single = own(fields.power("pv_power"));
            seen.number(PV_POWER_W, single == null || single < 0 ? null : single);
            return;
        }
        double tenths = 0;
        for (var input : inputs) {
            var power = fields.power(input);
            if (power == null || power < 0) {
                return;
            }
            // Only the first input comes in tenths of a watt.
            tenths += input.equals(INPUTS.getFirst()) ? power : power * 10;
        }
        seen.number(PV_POWER_W, own(tenths / 10));
    }

    private void cells() {
        var rated = fields.number("rated_capacity");
        if (rated != null && rated <= 0) {
            return; // the BMS was not heard: all of it is filled with zeros
        }
        var level = fields.number("soc");
        var temperature = fields.number("bat_temp");
        seen.number(SOC_PCT, level)
                .number(RATED_WH, rated)
                .number(
                        TEMPERATURE_C,
                        temperature == null ? null : quirks.temperature().celsius(temperature))
                .number(REMAINING_WH, remaining(rated, level))
                .chargingAllowed(fields.flag("charg_flag"))
                .dischargingAllowed(fields.flag("dischrg_flag"));
    }

    /** The factor is the one that comes nearest, in ratio, to what level and capacity tell. */
    private @Nullable Double remaining(@Nullable Double rated, @Nullable Double level) {
        var raw = fields.number("bat_capacity");
        if (raw == null || raw < 0) {
            return null;
        }
        if (rated == null || level == null || level <= 0 || level > 100) {
            return quirks.capacity() == null
                    ? null
                    : (Double) Fields.scaled(raw, quirks.capacity());
        }
        double expected = rated * level / 100;
        for (double factor : CAPACITY_FACTORS) {
            double energy = Fields.scaled(raw, factor);
            double ratio = energy / expected;
            if (ratio >= 0.5 && ratio <= 2) { // no two factors can fit: they are ten apart
                return energy;
            }
        }
        return null;
    }

    private void radio() {
        var signal = fields.number("rssi");
        if (signal != null && signal != 0) { // 0 dBm is no radio's signal, but an empty field
            seen.number(WIFI_RSSI_DBM, quirks.signalWithoutMinus() ? -Math.abs(signal) : signal);
        }
    }
}
