package pilotempo.ui.component;

import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Parts side by side where there is room, else one below the other (then below a box of the style
 * class {@code narrow}). What {@link HBox} and {@link VBox} are told about a part holds here too.
 */
@DefaultProperty("columns")
public final class Columns extends StackPane {
    private final ObservableList<Node> columns = FXCollections.observableArrayList();
    private final HBox beside = new HBox();
    private final VBox below = new VBox();
    private double from;
    private double besideMinHeight = USE_COMPUTED_SIZE;
    private boolean narrow;

    /** Without parts, never narrow. */
    public Columns() {
        below.getStyleClass().add("narrow");
        setMinWidth(0);
        getChildren().setAll(beside);
        columns.addListener((ListChangeListener<Node>) change -> arrange());
        widthProperty().addListener((width, before, now) -> fit(now.doubleValue()));
    }

    /** The parts, which may change. */
    public ObservableList<Node> getColumns() {
        return columns;
    }

    /** The least width with the parts side by side, px. */
    public double getFrom() {
        return from;
    }

    /** Changes that width. */
    public void setFrom(double width) {
        from = width;
        fit(getWidth());
    }

    /** Between two parts, px. */
    public double getSpacing() {
        return beside.getSpacing();
    }

    /** Changes the room between two parts. */
    public void setSpacing(double spacing) {
        beside.setSpacing(spacing);
        below.setSpacing(spacing);
    }

    private void fit(double width) {
        boolean next = width > 0 && width < from;
        if (next != narrow) {
            narrow = next;
            besideMinHeight = narrow ? getMinHeight() : besideMinHeight;
            setMinHeight(narrow ? USE_PREF_SIZE : besideMinHeight);
            arrange();
        }
    }

    private void arrange() {
        beside.getChildren().clear();
        below.getChildren().clear();
        var parts = List.copyOf(columns);
        if (narrow) {
            below.getChildren().setAll(parts);
        } else {
            beside.getChildren().setAll(parts);
        }
        getChildren().setAll(narrow ? below : beside);
        if (getScene() != null) {
            // Found out while the page is laid out, when this pulse's styles are given already.
            applyCss();
        }
    }
}
