package pilotempo.ui.chart;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Keys on a chart: arrows pan, with Shift by a whole window, with Ctrl they move the cross-hair; +
 * and − zoom there or in the middle; 0 and Home widen; Backspace and Alt+Left lead back; Escape
 * takes the cross-hair away.
 */
final class ChartKeys {
    private static final double STEP = 0.2;
    private static final double CROSS_STEP_PX = 6;

    private final ChartSurface surface;

    ChartKeys(ChartSurface surface) {
        this.surface = surface;
    }

    void listenTo(Node node) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        node.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        boolean used =
                switch (event.getCode()) {
                    case LEFT, KP_LEFT -> event.isAltDown() ? back() : arrow(event, -1);
                    case RIGHT, KP_RIGHT -> !event.isAltDown() && arrow(event, 1);
                    case BACK_SPACE -> back();
                    case HOME -> widen();
                    case ESCAPE -> letGo();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    /** By character: where + and − lie depends on the keyboard. */
    private void typed(KeyEvent event) {
        boolean used =
                switch (event.getCharacter()) {
                    case "+", "=" -> zoom(ChartSurface.ZOOM_STEP);
                    case "-", "\u2212" -> zoom(1 / ChartSurface.ZOOM_STEP);
                    case "0" -> widen();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean arrow(KeyEvent event, int direction) {
        if (event.isControlDown()) {
            return cross(direction);
        }
        var window = surface.window();
        if (window != null) {
            double share = event.isShiftDown() ? 1 : STEP;
            surface.navigation().navigate(window.panned(direction * share));
        }
        return window != null;
    }

    private boolean cross(int direction) {
        var layout = surface.layout();
        if (layout == null) {
            return false;
        }
        var plot = layout.plot();
        var at = surface.pointed();
        double x =
                at == null
                        ? (plot.left() + plot.right()) / 2
                        : layout.time().pixel(at.toEpochMilli()) + direction * CROSS_STEP_PX;
        surface.pointAt(Math.clamp(x, plot.left(), plot.right()));
        return true;
    }

    private boolean zoom(double factor) {
        var window = surface.window();
        if (window != null) {
            var at = surface.pointed();
            var around = at == null ? window.from().plus(window.length().dividedBy(2)) : at;
            surface.navigation().navigate(window.zoomed(factor, around));
        }
        return window != null;
    }

    private boolean widen() {
        surface.navigation().widen();
        return true;
    }

    private boolean back() {
        surface.navigation().back();
        return true;
    }

    private boolean letGo() {
        boolean shown = surface.pointed() != null;
        surface.letGo();
        return shown;
    }
}
