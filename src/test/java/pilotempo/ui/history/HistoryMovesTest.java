package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Wheel, keys, fingers and mouse. */
class HistoryMovesTest extends HistoryPage {
    @Test
    void the_wheel_zooms_the_keys_pan_and_today_leads_back() {
        open(Locale.FRENCH, false, false);
        loaded();
        moveTo(chart()).scroll(5, javafx.geometry.VerticalDirection.UP);
        until(() -> says("Aujourd’hui") && !says("31 déc. – 6 janv."));
        onFx(() -> chart().requestFocus());
        var zoomed = onFx(() -> chart().summary());
        push(KeyCode.LEFT);
        until(() -> !chart().summary().equals(zoomed));
        press("Aujourd’hui");
        until(() -> says("31 déc. – 6 janv."));
    }

    @Test
    void dragging_pans_without_waiting_for_the_database() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        mouse(MouseEvent.MOUSE_PRESSED, 500);
        mouse(MouseEvent.MOUSE_DRAGGED, 620);
        mouse(MouseEvent.MOUSE_DRAGGED, 740);
        until(() -> says("Aujourd’hui"));
        assertThat(onFx(() -> chart().summary())).contains("lun. 29 déc.");
        mouse(MouseEvent.MOUSE_RELEASED, 740);
        until(() -> past.queries.get() > before);
    }

    @Test
    void a_stretch_marked_with_the_other_button_is_zoomed_to_and_back_leads_back() {
        open(Locale.FRENCH, false, false);
        loaded();
        mark(400, 600);
        picture("history-desktop-light-fr-marking");
        mouse(MouseEvent.MOUSE_RELEASED, 600, MouseButton.SECONDARY, 1);
        until(() -> !where().equals("31 déc. – 6 janv."));
        mark(300, 700);
        var first = where();
        mouse(MouseEvent.MOUSE_RELEASED, 700, MouseButton.SECONDARY, 1);
        until(() -> !where().equals(first));
        loaded();
        // Each is a step of its own once the hand has rested.
        until(() -> past.queries.get() >= 2);
        onFx(() -> chart().requestFocus());
        push(KeyCode.BACK_SPACE);
        until(() -> where().equals(first) || where().equals("31 déc. – 6 janv."));
        for (int i = 0; i < 2 && !where().equals("31 déc. – 6 janv."); i++) {
            press("Revenir à la vue précédente");
        }
        until(() -> where().equals("31 déc. – 6 janv."));
    }

    @Test
    void a_double_click_widens_and_the_keys_zoom() {
        open(Locale.FRENCH, false, false);
        loaded();
        onFx(() -> chart().requestFocus());
        onFx(() -> chart().fireEvent(typed("+")));
        until(() -> says("Aujourd’hui"));
        mouse(MouseEvent.MOUSE_PRESSED, 500);
        mouse(MouseEvent.MOUSE_CLICKED, 500, MouseButton.PRIMARY, 2);
        until(
                () ->
                        where().contains("–")
                                && lookup("#choice-WEEK")
                                        .queryAs(javafx.scene.control.ToggleButton.class)
                                        .isSelected());
        push(KeyCode.HOME);
        until(() -> where().contains("2026") || where().contains("2025"));
    }

    @Test
    void two_fingers_pinch() {
        open(Locale.FRENCH, true, true);
        loaded();
        var before = where();
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM_STARTED, 1)));
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM, 2)));
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM_FINISHED, 1)));
        until(() -> !where().equals(before));
        loaded();
        picture("history-kiosk-dark-fr-zoomed");
        press("Ce qui est affiché");
        until(() -> says("Comparer"));
        press("Comparer");
        until(() -> lookup(".chart-before").tryQuery().isPresent());
        picture("history-kiosk-dark-fr-options");
    }

    private void mark(double from, double to) {
        mouse(MouseEvent.MOUSE_PRESSED, from, MouseButton.SECONDARY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, MouseButton.SECONDARY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, to, MouseButton.SECONDARY, 1);
    }

    private static javafx.scene.input.KeyEvent typed(String character) {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED,
                character,
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false);
    }

    private static javafx.scene.input.ZoomEvent pinch(
            EventType<javafx.scene.input.ZoomEvent> type, double factor) {
        return new javafx.scene.input.ZoomEvent(
                type, 400, 150, 400, 150, false, false, false, false, true, false, factor, factor,
                null);
    }
}
