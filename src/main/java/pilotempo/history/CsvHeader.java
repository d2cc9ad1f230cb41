package pilotempo.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;

/**
 * The header of a file of readings: which column holds what. Names may come in any order; those
 * that are not ours are ignored, and told.
 *
 * @param quantities by column; null where it holds something else
 * @param time column of the time
 * @param battery column of the battery
 * @param mode column of the mode, −1 if there is none
 * @param ignored names that are not ours
 */
record CsvHeader(
        List<Optional<Quantity>> quantities,
        int time,
        int battery,
        int mode,
        List<String> ignored) {
    /** Reads line 1. */
    static CsvHeader of(CsvCells cells) {
        var names = new ArrayList<String>();
        for (int i = 0; i < cells.count(); i++) {
            names.add(cells.text(i).toLowerCase(Locale.ROOT));
        }
        int time = names.indexOf("time");
        int battery = names.indexOf("battery");
        if (time < 0 || battery < 0) {
            throw new ImportRefused(
                    "Line 1 must name the columns, separated by commas; "
                            + (time < 0 ? "\"time\"" : "\"battery\"")
                            + " is not among them: see `history export --step raw`.");
        }
        var twice = new HashSet<String>();
        for (var name : names) {
            if (!name.isEmpty() && !twice.add(name)) {
                throw new ImportRefused("Line 1 names the column \"" + name + "\" twice.");
            }
        }
        var quantities = names.stream().map(CsvHeader::quantity).toList();
        int mode = names.indexOf("mode");
        if (mode < 0 && quantities.stream().allMatch(Optional::isEmpty)) {
            throw new ImportRefused(
                    "Line 1 names no column of a reading, as soc_pct or power_w: only what `history"
                            + " export --step raw` writes can be imported.");
        }
        var ignored = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            if (quantities.get(i).isEmpty() && i != time && i != battery && i != mode) {
                ignored.add(names.get(i));
            }
        }
        return new CsvHeader(quantities, time, battery, mode, List.copyOf(ignored));
    }

    int columns() {
        return quantities.size();
    }

    /** By column, null where it holds something else. */
    @Nullable Quantity[] byColumn() {
        var byColumn = new @Nullable Quantity[columns()];
        for (int i = 0; i < byColumn.length; i++) {
            byColumn[i] = quantities.get(i).orElse(null);
        }
        return byColumn;
    }

    private static Optional<Quantity> quantity(String name) {
        return Arrays.stream(Quantity.values())
                .filter(quantity -> quantity.column().equals(name))
                .findFirst();
    }
}
