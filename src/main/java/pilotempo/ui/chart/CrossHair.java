package pilotempo.ui.chart;

import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** One line and one box above the canvas, so that moving them never repaints the chart. */
final class CrossHair extends Pane {
    private final Line line = new Line();
    private final Label title = new Label();
    private final GridPane values = new GridPane();
    private final VBox box = new VBox(title, values);
    private final boolean boxed;

    /** With a box beside the line (desktop) or the line alone (kiosk). */
    CrossHair(boolean boxed) {
        this.boxed = boxed;
        line.getStyleClass().add("chart-cross");
        line.setManaged(false);
        title.getStyleClass().add("chart-box-title");
        box.getStyleClass().add("chart-box");
        box.setManaged(false);
        values.setHgap(10);
        values.setVgap(3);
        var right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        right.setHgrow(javafx.scene.layout.Priority.ALWAYS);
        values.getColumnConstraints()
                .addAll(new ColumnConstraints(), new ColumnConstraints(), right);
        getChildren().setAll(new Group(line), box);
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
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
        title.setText(pointed.title());
        values.getChildren().clear();
        int row = 0;
        for (var value : pointed.rows()) {
            if (!value.token().isEmpty()) {
                values.add(swatch(value.token()), 0, row);
            }
            var label = new Label(value.label());
            label.getStyleClass().add("chart-box-label");
            values.add(label, 1, row);
            var number = new Label(value.value());
            number.getStyleClass().add("chart-box-value");
            values.add(number, 2, row);
            row++;
        }
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
        double width = Math.max(200, box.prefWidth(-1));
        double height = box.prefHeight(width);
        double left = x + 12 + width <= plot.right() ? x + 12 : x - 12 - width;
        box.resizeRelocate(Math.rint(Math.max(0, left)), Math.rint(plot.top() + 4), width, height);
        box.layout();
    }
}
