package pilotempo.ui.device;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lines of a card, a hairline between them. */
final class FactList extends VBox {
    private List<Fact> shown = List.of();

    FactList() {
        getStyleClass().add("fact-list");
    }

    void show(List<Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = List.copyOf(facts);
        getChildren().setAll(facts.stream().map(FactList::line).toList());
        if (!getChildren().isEmpty()) {
            getChildren().getLast().getStyleClass().add("last");
        }
    }

    private static HBox line(Fact fact) {
        var label = new Label(fact.label());
        label.getStyleClass().addAll("muted", "secondary");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var value = new Label(fact.value());
        value.getStyleClass().add("secondary");
        value.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(12, label, space, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("fact");
        return line;
    }
}
