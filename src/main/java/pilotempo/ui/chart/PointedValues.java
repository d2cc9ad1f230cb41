package pilotempo.ui.chart;

import java.time.Instant;
import java.util.List;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;

/**
 * What the cross-hair tells of one instant.
 *
 * @param title the instant, or the week or month of a bar
 * @param before the day that it is compared with; empty = with none
 * @param rows from top to bottom
 */
record PointedValues(String title, String before, List<Row> rows) {
    /**
     * One value.
     *
     * @param token colour of its swatch, a token of the theme; empty = none
     * @param label what it is
     * @param value with its unit
     * @param before the value of the period before; empty = none to tell
     */
    record Row(String token, String label, String value, String before) {}

    /** The values at an instant. */
    static PointedValues at(ChartModel model, Instant at, Formats formats, Texts texts) {
        return new PointedReader(model, at, formats, texts).read();
    }
}
