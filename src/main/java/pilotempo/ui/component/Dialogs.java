package pilotempo.ui.component;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One dialog at a time over the page, inside the scene: on the kiosk a second window may fall
 * behind the first. While one is open, neither pointer nor keys reach the page. Owned by the shell,
 * which lays {@link #node} over everything. FX thread.
 */
public final class Dialogs {
    private final StackPane veil = new StackPane();
    private final ChangeListener<@Nullable Node> keepFocus = this::focusMoved;
    private Runnable whenDismissed = () -> {};
    private boolean justOpened;
    private @Nullable Node focusBefore;
    private @Nullable Scene scene;

    /** None open. */
    public Dialogs() {
        veil.getStyleClass().add("dialog-veil");
        veil.setVisible(false);
        veil.addEventHandler(KeyEvent.ANY, this::key);
        veil.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /** What the shell lays over everything; not to be seen while no dialog is open. */
    public Node node() {
        return veil;
    }

    /** Whether one is open. */
    public boolean isOpen() {
        return veil.isVisible();
    }

    /**
     * Opens one, in place of the one that is open.
     *
     * @param dismissed called when the user leaves it without an answer, and when another takes its
     *     place; not by {@link #close}
     */
    public void show(Region dialog, Runnable dismissed) {
        dismiss();
        whenDismissed = dismissed;
        var shade = new Region();
        shade.getStyleClass().add("dialog-shade");
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.getChildren().setAll(shade, dialog);
        veil.setVisible(true);
        justOpened = true;
        var shown = veil.getScene();
        if (shown != null) {
            scene = shown;
            focusBefore = shown.getFocusOwner();
            shown.focusOwnerProperty().addListener(keepFocus);
        }
        focusInside();
    }

    /** Closes it without a word: it was answered. */
    public void close() {
        whenDismissed = () -> {};
        if (!isOpen()) {
            return;
        }
        veil.setVisible(false);
        veil.getChildren().clear();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keepFocus);
            scene = null;
        }
        if (focusBefore != null && focusBefore.getScene() != null) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    /** Closes it as the user does who leaves it without an answer. */
    public void dismiss() {
        var told = whenDismissed;
        close();
        told.run();
    }

    /** The second press of the double click that opened a question is no answer to it. */
    private void pressed(MouseEvent press) {
        if (justOpened && press.getClickCount() > 1) {
            press.consume();
        } else {
            justOpened = false;
        }
    }

    private void key(KeyEvent key) {
        if (key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ESCAPE) {
            dismiss();
        }
        // The shell's own keys rest meanwhile.
        key.consume();
    }

    private void focusMoved(
            ObservableValue<? extends @Nullable Node> owner,
            @Nullable Node old,
            @Nullable Node now) {
        if (isOpen() && !isInside(now)) {
            focusInside();
        }
    }

    private boolean isInside(@Nullable Node node) {
        for (var one = node; one != null; one = one.getParent()) {
            if (one.equals(veil)) {
                return true;
            }
        }
        return false;
    }

    private void focusInside() {
        var first = firstFocusable(veil);
        if (first != null) {
            first.requestFocus();
        }
    }

    private static @Nullable Node firstFocusable(Parent parent) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return child;
            }
            var inside = child instanceof Parent group ? firstFocusable(group) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
