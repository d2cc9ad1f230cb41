package pilotempo.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import pilotempo.ui.component.Texts;

/** The kiosk's places that have no room in the bottom bar, as big targets. */
final class MorePage {
    private final HBox node = new HBox(8);

    MorePage(List<Destination> places, Texts texts, Consumer<Destination> go) {
        node.getStyleClass().add("more-page");
        for (var place : places) {
            if (place.behindMore()) {
                var button = new Button(texts.get(place.key()), place.icon().node(32));
                button.getStyleClass().add("more-item");
                button.setMaxSize(Double.MAX_VALUE, 160);
                button.setOnAction(pressed -> go.accept(place));
                HBox.setHgrow(button, Priority.ALWAYS);
                node.getChildren().add(button);
            }
        }
    }

    Node node() {
        return node;
    }
}
