package pilotempo.ui.chart;

import javafx.scene.text.TextAlignment;

/** A level lane: 0 to 100 %, an ink line. */
final class LevelPainter {
    private final Pen pen;
    private final CurvePainter curves;
    private final Trace trace;
    private final Trace before;

    LevelPainter(Pen pen, CurvePainter curves, Trace trace, Trace before) {
        this.pen = pen;
        this.curves = curves;
        this.trace = trace;
        this.before = before;
    }

    void paint(Lane.Level lane, Box box, PixelScale time) {
        var value = new PixelScale(0, 100, box.bottom(), box.top());
        int step = box.height() >= 2 * pen.apart() ? 50 : 100;
        // A lane too low for two words has the upper one alone, or none.
        boolean both = box.height() >= pen.apart();
        boolean one = box.height() >= pen.line() / 2;
        for (int percent = 0; percent <= 100; percent += step) {
            double y = value.pixel(percent);
            pen.horizontal(box.left(), box.right(), y, "hairline");
            if (both || (one && percent > 0)) {
                var text = pen.formats.percentWithUnit((double) percent);
                pen.text(text, box.left() - 8, y, TextAlignment.RIGHT, "muted");
            }
        }
        var reserve = lane.reservePercent();
        if (reserve != null) {
            pen.canvas.setLineDashes(2, 4);
            pen.horizontal(box.left(), box.right(), value.pixel(reserve), "outline");
            pen.canvas.setLineDashes();
        }
        trace.fill(lane.curve(), time);
        before.fill(lane.before(), time);
        var canvas = pen.canvas;
        pen.clip(box.left(), box.top() - 2, box.right(), box.bottom() + 2);
        curves.dashed(before, value, pen.colour("muted"));
        curves.band(trace, value, pen.faint("fg", 0.18));
        curves.line(trace, value, pen.colour("fg"), 1.5);
        canvas.restore();
    }
}
