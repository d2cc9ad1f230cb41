package pilotempo.ui.component;

import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * A whole number changed by two buttons, or by the arrow keys: no keyboard is needed. Page keys
 * take ten steps at once. Where there is a keyboard it may be typed too, and then stands as typed,
 * right or wrong. FX thread.
 */
public final class Stepper extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final int least;
    private final int step;
    private final IntFunction<String> words;
    private final Label shown = new Label();
    private final TextField typed = new TextField();
    private final Button less = new Button("", Icon.REMOVE.node());
    private final Button more = new Button("", Icon.ADD.node());
    private int most;
    private int value;
    private IntConsumer changed = _ -> {};
    private boolean quiet;

    /**
     * Shows the least value.
     *
     * @param name what is changed, for assistive technology
     * @param step whose multiples the buttons take
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
        less.setOnAction(_ -> by(-1));
        more.setOnAction(_ -> by(1));
        typed.setAccessibleText(name);
        typed.getStyleClass().add("stepper-field");
        typed.textProperty().addListener((_, _, text) -> told(text));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().setAll(less, shown, more);
        set(least);
    }

    /** Lets the number be typed between the buttons, before its unit. */
    public Stepper typed(String unit) {
        var beside = new Label(unit);
        beside.getStyleClass().add("muted");
        beside.setMinWidth(USE_PREF_SIZE);
        beside.setMouseTransparent(true);
        StackPane.setAlignment(beside, Pos.CENTER_RIGHT);
        StackPane.setMargin(beside, new Insets(0, 12, 0, 0));
        Node field = new StackPane(typed, beside);
        getChildren().setAll(less, field, more);
        return this;
    }

    /** The value; while something wrong is typed, the last that was right. */
    public int get() {
        return value;
    }

    /** The number, or what is typed in its place. */
    public String text() {
        return typed.getText();
    }

    /** The field that is typed in, for its id. */
    public TextField field() {
        return typed;
    }

    /** Shows a value, without telling; one out of range becomes the nearest. */
    public void set(int next) {
        show(Integer.toString(Math.clamp(next, least, most)));
    }

    /** Shows what was typed before, without telling. */
    public void show(String text) {
        quiet = true;
        typed.setText(text);
        told(text);
        quiet = false;
    }

    /** Another highest value; the shown one follows. */
    public void setMost(int highest) {
        most = highest;
        set(value);
    }

    /** Marks it as wrong, or not. */
    public void setWrong(boolean wrong) {
        typed.pseudoClassStateChanged(ERROR, wrong);
    }

    /** Hears of each change by the user. */
    public void onChange(IntConsumer listener) {
        changed = listener;
    }

    private void told(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                value = number;
            }
        } catch (NumberFormatException none) {
            // It stands as it was typed.
        }
        shown.setText(words.apply(value));
        less.setDisable(value <= least);
        more.setDisable(value >= most);
        if (!quiet) {
            changed.accept(value);
        }
    }

    /** So many steps on; from between two of them the first leads to the next. */
    private void by(int steps) {
        int from = steps > 0 ? Math.floorDiv(value, step) : Math.ceilDiv(value, step);
        int next = Math.clamp((long) (from + steps) * step, least, most);
        typed.setText(Integer.toString(next));
    }

    private void key(KeyEvent key) {
        boolean field = key.getTarget().equals(typed);
        int steps =
                switch (key.getCode()) {
                    case KeyCode.UP -> 1;
                    case KeyCode.DOWN -> -1;
                    case KeyCode.ADD, KeyCode.PLUS -> field ? 0 : 1;
                    case KeyCode.SUBTRACT, KeyCode.MINUS -> field ? 0 : -1;
                    case KeyCode.PAGE_UP -> 10;
                    case KeyCode.PAGE_DOWN -> -10;
                    default -> 0;
                };
        if (steps != 0) {
            by(steps);
            key.consume();
        }
    }
}
