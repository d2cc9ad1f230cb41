package pilotempo.history;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/**
 * A reading as it is stored. Sensor values have the precision of a float, as a decimal that reads
 * as people sent it: 109.8, not 109.80000305.
 *
 * @param time epoch milliseconds
 * @param values by the quantity's ordinal; NaN = unknown
 */
@SuppressWarnings({
    "ArrayRecordComponent", // one flat array a reading: thousands are in memory
    "EnumOrdinal" // an index in memory only, never stored
})
record Row(
        long time,
        double[] values,
        @Nullable OperatingMode mode,
        @Nullable Boolean chargingAllowed,
        @Nullable Boolean dischargingAllowed,
        @Nullable Boolean ctConnected) {
    /** No reading is older: a clock that says so was never set. */
    static final long EARLIEST = 1_577_836_800_000L; // 2020-01-01T00:00Z

    private static final int QUANTITIES = Quantity.values().length;

    /** What is kept of a reading; a value that no store accepts becomes unknown. */
    static Row of(Reading reading) {
        var observed = reading.values();
        var values = unknown();
        observed.numbers()
                .forEach(
                        (quantity, value) -> {
                            if (quantity.accepts(value)) {
                                values[quantity.ordinal()] = kept(quantity, value);
                            }
                        });
        return new Row(
                reading.at().toEpochMilli(),
                values,
                observed.mode(),
                observed.chargingAllowed(),
                observed.dischargingAllowed(),
                observed.ctConnected());
    }

    /** An array of unknown values. */
    static double[] unknown() {
        var values = new double[QUANTITIES];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    double value(Quantity quantity) {
        return values[quantity.ordinal()];
    }

    Reading toReading(Mac battery) {
        var observed = Observation.builder();
        for (var quantity : Quantity.values()) {
            double value = value(quantity);
            observed.number(quantity, Double.isNaN(value) ? null : value);
        }
        return new Reading(
                battery,
                Instant.ofEpochMilli(time),
                observed.mode(mode)
                        .chargingAllowed(chargingAllowed)
                        .dischargingAllowed(dischargingAllowed)
                        .ctConnected(ctConnected)
                        .build());
    }

    /** A value with the precision it is stored in. */
    static double kept(Quantity quantity, double value) {
        return switch (quantity) {
            case TOTAL_PV_WH, TOTAL_GRID_OUT_WH, TOTAL_GRID_IN_WH, TOTAL_LOAD_WH -> value + 0.0;
            case WIFI_RSSI_DBM -> Math.rint(value);
            default -> decimal((float) value);
        };
    }

    /** The shortest decimal that is this float, as a double; devices send one decimal at most. */
    static double decimal(float stored) {
        for (double scale = 1; scale <= 100; scale *= 10) {
            double shortest = Math.rint(stored * scale) / scale + 0.0;
            if ((float) shortest == stored) {
                return shortest;
            }
        }
        return Double.parseDouble(Float.toString(stored));
    }
}
