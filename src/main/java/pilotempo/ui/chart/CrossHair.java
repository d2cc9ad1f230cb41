package pilotempo.ui.chart;

import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** One line and one box above the canvas, so that moving them never repaints the chart. */
final class CrossHair extends Pane {
    private final Line line = new Line();
    private final GridPane box = new GridPane();
    private final boolean boxed;

    /** With a box beside the line (desktop) or the line alone (kiosk). */
    CrossHair(boolean boxed) {
        this.boxed = boxed;
        line.getStyleClass().add("chart-cross");
        line.setManaged(false);
        box.getStyleClass().add("chart-box");
        box.setManaged(false);
        box.setHgap(10);
        box.setVgap(3);
        box.getColumnConstraints()
                .setAll(
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        numbers(Priority.ALWAYS),
                        numbers(Priority.NEVER));
        getChildren().setAll(new Group(line), box);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    private static ColumnConstraints numbers(Priority grow) {
        var column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setHgrow(grow);
        return column;
    }

    void show(PointedValues pointed, double x, Box plot) {
        double crisp = Math.floor(x) + 0.5;
        line.setStartX(crisp);
        line.setEndX(crisp);
        line.setStartY(plot.top());
        line.setEndY(plot.bottom());
        setVisible(true);
        box.setVisible(boxed);
        if (boxed) {
            fill(pointed);
            place(x, plot);
        }
    }

    void hide() {
        setVisible(false);
    }

    private void fill(PointedValues pointed) {
        box.getChildren().clear();
        boolean compared = !pointed.before().isEmpty();
        box.add(label(pointed.title(), "chart-box-title"), 0, 0, 3, 1);
        if (compared) {
            box.add(label(pointed.before(), "chart-box-label"), 3, 0);
        }
        int row = 1;
        for (var value : pointed.rows()) {
            if (!value.token().isEmpty()) {
                box.add(swatch(value.token()), 0, row);
            }
            box.add(label(value.label(), "chart-box-label"), 1, row);
            box.add(label(value.value(), "chart-box-value"), 2, row);
            if (compared) {
                box.add(label(value.before(), "chart-box-label"), 3, row);
            }
            row++;
        }
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    static Region swatch(String token) {
        var swatch = new Region();
        swatch.getStyleClass().add("chart-swatch");
        var edge = token.equals("tempo-white") ? "-pt-tempo-white-edge" : "-pt-" + token;
        swatch.setStyle(
                "-fx-background-color: "
                        + edge
                        + ", -pt-"
                        + token
                        + "; -fx-background-insets: 0, 1;");
        return swatch;
    }

    private void place(double x, Box plot) {
        box.applyCss();
        double width = Math.max(200, Math.ceil(box.prefWidth(-1)));
        double height = Math.ceil(box.prefHeight(width));
        double left = x + 12 + width <= plot.right() ? x + 12 : x - 12 - width;
        box.resizeRelocate(Math.rint(Math.max(0, left)), Math.rint(plot.top() + 4), width, height);
        box.layout();
    }
}
