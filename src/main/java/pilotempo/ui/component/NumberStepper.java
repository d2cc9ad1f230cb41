package pilotempo.ui.component;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A whole number between two buttons. On the desktop it may be typed too, and is told as typed,
 * right or wrong; on the kiosk, which has no keyboard, the buttons are all there is. FX thread.
 */
public final class NumberStepper extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final int least;
    private final int most;
    private final int step;
    private final TextField typed = new TextField();
    private final Label shown = new Label();
    private final Button less = new Button("", Icon.REMOVE.node(20));
    private final Button more = new Button("", Icon.ADD.node(20));
    private final boolean kiosk;
    private Consumer<String> changed = _ -> {};
    private boolean quiet;

    /**
     * A number from {@code least} to {@code most}, which the buttons change by {@code step}.
     *
     * @param unit beside the number; may be empty
     * @param lessWord what the button for less is called
     * @param moreWord what the other is called
     */
    public NumberStepper(
            boolean kiosk,
            int least,
            int most,
            int step,
            String unit,
            String lessWord,
            String moreWord) {
        this.kiosk = kiosk;
        this.least = least;
        this.most = most;
        this.step = step;
        getStyleClass().add("number-stepper");
        setAlignment(Pos.CENTER_LEFT);
        setMaxWidth(USE_PREF_SIZE);
        var unitLabel = new Label(unit);
        unitLabel.getStyleClass().add("muted");
        unitLabel.setMinWidth(USE_PREF_SIZE);
        unitLabel.setMouseTransparent(true);
        less.setAccessibleText(lessWord);
        more.setAccessibleText(moreWord);
        less.getStyleClass().add("step-button");
        more.getStyleClass().add("step-button");
        less.setOnAction(_ -> step(-1));
        more.setOnAction(_ -> step(1));
        typed.textProperty().addListener((_, _, text) -> told(text));
        typed.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        typed.getStyleClass().add("step-field");
        shown.getStyleClass().add("step-value");
        shown.setAlignment(Pos.CENTER_RIGHT);
        if (kiosk) {
            var value = new HBox(6, shown, unitLabel);
            value.getStyleClass().add("step-shown");
            value.setAlignment(Pos.CENTER);
            getChildren().setAll(less, value, more);
        } else {
            var field = new StackPane(typed, unitLabel);
            StackPane.setAlignment(unitLabel, Pos.CENTER_RIGHT);
            StackPane.setMargin(unitLabel, new javafx.geometry.Insets(0, 12, 0, 0));
            getChildren().setAll(less, field, more);
        }
    }

    /** Told what stands in it after each change by the user. */
    public void onChange(Consumer<String> listener) {
        changed = listener;
    }

    /** What stands in it. */
    public String text() {
        return typed.getText();
    }

    /** Shows something without telling. */
    public void show(String text) {
        quiet = true;
        typed.setText(text);
        quiet = false;
    }

    /** Marks it as wrong, or not. */
    public void setWrong(boolean wrong) {
        typed.pseudoClassStateChanged(ERROR, wrong);
        shown.pseudoClassStateChanged(ERROR, wrong);
    }

    /** The field itself, for ids, labels and focus. */
    public javafx.scene.control.Control field() {
        return kiosk ? more : typed;
    }

    private void told(String text) {
        shown.setText(text);
        var value = value(text);
        less.setDisable(value != null && value <= least);
        more.setDisable(value != null && value >= most);
        if (!quiet) {
            changed.accept(text);
        }
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN) {
            step(key.getCode() == KeyCode.UP ? 1 : -1);
            key.consume();
        }
    }

    /** To the next multiple of the step; from what is no number to the least. */
    private void step(int direction) {
        var value = value(typed.getText());
        int next =
                value == null
                        ? least
                        : direction > 0
                                ? Math.floorDiv(value, step) * step + step
                                : Math.ceilDiv(value, step) * step - step;
        typed.setText(Integer.toString(Math.clamp(next, least, most)));
    }

    private static @Nullable Integer value(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
