package pilotempo.ui.tempo;

import java.util.Optional;

/**
 * Where the days of a season's calendar lie: a line a month, a column a day.
 *
 * @param left width of the months' names
 * @param top height of the line of day numbers
 * @param width of everything, px
 * @param height of everything, px
 */
record CalendarGrid(double left, double top, double width, double height) {
    static final int MONTHS = 12;
    static final int DAYS = 31;

    double columnWidth() {
        return Math.max(0, (width - left) / DAYS);
    }

    double rowHeight() {
        return Math.max(0, (height - top) / MONTHS);
    }

    double x(int column) {
        return left + column * columnWidth();
    }

    double y(int row) {
        return top + row * rowHeight();
    }

    /** A place in the calendar, counted from 0. */
    record Spot(int row, int column) {}

    /** The place under a point; empty beside the calendar. */
    Optional<Spot> at(double px, double py) {
        if (px < left || px >= width || py < top || py >= height) {
            return Optional.empty();
        }
        var row = Math.clamp((int) ((py - top) / rowHeight()), 0, MONTHS - 1);
        var column = Math.clamp((int) ((px - left) / columnWidth()), 0, DAYS - 1);
        return Optional.of(new Spot(row, column));
    }
}
