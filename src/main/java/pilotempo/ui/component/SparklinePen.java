package pilotempo.ui.component;

import javafx.scene.canvas.GraphicsContext;

/** Draws one {@link Sparkline}. */
final class SparklinePen {
    /** So that the few watts of a battery at rest do not fill the height. */
    private static final double SMALLEST_SPAN_W = 100;

    private static final double FILL_ALPHA = 0.28;

    private final GraphicsContext pen;
    private final Palette palette;
    private final Sparkline.Curve curve;
    private final double width;
    private final double zero;
    private final double pixelsPerWatt;

    SparklinePen(
            GraphicsContext pen,
            Palette palette,
            Sparkline.Curve curve,
            double width,
            double height) {
        this.pen = pen;
        this.palette = palette;
        this.curve = curve;
        this.width = width;
        double up = 0;
        double down = 0;
        for (double value : curve.watts()) {
            up = Math.max(up, Double.isNaN(value) ? 0 : value);
            down = Math.max(down, Double.isNaN(value) ? 0 : -value);
        }
        if (up + down < SMALLEST_SPAN_W) {
            up = Math.max(up, SMALLEST_SPAN_W - down);
        }
        double room = height - 4;
        pixelsPerWatt = room / (up + down);
        zero = Math.round(2 + up * pixelsPerWatt) - 0.5;
    }

    void draw() {
        pen.setLineWidth(1);
        pen.setStroke(palette.get("hairline"));
        pen.strokeLine(0, zero, width, zero);
        var times = curve.times();
        for (int i = 1; i < times.length; i++) {
            boolean joined = times[i] - times[i - 1] <= curve.gapAfter();
            if (joined && !Double.isNaN(curve.watts()[i]) && !Double.isNaN(curve.watts()[i - 1])) {
                segment(x(times[i - 1]), curve.watts()[i - 1], x(times[i]), curve.watts()[i]);
            }
        }
    }

    /** One stretch, cut where it crosses zero, so that each side has its own colour. */
    private void segment(double x1, double w1, double x2, double w2) {
        if (w1 * w2 < 0) {
            double middle = x1 + (x2 - x1) * w1 / (w1 - w2);
            side(x1, w1, middle, 0);
            side(middle, 0, x2, w2);
        } else {
            side(x1, w1, x2, w2);
        }
    }

    private void side(double x1, double w1, double x2, double w2) {
        var colour =
                palette.get(
                        Math.max(Math.abs(w1), Math.abs(w2)) < Tone.REST_BELOW_W
                                ? "house"
                                : w1 + w2 > 0 ? "discharge" : "charge");
        double y1 = zero - w1 * pixelsPerWatt;
        double y2 = zero - w2 * pixelsPerWatt;
        pen.setFill(colour.deriveColor(0, 1, 1, FILL_ALPHA));
        // Columns on whole pixels: neighbouring translucent polygons would show their seams.
        for (double x = Math.ceil(x1); x < Math.ceil(x2); x++) {
            double y = y1 + (y2 - y1) * (x2 == x1 ? 0 : (x - x1) / (x2 - x1));
            pen.fillRect(x, Math.min(y, zero), 1, Math.abs(zero - y));
        }
        pen.setStroke(colour);
        pen.setLineWidth(1.5);
        pen.strokeLine(x1, y1, x2, y2);
    }

    private double x(long time) {
        return (double) (time - curve.from()) / (curve.until() - curve.from()) * width;
    }
}
