package pilotempo.ui.component;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One end of the flow: an icon and a name, watts without a sign, and a word for the direction. */
public final class FlowBox extends VBox {
    private final Label title = new Label();
    private final ValueLabel value = new ValueLabel(ValueLabel.Size.S);
    private final Label word = new Label();
    private Icon icon = Icon.HOME;
    private WordPlace wordPlace = WordPlace.BELOW;
    private String name = "";
    private boolean inRow;

    /** Where the word for the direction stands. */
    public enum WordPlace {
        /** Below the watts. */
        BELOW,
        /** Behind the name, after a comma. */
        TITLE,
        /** Nowhere: the arrow beside the box tells it. */
        NONE
    }

    /** Unknown. */
    public FlowBox() {
        getStyleClass().addAll("inset", "flow-box");
        title.getStyleClass().addAll("muted", "flow-title");
        word.getStyleClass().addAll("smallest", "toned-text");
        title.setMinWidth(USE_PREF_SIZE);
        value.setMaxWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().setAll(title, value, word);
        show(Tone.UNKNOWN, Formats.UNKNOWN, "W", "");
    }

    /** Shows a power; an empty word takes no room. */
    public void show(Tone tone, String watts, String unit, String direction) {
        tone.applyTo(this);
        value.show(watts, unit);
        boolean below = wordPlace == WordPlace.BELOW && !direction.isEmpty();
        word.setText(direction);
        word.setManaged(below);
        word.setVisible(below);
        title.setText(
                wordPlace == WordPlace.TITLE && !direction.isEmpty()
                        ? name + ", " + direction
                        : name);
    }

    /** Its name. */
    public String getTitle() {
        return name;
    }

    /** Changes its name. */
    public void setTitle(String text) {
        name = text;
        title.setText(text);
    }

    /** Whether name and watts stand in one line, without a box. */
    public boolean isInRow() {
        return inRow;
    }

    /** Puts name and watts into one line, without a box. */
    public void setInRow(boolean row) {
        inRow = row;
        if (inRow) {
            getStyleClass().removeAll("inset", "flow-box");
            getStyleClass().add("flow-row");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var line = new HBox(title, gap, value);
            line.setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(line);
        }
    }

    /** Where the word stands. */
    public WordPlace getWordPlace() {
        return wordPlace;
    }

    /** Changes where the word stands; set it before the first power is shown. */
    public void setWordPlace(WordPlace place) {
        wordPlace = place;
    }

    /** Its icon. */
    public Icon getIcon() {
        return icon;
    }

    /** Changes its icon. */
    public void setIcon(Icon next) {
        icon = next;
        var glyph = icon.node(18);
        glyph.getStyleClass().add("toned-icon");
        title.setGraphic(glyph);
    }

    /** The watts as shown. */
    public String watts() {
        return value.getNumber();
    }
}
