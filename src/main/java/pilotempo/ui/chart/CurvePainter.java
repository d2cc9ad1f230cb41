package pilotempo.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Draws a {@link Trace}: band, fill to zero, mean line. Many points as columns, few as shapes. */
final class CurvePainter {
    private final GraphicsContext canvas;
    private double[] xs = new double[0];
    private double[] ys = new double[0];

    CurvePainter(GraphicsContext canvas) {
        this.canvas = canvas;
    }

    /** The stretch between least and greatest. */
    void band(Trace trace, PixelScale value, Color colour) {
        canvas.setFill(colour);
        for (int s = 0; s < trace.segments(); s++) {
            between(trace, s, value, trace.least, trace.greatest);
        }
    }

    /** The area between the mean and a level, as zero. */
    void fillTo(Trace trace, PixelScale value, double level, Color colour) {
        canvas.setFill(colour);
        for (int s = 0; s < trace.segments(); s++) {
            int begin = trace.begin(s);
            int end = trace.end(s);
            if (dense(trace, begin, end)) {
                double zero = value.pixel(level);
                for (int i = begin; i < end; i++) {
                    double y = value.pixel(trace.mean[i]);
                    canvas.fillRect(
                            Math.floor(trace.x[i]), Math.min(y, zero), 1, Math.abs(zero - y));
                }
            } else {
                room(2 * (end - begin));
                for (int i = begin; i < end; i++) {
                    int there = i - begin;
                    int back = 2 * (end - begin) - 1 - there;
                    xs[there] = trace.x[i];
                    ys[there] = value.pixel(trace.mean[i]);
                    xs[back] = trace.x[i];
                    ys[back] = value.pixel(level);
                }
                canvas.fillPolygon(xs, ys, 2 * (end - begin));
            }
        }
    }

    /** The mean. A point alone is a dot. */
    void line(Trace trace, PixelScale value, Color colour, double width) {
        canvas.setStroke(colour);
        canvas.setFill(colour);
        canvas.setLineWidth(width);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.setLineCap(StrokeLineCap.BUTT);
        for (int s = 0; s < trace.segments(); s++) {
            int begin = trace.begin(s);
            int count = trace.end(s) - begin;
            room(count);
            for (int i = 0; i < count; i++) {
                xs[i] = trace.x[begin + i];
                ys[i] = value.pixel(trace.mean[begin + i]);
            }
            if (count == 1) {
                canvas.fillOval(xs[0] - width, ys[0] - width, 2 * width, 2 * width);
            } else {
                canvas.strokePolyline(xs, ys, count);
            }
        }
    }

    /** The mean of the period before: dashed, and below the present one. */
    void dashed(Trace trace, PixelScale value, Color colour) {
        canvas.setLineDashes(5, 4);
        line(trace, value, colour, 1.25);
        canvas.setLineDashes();
    }

    private void between(Trace trace, int segment, PixelScale value, double[] low, double[] high) {
        int begin = trace.begin(segment);
        int end = trace.end(segment);
        if (dense(trace, begin, end)) {
            for (int i = begin; i < end; i++) {
                double top = value.pixel(high[i]);
                canvas.fillRect(Math.floor(trace.x[i]), top, 1, value.pixel(low[i]) - top);
            }
            return;
        }
        int corners = 2 * (end - begin);
        room(2 * corners);
        for (int i = begin; i < end; i++) {
            int there = 2 * (i - begin);
            int back = 2 * corners - 1 - there;
            // Level at its extremes, not a peak: the height of a lone spike must have ink.
            xs[there] = trace.x[i] - trace.reach[i];
            xs[there + 1] = trace.x[i] + trace.reach[i];
            ys[there] = value.pixel(high[i]);
            ys[there + 1] = ys[there];
            xs[back] = xs[there];
            xs[back - 1] = xs[there + 1];
            ys[back] = value.pixel(low[i]);
            ys[back - 1] = ys[back];
        }
        canvas.fillPolygon(xs, ys, 2 * corners);
    }

    /** Whether nearly every pixel column has a point, so that columns show no holes. */
    private static boolean dense(Trace trace, int begin, int end) {
        return end - begin > 40 && end - begin >= trace.x[end - 1] - trace.x[begin];
    }

    private void room(int points) {
        if (xs.length < points) {
            xs = new double[Math.max(points, 4096)];
            ys = new double[xs.length];
        }
    }
}
