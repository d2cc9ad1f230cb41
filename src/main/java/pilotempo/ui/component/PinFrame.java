package pilotempo.ui.component;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.settings.PinHash;

/** Words at the left, ten keys that a thumb hits at the right; a keyboard's digits work too. */
final class PinFrame extends HBox {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final Texts texts;
    private final Consumer<String> entered;
    private final Runnable touched;
    private final Label title = new Label();
    private final Label what = new Label();
    private final HBox dots = new HBox();
    private final Label told = new Label();
    private final GridPane keys = new GridPane();
    private final StringBuilder typed = new StringBuilder();

    /**
     * @param entered told a PIN of the right length
     * @param touched called at each key
     * @param cancel what the button for leaving does
     */
    PinFrame(Texts texts, Consumer<String> entered, Runnable touched, Runnable cancel) {
        this.texts = texts;
        this.entered = entered;
        this.touched = touched;
        getStyleClass().addAll("dialog-card", "pin-pad");
        getChildren().setAll(left(cancel), keys());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        dots();
    }

    private Node left(Runnable cancel) {
        title.getStyleClass().add("dialog-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        dots.getStyleClass().add("pin-dots");
        dots.setAlignment(Pos.CENTER_LEFT);
        told.getStyleClass().add("field-error");
        told.setId("pin-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var leave = new Button(texts.get("pin.cancel"));
        leave.setId("pin-cancel");
        leave.getStyleClass().add("main-action");
        leave.setMaxWidth(Double.MAX_VALUE);
        leave.setOnAction(_ -> cancel.run());
        var column = new VBox(12, title, what, dots, told, space, leave);
        column.getStyleClass().add("pin-words");
        return column;
    }

    private Node keys() {
        keys.getStyleClass().add("pin-keys");
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(digit(digit), (digit - 1) % 3, (digit - 1) / 3);
        }
        var back = new Button("", Icon.BACKSPACE.node(24));
        back.setId("pin-back");
        back.setAccessibleText(texts.get("pin.back"));
        back.setOnAction(_ -> back());
        var enter = new Button("", Icon.CHECK.node(24));
        enter.setId("pin-enter");
        enter.setAccessibleText(texts.get("pin.enter"));
        enter.getStyleClass().add("accent");
        enter.setOnAction(_ -> enter());
        keys.add(back, 0, 3);
        keys.add(digit(0), 1, 3);
        keys.add(enter, 2, 3);
        return keys;
    }

    private Button digit(int digit) {
        var button = new Button(Integer.toString(digit));
        button.setId("pin-" + digit);
        button.setOnAction(_ -> type(digit));
        return button;
    }

    private void key(KeyEvent key) {
        var text = key.getText();
        if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
            type(text.charAt(0) - '0');
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE) {
            back();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && !typed.isEmpty()) {
            enter();
            key.consume();
        }
    }

    private void type(int digit) {
        touched.run();
        if (!keys.isDisabled() && typed.length() < PinHash.LONGEST) {
            typed.append(digit);
            tell("");
            dots();
        }
    }

    private void back() {
        touched.run();
        if (!keys.isDisabled() && !typed.isEmpty()) {
            typed.setLength(typed.length() - 1);
            dots();
        }
    }

    private void enter() {
        touched.run();
        var pin = typed.toString();
        if (!keys.isDisabled() && PinHash.isPin(pin)) {
            entered.accept(pin);
        } else if (!keys.isDisabled() && !pin.isEmpty()) {
            tell(texts.get("pin.short", PinHash.SHORTEST));
        }
    }

    void ask(String titleText, String sentence) {
        title.setText(titleText);
        what.setText(sentence);
    }

    /** What is wrong; nothing where it is empty. */
    void tell(String sentence) {
        told.setText(sentence);
        told.setGraphic(sentence.isEmpty() ? null : Icon.ERROR.node(20));
    }

    void setResting(boolean resting) {
        keys.setDisable(resting);
    }

    /** Forgets what was typed. */
    void clear() {
        typed.setLength(0);
        dots();
    }

    private void dots() {
        dots.getChildren().clear();
        for (int i = 0; i < Math.max(PinHash.SHORTEST, typed.length()); i++) {
            var dot = new Region();
            dot.getStyleClass().add("pin-dot");
            dot.pseudoClassStateChanged(FILLED, i < typed.length());
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText(Integer.toString(typed.length()));
    }
}
