package pilotempo.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.text.TextAlignment;
import pilotempo.ui.component.Formats;

/** Hatches what is missing and names it. */
final class GapPainter {
    private static final double SMALLEST_NAMED = 12;

    private final Pen pen;

    GapPainter(Pen pen) {
        this.pen = pen;
    }

    /** The gaps of one curve over a part of the plot. */
    void paint(Curve curve, ChartModel model, ChartLayout layout, Box box) {
        var shown = new ArrayList<Shown>();
        long from = model.knowableFrom();
        long until = model.knowableUntil();
        if (until <= from) {
            return;
        }
        for (var gap : Gap.of(curve, from, until)) {
            double left = Math.max(box.left(), layout.time().pixel(gap.from()));
            double right = Math.min(box.right(), layout.time().pixel(gap.until()));
            if (right - left >= 1) {
                pen.hatch(new Box(left, box.top(), right - left, box.height()), "subtle");
                shown.add(new Shown(gap, left, right));
            }
        }
        name(shown, box);
    }

    private record Shown(Gap gap, double left, double right) {
        double width() {
            return right - left;
        }
    }

    private void name(List<Shown> gaps, Box box) {
        var taken = new ArrayList<Box>();
        var widestFirst = Comparator.comparingDouble(Shown::width).reversed();
        for (var gap : gaps.stream().sorted(widestFirst).toList()) {
            var words = pen.texts.get("gap");
            var when = when(gap.gap(), pen.formats);
            double width = Math.max(pen.boldWidth(words), pen.width(when)) + 24;
            boolean room = pen.kiosk ? gap.width() >= width : gap.width() >= SMALLEST_NAMED;
            if (!room || width > box.width()) {
                continue;
            }
            double centre = (gap.left() + gap.right()) / 2;
            double left = Math.clamp(centre - width / 2, box.left() + 2, box.right() - width - 2);
            var label = new Box(left, box.top() + 4, width, 2 * pen.line() + 8);
            if (label.height() + 8 > box.height()) {
                continue;
            }
            if (taken.stream().noneMatch(other -> touch(other, label))) {
                taken.add(label);
                label(label, words, when);
            }
        }
    }

    private static boolean touch(Box one, Box other) {
        return one.left() - 4 < other.right() && other.left() - 4 < one.right();
    }

    private void label(Box box, String words, String when) {
        var canvas = pen.canvas;
        canvas.setFill(pen.colour("surface"));
        canvas.fillRoundRect(box.left(), box.top(), box.width(), box.height(), 12, 12);
        canvas.setStroke(pen.colour("hairline"));
        canvas.setLineWidth(1);
        canvas.strokeRoundRect(
                Math.floor(box.left()) + 0.5,
                Math.floor(box.top()) + 0.5,
                Math.floor(box.width()),
                Math.floor(box.height()),
                12,
                12);
        double centre = box.left() + box.width() / 2;
        double first = box.top() + 4 + pen.line() / 2;
        pen.boldText(words, centre, first, TextAlignment.CENTER, "fg");
        pen.text(when, centre, first + pen.line(), TextAlignment.CENTER, "muted");
    }

    /** "11:12 – 18:48" within a day, with the dates otherwise. */
    static String when(Gap gap, Formats formats) {
        var zone = formats.zone();
        var from = Instant.ofEpochMilli(gap.from());
        var until = Instant.ofEpochMilli(gap.until());
        var first = from.atZone(zone).toLocalDate();
        var last = until.minusMillis(1).atZone(zone).toLocalDate();
        if (first.equals(last)) {
            return formats.time(from) + " – " + formats.time(until);
        }
        if (gap.length() < 2 * 86_400_000L) {
            return ChartDates.dayAndTime(from, formats)
                    + " – "
                    + ChartDates.dayAndTime(until, formats);
        }
        return ChartDates.day(first, formats) + " – " + ChartDates.day(last, formats);
    }
}
