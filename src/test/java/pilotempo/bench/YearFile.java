package pilotempo.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedPast;

/** Makes a CSV file as {@code history export} writes it: a simulated household over many days. */
final class YearFile {
    private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final List<Quantity> BEFORE_MODE =
            List.of(
                    Quantity.SOC_PCT,
                    Quantity.POWER_W,
                    Quantity.ONGRID_POWER_W,
                    Quantity.OFFGRID_POWER_W,
                    Quantity.PV_POWER_W,
                    Quantity.TEMPERATURE_C,
                    Quantity.REMAINING_WH,
                    Quantity.RATED_WH);
    private static final List<Quantity> AFTER_MODE =
            List.of(
                    Quantity.METER_POWER_W,
                    Quantity.TOTAL_PV_WH,
                    Quantity.TOTAL_GRID_OUT_WH,
                    Quantity.TOTAL_GRID_IN_WH,
                    Quantity.TOTAL_LOAD_WH);

    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(200);
    private long rows;

    private YearFile(OutputStream out) {
        this.out = out;
    }

    /** Writes the file and tells how many readings are in it. */
    static long write(Path file, int batteries, int days) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            var year = new YearFile(out);
            year.header();
            var plan = FleetPlan.local(batteries, "127.0.0.1", 0, Set.of(), 7);
            SimulatedPast.tell(plan, FROM, FROM.plus(Duration.ofDays(days)), STEP, year::reading);
            return year.rows;
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    /** The first instant of every file. */
    static Instant from() {
        return FROM;
    }

    private void header() throws IOException {
        line.append("time,battery");
        BEFORE_MODE.forEach(quantity -> line.append(',').append(quantity.column()));
        line.append(",mode");
        AFTER_MODE.forEach(quantity -> line.append(',').append(quantity.column()));
        end();
    }

    private void reading(Reading reading) {
        rows++;
        line.append(reading.at().toString().replace("Z", ".000Z"));
        line.append(',').append(reading.battery().hex());
        BEFORE_MODE.forEach(quantity -> value(reading, quantity));
        var mode = reading.values().mode();
        line.append(',').append(mode == null ? "" : mode.word());
        AFTER_MODE.forEach(quantity -> value(reading, quantity));
        try {
            end();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void value(Reading reading, Quantity quantity) {
        line.append(',');
        var value = reading.values().numbers().get(quantity);
        if (value != null) {
            double tenths = Math.rint(value * 10) / 10 + 0.0;
            if (tenths == Math.rint(tenths)) {
                line.append((long) tenths);
            } else {
                line.append(tenths);
            }
        }
    }

    private void end() throws IOException {
        line.append('\n');
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
        line.setLength(0);
    }
}
