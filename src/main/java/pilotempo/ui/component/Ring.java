package pilotempo.ui.component;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/**
 * A level from 0 to 100 % as a ring: the arc runs clockwise from 12 o'clock in the colour of its
 * tone. Dashed when stale, an empty dashed track when unknown. Ticks mark levels that mean
 * something (a reserve, a target).
 */
public final class Ring extends Region {
    private final Circle track = new Circle();
    private final Arc arc = new Arc();
    private final ValueLabel value = new ValueLabel();
    private final Label caption = new Label();
    private final VBox middle = new VBox(value, caption);
    private final List<Double> ticks = new ArrayList<>();
    private final List<Line> marks = new ArrayList<>();
    private double diameter = 104;
    private @Nullable Double percent;

    /** Unknown, 104 px across. */
    public Ring() {
        getStyleClass().add("ring");
        track.getStyleClass().add("track");
        arc.getStyleClass().add("arc");
        caption.getStyleClass().addAll("muted", "ring-caption");
        track.setFill(null);
        arc.setFill(null);
        arc.setStrokeLineCap(StrokeLineCap.BUTT);
        track.setManaged(false);
        arc.setManaged(false);
        middle.setAlignment(Pos.CENTER);
        middle.setManaged(false);
        value.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setCaption("");
        getChildren().setAll(track, arc, middle);
        setDiameter(diameter);
        show(null, Formats.UNKNOWN, "", Tone.UNKNOWN);
    }

    /**
     * Shows a level.
     *
     * @param level per cent; null = unknown
     * @param number the level in words for people
     * @param unit its unit
     * @param tone direction, {@code STALE} or {@code UNKNOWN}
     */
    public void show(@Nullable Double level, String number, String unit, Tone tone) {
        percent = level == null ? null : Math.clamp(level, 0, 100);
        value.show(number, unit);
        value.setSize(size(number.length() > 2));
        tone.applyTo(this);
        requestLayout();
    }

    /** A second, small line in the middle; empty = none. */
    public void setCaption(String text) {
        caption.setText(text);
        caption.setVisible(!text.isEmpty());
        caption.setManaged(!text.isEmpty());
        requestLayout();
    }

    /** The second line. */
    public String getCaption() {
        return caption.getText();
    }

    /** Levels to mark, per cent. */
    public void setTicks(List<Double> levels) {
        if (ticks.equals(levels)) {
            return;
        }
        ticks.clear();
        ticks.addAll(levels);
        getChildren().removeAll(marks);
        marks.clear();
        for (int i = 0; i < ticks.size(); i++) {
            var mark = new Line();
            mark.getStyleClass().add("tick");
            mark.setManaged(false);
            marks.add(mark);
        }
        getChildren().addAll(2, marks);
        requestLayout();
    }

    /** Outer diameter, px. */
    public double getDiameter() {
        return diameter;
    }

    /** Changes the outer diameter; the numerals follow. */
    public void setDiameter(double pixels) {
        diameter = pixels;
        setMinSize(pixels, pixels);
        setPrefSize(pixels, pixels);
        setMaxSize(pixels, pixels);
        value.setSize(size(value.getNumber().length() > 2));
        requestLayout();
    }

    /** Stroke width of track and arc, px. */
    double thickness() {
        return Math.max(6, Math.round(diameter * 0.088));
    }

    @Override
    protected void layoutChildren() {
        double width = thickness();
        double centre = diameter / 2;
        double radius = centre - width / 2;
        track.setCenterX(centre);
        track.setCenterY(centre);
        track.setRadius(radius);
        track.setStrokeWidth(width);
        arc.setCenterX(centre);
        arc.setCenterY(centre);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        arc.setStrokeWidth(width);
        arc.setStartAngle(90);
        arc.setLength(percent == null ? 0 : -3.6 * percent);
        arc.setVisible(percent != null && percent > 0);
        for (int i = 0; i < marks.size(); i++) {
            place(marks.get(i), Math.toRadians(3.6 * ticks.get(i)), centre, width);
        }
        double inner = diameter - 2 * width;
        middle.resizeRelocate(width, width, inner, inner);
    }

    private static void place(Line mark, double angle, double centre, double width) {
        mark.setStartX(centre + Math.sin(angle) * (centre - width - 2));
        mark.setStartY(centre - Math.cos(angle) * (centre - width - 2));
        mark.setEndX(centre + Math.sin(angle) * (centre + 1));
        mark.setEndY(centre - Math.cos(angle) * (centre + 1));
    }

    private ValueLabel.Size size(boolean threeDigits) {
        var sizes = ValueLabel.Size.values();
        int step =
                diameter >= 165
                        ? 0
                        : diameter >= 136 ? 1 : diameter >= 96 ? 3 : diameter >= 76 ? 4 : 5;
        return sizes[Math.min(sizes.length - 1, threeDigits ? step + 1 : step)];
    }
}
