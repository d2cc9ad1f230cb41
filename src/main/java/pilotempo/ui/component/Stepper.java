package pilotempo.ui.component;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * A whole number changed by two buttons, or by the arrow keys: no keyboard is needed. Page keys
 * take ten steps at once.
 */
public final class Stepper extends HBox {
    private final int least;
    private final int step;
    private final IntFunction<String> words;
    private final Label shown = new Label();
    private final Button less = new Button("", Icon.REMOVE.node());
    private final Button more = new Button("", Icon.ADD.node());
    private int most;
    private int value;
    private IntConsumer changed = _ -> {};

    /**
     * Shows the least value.
     *
     * @param name what is changed, for assistive technology
     * @param words how a value is written, unit included
     */
    public Stepper(String name, int least, int most, int step, IntFunction<String> words) {
        this.least = least;
        this.most = most;
        this.step = step;
        this.words = words;
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        shown.getStyleClass().add("stepper-value");
        shown.setAlignment(Pos.CENTER);
        shown.setMinWidth(USE_PREF_SIZE);
        less.getStyleClass().add("square-button");
        more.getStyleClass().add("square-button");
        less.setAccessibleText(name + " −");
        more.setAccessibleText(name + " +");
        less.setOnAction(_ -> take(value - step));
        more.setOnAction(_ -> take(value + step));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().setAll(less, shown, more);
        set(least);
    }

    /** The value. */
    public int get() {
        return value;
    }

    /** Shows a value, without telling; one out of range becomes the nearest. */
    public void set(int next) {
        value = Math.clamp(next, least, most);
        shown.setText(words.apply(value));
        less.setDisable(value <= least);
        more.setDisable(value >= most);
    }

    /** Another highest value; the shown one follows. */
    public void setMost(int highest) {
        most = highest;
        set(value);
    }

    /** Hears of each value that the user takes. */
    public void onChange(IntConsumer listener) {
        changed = listener;
    }

    private void take(int next) {
        int before = value;
        // From a value between two steps the next whole step is taken.
        set(Math.floorMod(before - least, step) == 0 ? next : rounded(next, before));
        if (value != before) {
            changed.accept(value);
        }
    }

    private int rounded(int next, int before) {
        int floor = before - Math.floorMod(before - least, step);
        return next > before ? floor + step : floor;
    }

    private void key(KeyEvent key) {
        int by =
                switch (key.getCode()) {
                    case KeyCode.UP, KeyCode.ADD, KeyCode.PLUS -> 1;
                    case KeyCode.DOWN, KeyCode.SUBTRACT, KeyCode.MINUS -> -1;
                    case KeyCode.PAGE_UP -> 10;
                    case KeyCode.PAGE_DOWN -> -10;
                    default -> 0;
                };
        if (by != 0) {
            take(value + by * step);
            key.consume();
        }
    }
}
