package pilotempo.ui.automation;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.PlannedAction;

/** Why each action is planned, one row an action. */
final class WhyList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<Node> rows = new ArrayList<>();
    private List<WhyRow> shown = List.of();

    WhyList() {
        getStyleClass().add("why-list");
    }

    void show(List<WhyRow> next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        rows.clear();
        next.forEach(row -> rows.add(row(row)));
        getChildren().setAll(rows);
    }

    /** Marks the row that an action belongs to and gives it back; null marks none. */
    @Nullable Node mark(@Nullable PlannedAction action) {
        Node marked = null;
        for (int i = 0; i < rows.size(); i++) {
            boolean chosen = action != null && shown.get(i).actions().contains(action);
            rows.get(i).pseudoClassStateChanged(CHOSEN, chosen);
            marked = chosen ? rows.get(i) : marked;
        }
        return marked;
    }

    private static Node row(WhyRow row) {
        var time = label(row.time(), "strong", "why-time");
        var when = new VBox(time);
        when.getStyleClass().add("why-when");
        if (!row.day().isEmpty()) {
            when.getChildren().add(label(row.day(), "muted", "smallest"));
        }
        var icon = row.kind().icon().node(16);
        icon.getStyleClass().add("toned-icon");
        row.kind().tone().applyTo(icon);
        var title = new Label(row.title(), icon);
        title.getStyleClass().addAll("strong", "why-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var head = new HBox(title);
        head.getStyleClass().add("why-head");
        if (!row.expected().isEmpty()) {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var expected = new Label(row.expected());
            expected.getStyleClass().addAll("smallest", "muted");
            expected.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().addAll(space, expected);
        }
        var words = new VBox(head);
        words.getStyleClass().add("why-words");
        if (!row.batteries().isEmpty()) {
            words.getChildren().add(label(row.batteries(), "secondary"));
        }
        words.getChildren().add(label(row.sentence(), "secondary", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(when, words);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("why-row");
        return box;
    }

    private static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
