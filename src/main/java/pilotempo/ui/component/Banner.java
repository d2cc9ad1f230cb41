package pilotempo.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What happened, what still holds and what to do, in one calm line with at most one button. */
public final class Banner extends HBox {
    private final StackPane icon = new StackPane();
    private final Text fact = new Text();
    private final Text advice = new Text();
    private final Button action = new Button();

    /** Empty. */
    public Banner() {
        getStyleClass().add("banner");
        fact.getStyleClass().addAll("banner-text", "strong");
        advice.getStyleClass().add("banner-text");
        var words = new TextFlow(fact, advice);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        action.setManaged(false);
        action.setVisible(false);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(icon, new HBox(words), action);
        HBox.setHgrow(getChildren().get(1), Priority.ALWAYS);
        ((HBox) getChildren().get(1)).setAlignment(Pos.CENTER_LEFT);
        ((HBox) getChildren().get(1)).setFillHeight(false);
    }

    /**
     * A banner that says something.
     *
     * @param tone {@code ATTENTION}, {@code ERROR}, {@code OK} or {@code PLAIN}
     * @param what the fact, a sentence
     * @param then what to do, a sentence; may be empty
     */
    public static Banner of(Tone tone, String what, String then) {
        var banner = new Banner();
        banner.show(tone, what, then);
        return banner;
    }

    /** Says something else. */
    public void show(Tone tone, String what, String then) {
        fact.setText(what);
        advice.setText(then.isEmpty() ? "" : " " + then);
        tone.applyTo(this);
        icon.getChildren()
                .setAll(
                        switch (tone) {
                            case ERROR -> Icon.ERROR.node();
                            case OK -> Icon.CHECK.node();
                            case ATTENTION -> Icon.WARNING.node();
                            default -> Icon.INFO.node();
                        });
    }

    /** Adds the one thing to do. */
    public void setAction(String word, Runnable whenPressed) {
        action.setText(word);
        action.setOnAction(pressed -> whenPressed.run());
        action.setManaged(true);
        action.setVisible(true);
    }

    /** The fact and the advice as shown. */
    public String words() {
        return fact.getText() + advice.getText();
    }
}
