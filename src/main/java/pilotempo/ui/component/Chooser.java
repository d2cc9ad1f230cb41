package pilotempo.ui.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One of many choices between two buttons that go round: what a thumb can do with a long list. */
public final class Chooser<T> extends HBox {
    private final List<T> values = new ArrayList<>();
    private final Map<T, String> words;
    private final Label shown = new Label();
    private final Consumer<T> taken;
    private int index;

    /**
     * With the words in order, the first taken.
     *
     * @param beforeWord what the button to the choice before is called
     * @param afterWord what the other is called
     */
    public Chooser(Map<T, String> words, String beforeWord, String afterWord, Consumer<T> taken) {
        this.words = Map.copyOf(words);
        this.taken = taken;
        values.addAll(words.keySet());
        getStyleClass().add("chooser");
        setAlignment(Pos.CENTER_LEFT);
        shown.getStyleClass().add("chooser-word");
        shown.setAlignment(Pos.CENTER);
        getChildren()
                .setAll(
                        button(Icon.PREVIOUS, beforeWord, -1),
                        shown,
                        button(Icon.NEXT, afterWord, 1));
        tell();
    }

    /** Shows a choice as taken, without telling. */
    public void select(T value) {
        index = Math.max(0, values.indexOf(value));
        tell();
    }

    private Button button(Icon icon, String word, int direction) {
        var button = new Button("", icon.node(22));
        button.getStyleClass().add("step-button");
        button.setAccessibleText(word);
        button.setOnAction(
                _ -> {
                    index = Math.floorMod(index + direction, values.size());
                    tell();
                    taken.accept(values.get(index));
                });
        return button;
    }

    private void tell() {
        shown.setText(words.getOrDefault(values.get(index), ""));
    }
}
