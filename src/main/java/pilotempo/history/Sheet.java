package pilotempo.history;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;

/**
 * The shapes of an export: the columns of the raw readings and of the buckets, as CSV with a header
 * or as one JSON array with the same names. Scripts rely on names and order.
 */
final class Sheet {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private record Column(String name, boolean word, Function<Line, @Nullable String> content) {}

    private final List<Column> columns;
    private final boolean json;
    private final Writer out;
    private boolean first = true;

    private Sheet(List<Column> columns, boolean json, Writer out) {
        this.columns = columns;
        this.json = json;
        this.out = out;
    }

    static Sheet of(Step step, ExportRequest.Format format, Writer out) {
        return new Sheet(
                step == Step.RAW ? raw() : rolled(), format == ExportRequest.Format.JSON, out);
    }

    void begin() throws IOException {
        if (json) {
            out.write('[');
            return;
        }
        out.write("time,battery");
        for (var column : columns) {
            out.write(',');
            out.write(column.name());
        }
        out.write('\n');
    }

    void line(String battery, Line line) throws IOException {
        if (json) {
            jsonLine(battery, line);
        } else {
            csvLine(battery, line);
        }
        first = false;
    }

    void end() throws IOException {
        if (json) {
            out.write(first ? "]\n" : "\n]\n");
        }
    }

    private void csvLine(String battery, Line line) throws IOException {
        out.write(time(line));
        out.write(',');
        out.write(csvWord(battery));
        for (var column : columns) {
            out.write(',');
            var content = column.content().apply(line);
            out.write(content == null ? "" : content);
        }
        out.write('\n');
    }

    private void jsonLine(String battery, Line line) throws IOException {
        out.write(first ? "\n" : ",\n");
        out.write("{\"time\":\"");
        out.write(time(line));
        out.write("\",\"battery\":");
        out.write(jsonWord(battery));
        for (var column : columns) {
            out.write(",\"");
            out.write(column.name());
            out.write("\":");
            var content = column.content().apply(line);
            if (content == null) {
                out.write("null");
            } else {
                out.write(column.word() ? jsonWord(content) : content);
            }
        }
        out.write('}');
    }

    private static List<Column> raw() {
        var columns = new ArrayList<Column>();
        for (var quantity :
                List.of(
                        Quantity.SOC_PCT,
                        Quantity.POWER_W,
                        Quantity.ONGRID_POWER_W,
                        Quantity.OFFGRID_POWER_W,
                        Quantity.PV_POWER_W,
                        Quantity.TEMPERATURE_C,
                        Quantity.REMAINING_WH,
                        Quantity.RATED_WH)) {
            columns.add(reading(quantity));
        }
        columns.add(
                new Column(
                        "mode",
                        true,
                        line -> {
                            var mode = row(line).mode();
                            return mode == null ? null : mode.word();
                        }));
        for (var quantity :
                List.of(
                        Quantity.METER_POWER_W,
                        Quantity.TOTAL_PV_WH,
                        Quantity.TOTAL_GRID_OUT_WH,
                        Quantity.TOTAL_GRID_IN_WH,
                        Quantity.TOTAL_LOAD_WH)) {
            columns.add(reading(quantity));
        }
        return columns;
    }

    private static List<Column> rolled() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("samples", false, line -> Integer.toString(bucket(line).samples)));
        for (int i = 0; i < Bucket.QUANTITIES.size(); i++) {
            int index = i;
            var name = Bucket.QUANTITIES.get(i).column();
            columns.add(bucket(name + "_avg", bucket -> Decimals.rounded(bucket.mean(index))));
            columns.add(bucket(name + "_min", bucket -> bucket.least(index)));
            columns.add(bucket(name + "_max", bucket -> bucket.greatest(index)));
        }
        columns.add(bucket("energy_in_wh", bucket -> Decimals.rounded(bucket.energyInWh)));
        columns.add(bucket("energy_out_wh", bucket -> Decimals.rounded(bucket.energyOutWh)));
        return columns;
    }

    private static Column reading(Quantity quantity) {
        return new Column(
                quantity.column(), false, line -> Decimals.plain(row(line).value(quantity)));
    }

    private static Column bucket(String name, ToDoubleFunction<Bucket> value) {
        return new Column(name, false, line -> Decimals.plain(value.applyAsDouble(bucket(line))));
    }

    private static Row row(Line line) {
        return switch (line) {
            case Line.Raw raw -> raw.row();
            case Line.Rolled rolled ->
                    throw new IllegalArgumentException("no reading: " + rolled.time());
        };
    }

    private static Bucket bucket(Line line) {
        return switch (line) {
            case Line.Rolled rolled -> rolled.bucket();
            case Line.Raw raw -> throw new IllegalArgumentException("no bucket: " + raw.time());
        };
    }

    private static String time(Line line) {
        return TIME.format(Instant.ofEpochMilli(line.time()));
    }

    private static String csvWord(String word) {
        boolean plain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    private static String jsonWord(String word) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(word)) + '"';
    }
}
