package pilotempo.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.ui.testing.StillEngine;

/** Every page of the kiosk: a thumb is enough, and nothing needs a keyboard. */
class KioskHandsTest extends WholeWindowTest {
    private static final double THUMB = 48;

    static List<String> names() {
        return List.copyOf(places().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void targets_are_big_enough_and_nothing_is_to_be_typed(String name) {
        var scene = show(StillEngine.of(3), true, Locale.FRENCH, true);
        go(scene, java.util.Objects.requireNonNull(places().get(name)));
        var small = new ArrayList<String>();
        var typed = new ArrayList<String>();
        onFx(() -> look(scene.getRoot(), small, typed));
        assertThat(small).as("targets below 48 px").isEmpty();
        assertThat(typed).as("fields to type in").isEmpty();
    }

    private static void look(Parent parent, List<String> small, List<String> typed) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (child instanceof TextInputControl) {
                typed.add(told(child));
            } else if (child instanceof ButtonBase button
                    && (button.getWidth() < THUMB || button.getHeight() < THUMB)) {
                small.add(told(button) + " " + button.getWidth() + "×" + button.getHeight());
            }
            if (child instanceof Parent inner) {
                look(inner, small, typed);
            }
        }
    }

    private static String told(Node node) {
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + (node instanceof Labeled labeled ? labeled.getText() : "")
                + (node instanceof Region region ? region.getAccessibleText() : "");
    }
}
