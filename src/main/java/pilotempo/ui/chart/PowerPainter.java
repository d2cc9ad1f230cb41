package pilotempo.ui.chart;

import javafx.scene.text.TextAlignment;
import pilotempo.ui.component.Formats;

/** A power lane: discharging above zero in its colour, charging below in its own. */
final class PowerPainter {
    private static final double SMALLEST_W = 100;

    /** Each side of zero has at least this part of the other's room. */
    private static final double OTHER_SIDE = 0.4;

    private final Pen pen;
    private final CurvePainter curves;
    private final Trace trace;
    private final Trace before;

    PowerPainter(Pen pen, CurvePainter curves, Trace trace, Trace before) {
        this.pen = pen;
        this.curves = curves;
        this.trace = trace;
        this.before = before;
    }

    void paint(Lane.Power lane, Box box, PixelScale time) {
        before.fill(lane.before(), time);
        trace.fill(lane.curve(), time);
        double greatest = SMALLEST_W;
        double least = -SMALLEST_W;
        for (int i = 0; i < trace.size(); i++) {
            greatest = Math.max(greatest, trace.greatest[i]);
            least = Math.min(least, trace.least[i]);
        }
        for (int i = 0; i < before.size(); i++) {
            greatest = Math.max(greatest, before.mean[i]);
            least = Math.min(least, before.mean[i]);
        }
        var value = scale(least, greatest, box);
        grid(value, box);
        double zero = value.pixel(0.0);
        clipped(
                box,
                box.top(),
                box.bottom(),
                () -> curves.dashed(before, value, pen.colour("muted")));
        half(box, box.top(), zero - 1, value, "discharge");
        half(box, zero + 1, box.bottom(), value, "charge");
        rest(box, zero, value);
    }

    /** Watts to pixels: both extremes with some air, and room on both sides of zero. */
    static PixelScale scale(double least, double greatest, Box box) {
        double high = Math.max(greatest, -least * OTHER_SIDE);
        double low = Math.min(least, -high * OTHER_SIDE);
        double air = (high - low) * 0.04;
        return new PixelScale(low - air, high + air, box.bottom(), box.top());
    }

    private void grid(PixelScale value, Box box) {
        var ticks = ValueTicks.spaced(value.low(), value.high(), box.height(), pen.apart());
        for (int i = 0; i < ticks.count(); i++) {
            double tick = ticks.tick(i);
            double y = value.pixel(tick);
            pen.horizontal(box.left(), box.right(), y, tick == 0 ? "outline" : "hairline");
            pen.text(watts(tick), box.left() - 8, y, TextAlignment.RIGHT, "muted");
        }
    }

    /** Without a sign: above and below zero say it. */
    private String watts(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1_000) {
            return pen.formats.watts(size) + Formats.NBSP + "W";
        }
        boolean whole = size % 1_000 == 0;
        return pen.formats.number(size / 1_000, whole ? 0 : 1) + Formats.NBSP + "kW";
    }

    private void half(Box box, double top, double bottom, PixelScale value, String role) {
        if (bottom - top >= 1) {
            clipped(
                    box,
                    top,
                    bottom,
                    () -> {
                        curves.band(trace, value, pen.faint(role, 0.30));
                        curves.fillTo(trace, value, 0, pen.faint(role, 0.14));
                        curves.line(trace, value, pen.colour(role), 1.5);
                    });
        }
    }

    /** At rest the line has neither direction's colour. */
    private void rest(Box box, double zero, PixelScale value) {
        clipped(box, zero - 1, zero + 1, () -> curves.line(trace, value, pen.colour("house"), 1.5));
    }

    private void clipped(Box box, double top, double bottom, Runnable drawing) {
        pen.clip(box.left(), top, box.right(), bottom);
        drawing.run();
        pen.canvas.restore();
    }
}
