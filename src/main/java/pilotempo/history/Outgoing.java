package pilotempo.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.tempo.DayColour;

/** A row on its way to a server, with its number in its {@link OutboxStream}. */
public sealed interface Outgoing {
    /** Rises within the stream; not without holes. */
    long seq();

    /** A battery's identity. */
    record BatteryRow(long seq, KnownBattery battery) implements Outgoing {}

    /**
     * A reading, light: weeks of them are sent in one go.
     *
     * @param at epoch milliseconds
     * @param values by the ordinal of the quantity; see {@link #value}
     */
    @SuppressWarnings({"ArrayRecordComponent", "EnumOrdinal"}) // one flat array a reading
    record ReadingRow(
            long seq,
            Mac battery,
            long at,
            double[] values,
            @Nullable OperatingMode mode,
            @Nullable Boolean chargingAllowed,
            @Nullable Boolean dischargingAllowed,
            @Nullable Boolean ctConnected)
            implements Outgoing {
        /** The value of a quantity; NaN = unknown. */
        public double value(Quantity quantity) {
            return values[quantity.ordinal()];
        }
    }

    /** An event. */
    record EventRow(long seq, HistoryEvent event) implements Outgoing {}

    /** The colour of a Tempo day. */
    record TempoDayRow(long seq, DayColour day) implements Outgoing {}

    /**
     * Energy at a battery's AC port in one quarter of an hour.
     *
     * @param begin of the quarter
     * @param energyInWh into the battery; NaN = unknown
     * @param energyOutWh out of the battery; NaN = unknown
     */
    record BatteryQuarterRow(
            long seq, Mac battery, Instant begin, double energyInWh, double energyOutWh)
            implements Outgoing {}

    /** A command and what became of it. */
    record CommandRow(long seq, JournalEntry entry) implements Outgoing {}

    /** The house in one quarter of an hour. */
    record HouseQuarterRow(long seq, HouseQuarter quarter) implements Outgoing {}
}
