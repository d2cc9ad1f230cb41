package pilotempo.ui.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** Alerts below each other: what, since when, the facts, what to do. */
final class AlertRows extends VBox {
    private final Texts texts;
    private final Consumer<UUID> seen;
    private final Map<UUID, Line> lines = new HashMap<>();

    /** One alert as it is shown. */
    private record Line(AlertsState.Row row, Label when, Node node) {
        /** Whether only the time that it has lasted is another. */
        boolean tells(AlertsState.Row other) {
            return new AlertsState.Row(
                            row.id(),
                            row.tone(),
                            row.title(),
                            row.sentence(),
                            row.advice(),
                            other.when(),
                            row.seen())
                    .equals(other);
        }
    }

    /**
     * @param seen hears which alert somebody acknowledged
     */
    AlertRows(Texts texts, Consumer<UUID> seen) {
        this.texts = texts;
        this.seen = seen;
        getStyleClass().add("alert-rows");
    }

    /** What is shown already stays as it is, and keeps the keyboard's focus and its place. */
    void show(List<AlertsState.Row> rows) {
        lines.keySet().retainAll(rows.stream().map(AlertsState.Row::id).toList());
        var nodes = rows.stream().map(this::shown).toList();
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private Node shown(AlertsState.Row row) {
        var before = lines.get(row.id());
        var line = before == null || !before.tells(row) ? line(row) : before;
        line.when().setText(row.when());
        lines.put(row.id(), line);
        return line.node();
    }

    private Line line(AlertsState.Row row) {
        var title = label(row.title(), "strong", "alert-title");
        var when = label(row.when(), "secondary", "muted");
        var words = new VBox(title, when);
        words.getStyleClass().add("alert-words");
        if (!row.sentence().isEmpty()) {
            words.getChildren().add(label(row.sentence(), "alert-sentence"));
        }
        if (!row.advice().isEmpty()) {
            words.getChildren().add(label(row.advice(), "alert-advice"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(mark(row.tone()), words);
        if (row.tone() != Tone.PLAIN) {
            line.getChildren().add(acknowledgement(row));
        }
        line.getStyleClass().add("alert-row");
        line.setAlignment(Pos.TOP_LEFT);
        return new Line(row, when, line);
    }

    private Node acknowledgement(AlertsState.Row row) {
        if (row.seen()) {
            var label = new Label(texts.get("seen.done"), Icon.CHECK.node(16));
            label.getStyleClass().addAll("secondary", "muted", "alert-seen");
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
        var button = new Button(texts.get("seen.say"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(texts.get("seen.say") + ": " + row.title());
        button.setOnAction(_ -> seen.accept(row.id()));
        return button;
    }

    private static Node mark(Tone tone) {
        var icon =
                switch (tone) {
                    case ERROR -> Icon.ERROR;
                    case ATTENTION -> Icon.WARNING;
                    case IDLE -> Icon.INFO;
                    default -> Icon.CHECK;
                };
        var mark = new StackPane(icon.node(20));
        mark.getStyleClass().add("alert-mark");
        tone.applyTo(mark);
        return mark;
    }

    private static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
