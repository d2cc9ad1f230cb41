package pilotempo.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A choice of a few, all in sight. What is shown as chosen is what holds, not what was pressed. */
final class Segments<T> {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private T holds;

    /**
     * Fills a row.
     *
     * @param choose told of a press on another choice
     */
    Segments(Pane row, List<T> choices, T holds, Function<T, String> words, Consumer<T> choose) {
        this.holds = holds;
        var group = new ToggleGroup();
        for (var choice : choices) {
            var button = new ToggleButton(words.apply(choice));
            button.setId("choice-" + choice);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            choice.equals(choices.getFirst())
                                    ? "left-pill"
                                    : choice.equals(choices.getLast())
                                            ? "right-pill"
                                            : "center-pill");
            button.setOnAction(
                    pressed -> {
                        var other = !choice.equals(this.holds);
                        show(this.holds);
                        if (other) {
                            choose.accept(choice);
                        }
                    });
            buttons.put(choice, button);
        }
        row.getChildren().setAll(buttons.values());
        show(holds);
    }

    /** Shows what holds. */
    void show(T next) {
        holds = next;
        buttons.forEach((choice, button) -> button.setSelected(choice.equals(next)));
    }
}
