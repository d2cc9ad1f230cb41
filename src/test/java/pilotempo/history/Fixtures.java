package pilotempo.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;

/** What the tests of the history share. */
final class Fixtures {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final Mac SALON = new Mac("02005e000001");
    static final Mac GARAGE = new Mac("02005e000002");
    static final HistorySettings QUICK =
            new HistorySettings(Duration.ofMillis(50), Optional.empty());

    private Fixtures() {}

    static LocalHistory open(Path folder) {
        return open(folder, PARIS);
    }

    static LocalHistory open(Path folder, ZoneId zone) {
        return LocalHistory.open(new HistoryFile(folder, "file:"), QUICK, zone, Time.system());
    }

    static KnownBattery battery(Mac mac, String id) {
        return new KnownBattery(
                mac,
                id,
                "The " + id,
                "VenusE 3.0",
                147,
                Set.of("PV.GetStatus"),
                at("2026-01-01T00:00:00Z"));
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    static Reading reading(Mac battery, Instant at, Map<Quantity, Double> numbers) {
        return new Reading(battery, at, new Observation(numbers, null, null, null, null));
    }

    /** A row with AC power and both counters; NaN = unknown. */
    static Row row(long time, double ongridPowerW, double inWh, double outWh) {
        var values = Row.unknown();
        var row = new Row(time, values, null, null, null, null);
        set(values, Quantity.ONGRID_POWER_W, ongridPowerW);
        set(values, Quantity.TOTAL_GRID_IN_WH, inWh);
        set(values, Quantity.TOTAL_GRID_OUT_WH, outWh);
        return row;
    }

    static ExportRequest export(Step step, ExportRequest.Format format) {
        return new ExportRequest(
                null, null, List.of(), Map.of(SALON, "salon", GARAGE, "garage"), step, format);
    }

    @SuppressWarnings("EnumOrdinal")
    private static void set(double[] values, Quantity quantity, double value) {
        values[quantity.ordinal()] = value;
    }
}
