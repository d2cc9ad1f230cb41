package pilotempo.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Why there is nothing to see here, and what brings something. */
public final class EmptyState extends VBox {
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Button action = new Button();

    /** Without words. */
    public EmptyState() {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("card-title");
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        sentence.setAlignment(Pos.CENTER);
        title.setAlignment(Pos.CENTER);
        sentence.setMaxWidth(480);
        sentence.setMinHeight(USE_PREF_SIZE);
        action.getStyleClass().addAll("accent", "main-action");
        action.setManaged(false);
        action.setVisible(false);
        getChildren().setAll(title, sentence, action);
    }

    /** With an icon, a title and a sentence. */
    public static EmptyState of(Icon icon, String title, String sentence) {
        var state = new EmptyState();
        state.show(icon, title, sentence);
        return state;
    }

    /** Says something else. */
    public void show(Icon icon, String titleText, String sentenceText) {
        title.setText(titleText);
        sentence.setText(sentenceText);
        var glyph = icon.node(28);
        getChildren().setAll(glyph, title, sentence, action);
    }

    /** Adds the one thing to do. */
    public void setAction(Icon icon, String word, Runnable whenPressed) {
        action.setText(word);
        action.setGraphic(icon.node(18));
        action.setOnAction(pressed -> whenPressed.run());
        action.setManaged(true);
        action.setVisible(true);
    }
}
