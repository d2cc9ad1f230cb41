package pilotempo.ui.component;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A surface of its own, with a hairline around it and one column of content. */
public final class Card extends VBox {
    /** Empty. */
    public Card() {
        getStyleClass().add("card-surface");
    }

    /** With content. */
    public Card(Node... content) {
        this();
        getChildren().setAll(content);
    }
}
