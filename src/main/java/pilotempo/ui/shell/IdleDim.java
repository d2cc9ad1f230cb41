package pilotempo.ui.shell;

import java.time.Duration;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Dims the kiosk when nobody has touched it for a while. The touch that wakes it does nothing else:
 * nobody knows what lies under a dark screen.
 */
final class IdleDim {
    private static final Set<EventType<?>> BY_ITSELF =
            Set.of(
                    MouseEvent.MOUSE_ENTERED,
                    MouseEvent.MOUSE_ENTERED_TARGET,
                    MouseEvent.MOUSE_EXITED,
                    MouseEvent.MOUSE_EXITED_TARGET);

    static final Duration AFTER = Duration.ofMinutes(5);

    private final Region veil = new Region();
    private long idleSeconds;
    private boolean swallowClick;

    IdleDim() {
        veil.getStyleClass().add("idle-veil");
        veil.setVisible(false);
    }

    Region veil() {
        return veil;
    }

    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, this::touched);
    }

    /** Once a second. */
    void tick() {
        idleSeconds++;
        if (idleSeconds >= AFTER.toSeconds()) {
            veil.setVisible(true);
        }
    }

    private void touched(InputEvent event) {
        EventType<?> type = event.getEventType();
        if (BY_ITSELF.contains(type)) {
            return; // what changes under a still pointer is no touch
        }
        idleSeconds = 0;
        if (veil.isVisible()) {
            event.consume();
            if (type == MouseEvent.MOUSE_RELEASED || type == KeyEvent.KEY_RELEASED) {
                veil.setVisible(false);
                swallowClick = type == MouseEvent.MOUSE_RELEASED;
            }
        } else if (type == MouseEvent.MOUSE_PRESSED) {
            swallowClick = false;
        } else if (swallowClick && type == MouseEvent.MOUSE_CLICKED) {
            event.consume();
            swallowClick = false;
        }
    }
}
