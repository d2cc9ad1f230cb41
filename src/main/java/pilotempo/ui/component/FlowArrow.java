package pilotempo.ui.component;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/**
 * Power from one box to the next: thicker with more power (below 100 W, below 1 kW, more), dashed
 * and without a head when nothing flows or nothing is known.
 */
public final class FlowArrow extends Region {
    private static final double NOTHING_BELOW_W = 1;

    private final Line line = new Line();
    private final Polygon head = new Polygon();
    private boolean right = true;
    private boolean flowing;
    private double thickness = 2;

    /** Nothing flows. */
    public FlowArrow() {
        getStyleClass().add("flow-arrow");
        line.getStyleClass().add("line");
        head.getStyleClass().add("head");
        line.setManaged(false);
        head.setManaged(false);
        getChildren().setAll(line, head);
        setPrefSize(44, 20);
        setMinSize(18, 20);
        show(null, Tone.UNKNOWN, true);
    }

    /** Shows a flow of that many watts (its sign does not matter) to the right or to the left. */
    public void show(@Nullable Double watts, Tone tone, boolean toRight) {
        double power = watts == null ? 0 : Math.abs(watts);
        flowing = power >= NOTHING_BELOW_W;
        right = toRight;
        thickness = power < 100 ? 2 : power < 1000 ? 4 : 6;
        (flowing ? tone : Tone.UNKNOWN).applyTo(this);
        head.setVisible(flowing);
        requestLayout();
    }

    /** Whether a head is shown, and to which side: −1 left, 0 none, 1 right. */
    public int direction() {
        return !flowing ? 0 : right ? 1 : -1;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double y = Math.round(getHeight() / 2);
        double length = flowing ? 11 : 0;
        double half = thickness / 2 + 5;
        line.setStrokeWidth(flowing ? thickness : 2);
        line.setStartX(right ? 0 : length);
        line.setEndX(right ? width - length : width);
        line.setStartY(y);
        line.setEndY(y);
        if (right) {
            head.getPoints()
                    .setAll(width - length - 1, y - half, width, y, width - length - 1, y + half);
        } else {
            head.getPoints().setAll(length + 1, y - half, 0.0, y, length + 1, y + half);
        }
    }
}
