package pilotempo.ui.automation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Moments under a time axis: whole local hours, so that both nights of a changed clock are right.
 */
final class AxisMarks {
    private static final int[] STEPS = {1, 3, 6, 12};

    private AxisMarks() {}

    /**
     * One moment.
     *
     * @param at when
     * @param hour of the local day, 0 to 23
     */
    record Mark(Instant at, int hour) {}

    /**
     * As many as there is room for.
     *
     * @param width of the axis, px
     * @param apart least distance of two marks, px
     */
    static List<Mark> of(Span span, ZoneId zone, double width, double apart) {
        for (int step : STEPS) {
            var marks = every(step, span, zone);
            if (fit(marks, span, width, apart)) {
                return marks;
            }
        }
        return List.of();
    }

    private static List<Mark> every(int step, Span span, ZoneId zone) {
        var marks = new ArrayList<Mark>();
        var last = span.until().atZone(zone).toLocalDate();
        for (var date = span.from().atZone(zone).toLocalDate();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (int hour = 0; hour < 24; hour += step) {
                var local = date.atTime(hour, 0).atZone(zone);
                var at = local.toInstant();
                boolean skipped = local.getHour() != hour;
                if (!skipped && !at.isBefore(span.from()) && !at.isAfter(span.until())) {
                    marks.add(new Mark(at, hour));
                }
            }
        }
        return marks;
    }

    private static boolean fit(List<Mark> marks, Span span, double width, double apart) {
        for (int i = 1; i < marks.size(); i++) {
            double free = span.share(marks.get(i).at()) - span.share(marks.get(i - 1).at());
            if (free * width < apart) {
                return false;
            }
        }
        return true;
    }
}
