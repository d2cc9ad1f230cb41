package pilotempo.ui.component;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question with its answers: title, what follows from it, whatever else, buttons. */
public final class DialogCard extends VBox {
    private final VBox content = new VBox();
    private final HBox buttons = new HBox();

    /** Without buttons yet. An empty sentence takes no room. */
    public DialogCard(String title, String sentence) {
        getStyleClass().add("dialog-card");
        var head = new Label(title);
        head.getStyleClass().add("dialog-title");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().add(head);
        if (!sentence.isEmpty()) {
            var words = new Label(sentence);
            words.getStyleClass().add("muted");
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            getChildren().add(words);
        }
        content.getStyleClass().add("dialog-content");
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(content, buttons);
        content.setManaged(false);
    }

    /** Adds something between the sentence and the buttons. */
    public DialogCard with(Node... nodes) {
        content.getChildren().addAll(nodes);
        content.setManaged(true);
        return this;
    }

    /** Adds an answer at the right of the others. */
    public Button button(String word, Runnable pressed) {
        var button = new Button(word);
        button.getStyleClass().add("main-action");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
        buttons.getChildren().add(button);
        return button;
    }

    /** Adds the answer that does what the title asks. */
    public Button action(String word, Runnable pressed) {
        var button = button(word, pressed);
        button.getStyleClass().add("accent");
        return button;
    }
}
