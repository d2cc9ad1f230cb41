package pilotempo.ui.chart;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and fingers on a chart. A mouse's hover points, its drag pans, with Shift or the other
 * button it marks a stretch to zoom to, its wheel zooms (sideways pans); a finger points, two pinch
 * or pan; a double click or tap widens.
 */
final class ChartGestures {
    private static final double CLICK_PX = 3;
    private static final double SMALLEST_STRETCH_PX = 6;
    private static final double WHEEL_NOTCH = 40;

    private final ChartSurface surface;
    private final boolean kiosk;
    private double pressedAt = Double.NaN;
    private @Nullable ChartWindow grabbed;
    private boolean marking;
    private boolean moved;
    private boolean pinching;

    ChartGestures(ChartSurface surface, boolean kiosk) {
        this.surface = surface;
        this.kiosk = kiosk;
    }

    void listenTo(Node node) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        node.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> {
                    if (!finger(event)) {
                        surface.pointAt(event.getX());
                    }
                });
        node.addEventHandler(
                MouseEvent.MOUSE_EXITED,
                _ -> {
                    if (!kiosk) {
                        surface.letGo();
                    }
                });
        node.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        node.addEventHandler(ZoomEvent.ANY, this::pinched);
    }

    private boolean finger(MouseEvent event) {
        return kiosk || event.isSynthesized();
    }

    private void pressed(MouseEvent event) {
        moved = false;
        if (finger(event)) {
            surface.pointAt(event.getX());
        } else {
            pressedAt = event.getX();
            grabbed = surface.window();
            marking = event.isShiftDown() || event.getButton() == MouseButton.SECONDARY;
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        var layout = surface.layout();
        var window = grabbed;
        if (finger(event)) {
            if (!pinching) {
                surface.pointAt(event.getX());
            }
        } else if (layout != null && window != null) {
            moved |= Math.abs(event.getX() - pressedAt) > CLICK_PX;
            if (moved && marking) {
                surface.letGo();
                surface.mark(pressedAt, event.getX());
            } else if (moved) {
                surface.letGo();
                double share = (pressedAt - event.getX()) / layout.plot().width();
                surface.navigation().navigate(window.panned(share));
            }
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        var window = grabbed;
        grabbed = null;
        if (marking && moved && window != null) {
            surface.unmark();
            if (Math.abs(event.getX() - pressedAt) >= SMALLEST_STRETCH_PX) {
                var stretch = window.stretch(at(pressedAt), at(event.getX()));
                surface.navigation().navigate(stretch);
            }
        }
        marking = false;
        if (event.isSynthesized() && !kiosk) {
            surface.letGo();
        }
        event.consume();
    }

    private void clicked(MouseEvent event) {
        boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
        if (twice && !moved && event.isStillSincePress()) {
            surface.letGo();
            surface.navigation().widen();
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        var layout = surface.layout();
        var window = surface.window();
        if (layout == null || window == null || event.isInertia()) {
            return;
        }
        boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (event.isDirect()) {
            // One finger points, and its mouse events say so.
            if (event.getTouchCount() >= 2 && sideways) {
                pan(window, layout, event.getDeltaX());
            }
        } else if (sideways) {
            pan(window, layout, event.getDeltaX());
        } else if (event.getDeltaY() != 0) {
            double notches = Math.clamp(event.getDeltaY() / WHEEL_NOTCH, -1, 1);
            double factor = Math.pow(ChartSurface.ZOOM_STEP, notches);
            surface.navigation().navigate(window.zoomed(factor, at(event.getX())));
        }
        event.consume();
    }

    private void pan(ChartWindow window, ChartLayout layout, double pixels) {
        surface.navigation().navigate(window.panned(-pixels / layout.plot().width()));
    }

    private void pinched(ZoomEvent event) {
        var window = surface.window();
        if (event.getEventType() == ZoomEvent.ZOOM_STARTED) {
            pinching = true;
            surface.letGo();
        } else if (event.getEventType() == ZoomEvent.ZOOM_FINISHED) {
            pinching = false;
        } else if (window != null && event.getZoomFactor() > 0 && !event.isInertia()) {
            double factor = 1 / event.getZoomFactor();
            surface.navigation().navigate(window.zoomed(factor, at(event.getX())));
        }
        event.consume();
    }

    /** The instant at a pixel, within the plot. */
    private Instant at(double x) {
        var layout = surface.layout();
        if (layout == null) {
            return Instant.EPOCH;
        }
        double inside = Math.clamp(x, layout.plot().left(), layout.plot().right());
        return Instant.ofEpochMilli(Math.round(layout.time().value(inside)));
    }
}
