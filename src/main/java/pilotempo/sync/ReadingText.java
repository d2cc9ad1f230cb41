package pilotempo.sync;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.history.Outgoing;

/** Readings as the text that PostgreSQL's COPY reads. Reused; confined to one thread. */
final class ReadingText {
    /** The columns, in the order of the text. */
    static final String COLUMNS =
            "battery_id, time, "
                    + Arrays.stream(Quantity.values())
                            .map(Quantity::column)
                            .collect(Collectors.joining(", "))
                    + ", mode, charging_allowed, discharging_allowed, ct_connected";

    private static final Quantity[] QUANTITIES = Quantity.values();
    private static final long MINUTE = 60_000;

    private final StringBuilder text = new StringBuilder();
    private long minute = Long.MIN_VALUE;
    private String upToTheMinute = "";

    /** The text of rows, a line each. */
    byte[] of(List<? extends Outgoing> rows) {
        text.setLength(0);
        for (var row : rows) {
            line((Outgoing.ReadingRow) row);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** One row for people, as it stands in the rejected list. */
    static String forPeople(Outgoing.ReadingRow row) {
        var told = new ArrayList<String>();
        told.add(row.battery().hex());
        told.add(Instant.ofEpochMilli(row.at()).toString());
        for (var quantity : QUANTITIES) {
            double value = row.value(quantity);
            if (!Double.isNaN(value)) {
                told.add(quantity.column() + "=" + value);
            }
        }
        return String.join(" ", told);
    }

    private void line(Outgoing.ReadingRow row) {
        text.append(row.battery().hex()).append('\t');
        time(row.at());
        for (var quantity : QUANTITIES) {
            text.append('\t');
            number(row.value(quantity));
        }
        text.append('\t').append(row.mode() == null ? "\\N" : row.mode().word());
        flag(row.chargingAllowed());
        flag(row.dischargingAllowed());
        flag(row.ctConnected());
        text.append('\n');
    }

    private void time(long at) {
        long own = Math.floorDiv(at, MINUTE);
        if (own != minute) {
            minute = own;
            var whole = Instant.ofEpochMilli(own * MINUTE).toString();
            upToTheMinute = whole.substring(0, whole.length() - 3);
        }
        int millis = (int) Math.floorMod(at, MINUTE);
        text.append(upToTheMinute);
        digits(millis / 1000, 2);
        text.append('.');
        digits(millis % 1000, 3);
        text.append('Z');
    }

    private void digits(int number, int width) {
        var digits = Integer.toString(number);
        text.append("0".repeat(width - digits.length())).append(digits);
    }

    private void number(double value) {
        if (Double.isNaN(value)) {
            text.append("\\N");
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            text.append((long) value);
        } else {
            text.append(value);
        }
    }

    private void flag(@Nullable Boolean flag) {
        text.append('\t').append(flag == null ? "\\N" : flag ? "t" : "f");
    }
}
