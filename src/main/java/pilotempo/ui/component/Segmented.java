package pilotempo.ui.component;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A few choices side by side, one of them taken. Arrow keys and Tab move, Space takes. */
public final class Segmented<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Consumer<T> taken;
    private @Nullable T selected;

    /**
     * With the words in order.
     *
     * @param taken called when the user takes a choice, also the one already taken
     */
    public Segmented(Map<T, String> words, Consumer<T> taken) {
        this.taken = taken;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("segmented");
        setMinWidth(USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        int index = 0;
        for (var word : words.entrySet()) {
            add(word.getKey(), word.getValue(), index++, words.size());
        }
    }

    private void add(T value, String word, int index, int count) {
        var button = new ToggleButton(word);
        button.setId("choice-" + value);
        button.setMinWidth(USE_PREF_SIZE);
        if (count > 1) {
            button.getStyleClass()
                    .add(
                            index == 0
                                    ? Styles.LEFT_PILL
                                    : index == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        button.setOnAction(
                _ -> {
                    select(value);
                    taken.accept(value);
                });
        buttons.put(value, button);
        getChildren().add(button);
    }

    /** Shows a choice as taken, without telling; null = none. */
    public void select(@Nullable T value) {
        selected = value;
        buttons.forEach((each, button) -> button.setSelected(each.equals(value)));
    }

    /** What is taken; null = none. */
    public @Nullable T selected() {
        return selected;
    }
}
