package pilotempo.ui.component;

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

import org.jspecify.annotations.Nullable;

import pilotempo.lifecycle.Subscription;
import pilotempo.settings.PinHash;
import pilotempo.settings.Secret;

import java.time.Duration;

/** Ten keys that a thumb hits. Left alone for a minute it goes by itself. FX thread. */
final class PinPad extends HBox {
    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");
    private static final int PATIENCE_S = 60;

    private final UiContext context;
    private final Texts texts;
    private final @Nullable PinHash right;
    private final Runnable allowed;
    private final HBox dots = new HBox();
    private final Label told = new Label();
    private final GridPane keys = new GridPane();
    private final StringBuilder typed = new StringBuilder();
    private final Subscription ticks;
    private BackgroundWork.@Nullable Job checking;
    private int idle;
    private boolean pausing;

    PinPad(UiContext context, String purpose, Secret kept, Runnable allowed) {
        this.context = context;
        this.texts = Texts.of("pilotempo.ui.component.Component", context.locale());
        this.right = PinHash.read(kept).orElse(null);
        this.allowed = allowed;
        getStyleClass().addAll("dialog-card", "pin-pad");
        getChildren().setAll(left(purpose), keys());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ticks = context.clockTick().subscribe(this::tick);
        show();
    }

    /** Lets go of everything; it has left the screen. */
    void stop() {
        ticks.close();
        if (checking != null) {
            checking.cancel();
        }
    }

    private Node left(String purpose) {
        var title = new Label(texts.get("pin.title"));
        title.getStyleClass().add("dialog-title");
        title.setWrapText(true);
        var what = new Label(purpose);
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        dots.getStyleClass().add("pin-dots");
        told.getStyleClass().add("field-error");
        told.setId("pin-told");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var cancel = new Button(texts.get("pin.cancel"));
        cancel.getStyleClass().add("main-action");
        cancel.setMaxWidth(Double.MAX_VALUE);
        cancel.setOnAction(_ -> context.dialogs().dismiss());
        var column = new VBox(12, title, what, dots, told, space, cancel);
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
        } else if (key.getCode() == KeyCode.ENTER) {
            enter();
            key.consume();
        }
    }

    private void type(int digit) {
        idle = 0;
        if (!keys.isDisabled() && typed.length() < PinHash.LONGEST) {
            typed.append(digit);
            told.setText("");
            show();
        }
    }

    private void back() {
        idle = 0;
        if (!keys.isDisabled() && !typed.isEmpty()) {
            typed.setLength(typed.length() - 1);
            show();
        }
    }

    private void enter() {
        idle = 0;
        var pin = typed.toString();
        if (right == null || keys.isDisabled() || !PinHash.isPin(pin)) {
            return;
        }
        keys.setDisable(true);
        var hash = right;
        checking =
                context.work()
                        .start(
                                () -> hash.matches(pin),
                                this::answered,
                                bug -> {
                                    throw new IllegalStateException("PIN not checked", bug);
                                });
    }

    private void answered(boolean matches) {
        checking = null;
        typed.setLength(0);
        if (matches) {
            context.pinGuard().right();
            stop();
            context.dialogs().close();
            allowed.run();
            return;
        }
        context.pinGuard().wrong(context.engine().now());
        told.setText(texts.get("pin.wrong", context.pinGuard().triesLeft()));
        show();
    }

    private void tick() {
        idle++;
        if (idle > PATIENCE_S && checking == null) {
            context.dialogs().dismiss();
            return;
        }
        show();
    }

    private void show() {
        var pause = context.pinGuard().pauseLeft(context.engine().now());
        keys.setDisable(right == null || pause.isPositive() || checking != null);
        if (right == null) {
            told.setText(texts.get("pin.unreadable"));
        } else if (pause.isPositive()) {
            told.setText(texts.get("pin.pause", context.formats().duration(atLeastASecond(pause))));
        } else if (pausing) {
            told.setText("");
        }
        pausing = pause.isPositive();
        told.setGraphic(told.getText().isEmpty() ? null : Icon.ERROR.node(20));
        dots.getChildren().clear();
        for (int i = 0; i < Math.max(PinHash.SHORTEST, typed.length()); i++) {
            var dot = new Region();
            dot.getStyleClass().add("pin-dot");
            dot.pseudoClassStateChanged(FILLED, i < typed.length());
            dots.getChildren().add(dot);
        }
        dots.setAlignment(Pos.CENTER_LEFT);
        dots.setAccessibleText(Integer.toString(typed.length()));
    }

    private static Duration atLeastASecond(Duration pause) {
        return pause.toSeconds() == 0 ? Duration.ofSeconds(1) : pause;
    }
}
