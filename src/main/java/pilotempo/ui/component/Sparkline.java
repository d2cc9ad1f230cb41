package pilotempo.ui.component;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A small curve of a battery's power: discharge above zero, charge below, each in its colour,
 * filled to zero. Gaps stay gaps.
 */
public final class Sparkline extends Region {
    private final Canvas canvas = new Canvas();
    private @Nullable Curve curve;
    private @Nullable Palette palette;

    /** What is drawn; times are epoch milliseconds, values W, NaN = unknown. */
    @SuppressWarnings("ArrayRecordComponent") // columns, drawn as they are
    public record Curve(long[] times, double[] watts, long from, long until, long gapAfter) {
        /** The greatest power either way, W; 0 when nothing is known. */
        public double greatest() {
            double greatest = 0;
            for (double value : watts) {
                if (Math.abs(value) > greatest) {
                    greatest = Math.abs(value);
                }
            }
            return greatest;
        }
    }

    /** Nothing yet. */
    public Sparkline() {
        getStyleClass().add("sparkline");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setMinSize(40, 24);
        setPrefSize(200, 48);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Draws a curve in the theme's colours. */
    public void show(Curve next, Palette colours) {
        curve = next;
        palette = colours;
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        var pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (curve != null && palette != null && canvas.getWidth() > 0) {
            new SparklinePen(pen, palette, curve, canvas.getWidth(), canvas.getHeight()).draw();
        }
    }
}
