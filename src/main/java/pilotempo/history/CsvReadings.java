package pilotempo.history;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/**
 * From lines to readings. A line with anything in it that is not as it should be is no reading:
 * nothing is mended. Not thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // an index in memory only
final class CsvReadings {
    /** No reading is younger: a file that says so has its times in another unit. */
    static final long LATEST = 4_102_444_800_000L; // 2100-01-01T00:00Z

    private final CsvHeader header;
    private final @Nullable Quantity[] quantities;
    private final CsvCells cells = new CsvCells();
    private final CsvTime times = new CsvTime();
    private final Words<Mac> batteries;
    private final Words<OperatingMode> modes = new Words<>(OperatingMode::ofWord);

    CsvReadings(CsvHeader header, Map<String, Mac> ids) {
        this.header = header;
        quantities = header.byColumn();
        batteries =
                new Words<>(
                        word -> {
                            var named = ids.get(word);
                            return named == null ? Mac.parse(word) : Optional.of(named);
                        });
    }

    /** The line's reading; null when it is none. */
    @Nullable Incoming of(CsvLines line) {
        if (!cells.split(line.bytes(), line.begin(), line.end())
                || cells.count() != header.columns()) {
            return null;
        }
        var bytes = cells.bytes();
        int column = header.time();
        long time = times.parse(bytes, cells.begin(column), cells.end(column));
        if (time < Row.EARLIEST || time >= LATEST) {
            return null;
        }
        column = header.battery();
        var battery = batteries.of(bytes, cells.begin(column), cells.end(column));
        if (battery == null) {
            return null;
        }
        OperatingMode mode = null;
        column = header.mode();
        if (column >= 0 && !cells.isEmpty(column)) {
            mode = modes.of(bytes, cells.begin(column), cells.end(column));
            if (mode == null) {
                return null;
            }
        }
        var values = values(bytes);
        return values == null
                ? null
                : new Incoming(battery, new Row(time, values, mode, null, null, null));
    }

    private double @Nullable [] values(byte[] bytes) {
        var values = Row.unknown();
        for (int i = 0; i < quantities.length; i++) {
            var quantity = quantities[i];
            if (quantity != null && !cells.isEmpty(i)) {
                double value = CsvNumber.parse(bytes, cells.begin(i), cells.end(i));
                if (!quantity.accepts(value)) {
                    return null;
                }
                values[quantity.ordinal()] = Row.kept(quantity, value);
            }
        }
        return values;
    }
}
