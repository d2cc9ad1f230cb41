package pilotempo.ui.automation;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Tag;

/** Commands, newest first; the whole row is what is pressed. */
final class JournalList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final boolean authors;
    private final boolean unfolds;
    private final Consumer<JournalRow> pressed;
    private List<JournalRow> shown = List.of();
    private @Nullable UUID open;

    /**
     * @param authors whether a row says who wanted it
     * @param unfolds whether a press shows the details below the row; else {@code pressed} does
     */
    JournalList(boolean authors, boolean unfolds, Consumer<JournalRow> pressed) {
        this.authors = authors;
        this.unfolds = unfolds;
        this.pressed = pressed;
        getStyleClass().add("journal-list");
    }

    void show(List<JournalRow> next) {
        if (!next.equals(shown)) {
            shown = next;
            fill();
        }
    }

    private void fill() {
        getChildren().clear();
        for (var row : shown) {
            var button = button(row);
            getChildren().add(button);
            boolean chosen = row.id().equals(open);
            button.pseudoClassStateChanged(CHOSEN, chosen);
            if (chosen) {
                getChildren().add(details(row));
            }
        }
    }

    private Button button(JournalRow row) {
        var time = new Label(row.time());
        time.getStyleClass().addAll("muted", "journal-time");
        var battery = new Label(row.battery());
        battery.getStyleClass().add("journal-battery");
        var command = new Label(row.command());
        command.setMaxWidth(Double.MAX_VALUE);
        command.setMinWidth(0);
        HBox.setHgrow(command, Priority.ALWAYS);
        var author = new Label(row.author());
        author.getStyleClass().addAll("muted", "journal-author");
        var result = new HBox(Tag.of(row.tone(), row.result()));
        result.getStyleClass().add("journal-result");
        result.setAlignment(Pos.CENTER_RIGHT);
        var line =
                authors
                        ? new HBox(time, battery, command, author, result)
                        : new HBox(time, battery, command, result);
        line.getStyleClass().add("journal-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(4));
        button.getStyleClass().setAll("journal-row");
        button.setAccessibleRole(AccessibleRole.BUTTON);
        button.setAccessibleText(
                String.join(
                        ", ",
                        row.time(),
                        row.battery(),
                        row.command(),
                        row.author(),
                        row.result()));
        button.setOnAction(_ -> press(row));
        return button;
    }

    private void press(JournalRow row) {
        if (unfolds) {
            open = row.id().equals(open) ? null : row.id();
            int index = shown.indexOf(row);
            fill();
            focus(index);
        } else {
            pressed.accept(row);
        }
    }

    /** The keyboard stays where it was. */
    private void focus(int index) {
        getChildren().stream()
                .filter(Button.class::isInstance)
                .skip(index)
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    /** Names and values in two columns. */
    static Node details(JournalRow row) {
        var grid = new GridPane();
        grid.getStyleClass().add("journal-details");
        grid.setHgap(16);
        grid.setVgap(4);
        int line = 0;
        for (var detail : row.details()) {
            var name = new Label(detail.name());
            name.getStyleClass().addAll("muted", "secondary");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(detail.value());
            value.getStyleClass().add("secondary");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(line++, name, value);
            GridPane.setHgrow(value, Priority.ALWAYS);
            GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        }
        return grid;
    }
}
