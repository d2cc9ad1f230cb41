package pilotempo.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.battery.ModeCommand;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.StillEngine;

/** Through every page by the keyboard alone. */
class KeyboardWalkTest extends WholeWindowTest {
    private static final int MOST_STEPS = 80;
    private static final double RING = 6;

    static List<String> names() {
        return List.copyOf(places().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void tab_reaches_every_control_and_each_shows_that_it_has_the_focus(String name) {
        var scene = show(StillEngine.of(3), false, Locale.FRENCH, false);
        var place = java.util.Objects.requireNonNull(places().get(name));
        go(scene, place);
        var reached = new LinkedHashSet<Node>();
        var blind = new ArrayList<String>();
        onFx(() -> scene.getRoot().lookup(".nav-item").requestFocus());
        push(KeyCode.TAB);
        for (int step = 0; step < MOST_STEPS; step++) {
            var node = onFx(scene::getFocusOwner);
            if (node == null || !reached.add(node)) {
                break;
            }
            var seat = onFx(() -> place(scene, node));
            var with = onFx(() -> picture(scene, seat));
            push(KeyCode.TAB);
            if (onFx(() -> same(with, picture(scene, seat)))) {
                blind.add(told(node) + " at " + seat);
            }
        }
        assertThat(blind).as("controls that do not show the focus").isEmpty();
        assertThat(onFx(() -> missed(scene, reached))).as("controls that Tab passes by").isEmpty();
    }

    private static Rectangle2D place(Scene scene, Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        double left = Math.max(0, bounds.getMinX() - RING);
        double top = Math.max(0, bounds.getMinY() - RING);
        return new Rectangle2D(
                left,
                top,
                Math.clamp(scene.getWidth() - left, 1, bounds.getWidth() + 2 * RING),
                Math.clamp(scene.getHeight() - top, 1, bounds.getHeight() + 2 * RING));
    }

    private static WritableImage picture(Scene scene, Rectangle2D place) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var parameters = new SnapshotParameters();
        parameters.setViewport(place);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static boolean same(WritableImage one, WritableImage other) {
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> missed(Scene scene, Set<Node> reached) {
        var all = new ArrayList<Node>();
        collect(scene.getRoot(), all);
        return all.stream().filter(node -> !reached.contains(node)).map(Object::toString).toList();
    }

    private static void collect(Parent parent, List<Node> found) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            // Of a group of toggles the arrows reach the others.
            if (child.isFocusTraversable()
                    && !child.getStyleClass().contains("nav-item")
                    && !(child instanceof javafx.scene.control.ToggleButton)) {
                found.add(child);
            }
            if (child instanceof Parent inner) {
                collect(inner, found);
            }
        }
    }

    private static String told(Node node) {
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + (node instanceof Labeled labeled ? labeled.getText() : "");
    }

    @Test
    void f1_and_the_question_mark_tell_what_keys_do_and_escape_closes() {
        var scene = show(StillEngine.of(3), false, Locale.FRENCH, false);
        push(KeyCode.F1);
        until(() -> scene.lookup("#shortcuts") != null);
        assertThat(says("Ctrl+1 … Ctrl+8")).isTrue();
        picture("keys-desktop-light");
        push(KeyCode.ESCAPE);
        until(() -> scene.lookup("#shortcuts") == null);
        write("?");
        until(() -> scene.lookup("#shortcuts") != null);
        push(KeyCode.ENTER);
        until(() -> scene.lookup("#shortcuts") == null);
    }

    @Test
    void a_question_mark_in_a_field_is_text() {
        var scene = show(StillEngine.of(3), false, Locale.FRENCH, false);
        go(scene, new Place.SettingsPage());
        onFx(() -> scene.lookup("#address-host").requestFocus());
        write("?");
        assertThat(onFx(() -> scene.lookup("#shortcuts"))).isNull();
    }

    @Test
    void a_slot_is_written_by_keys_alone_and_escape_leaves_a_question_unanswered() {
        var engine = StillEngine.of(3);
        var scene = show(engine, false, Locale.FRENCH, false);
        go(scene, new Place.Battery("salon"));
        until(() -> !scene.lookup("#edit-slots").isDisabled());
        onFx(() -> scene.lookup("#edit-slots").requestFocus());
        push(KeyCode.SPACE);
        until(() -> scene.lookup("#slots-dialog") != null);
        push(KeyCode.ESCAPE);
        until(() -> scene.lookup("#slots-dialog") == null);
        assertThat(onFx(() -> scene.getFocusOwner().getId())).isEqualTo("edit-slots");
        push(KeyCode.SPACE);
        until(() -> scene.lookup("#slots-dialog") != null);
        tabTo(scene, "slot-4");
        push(KeyCode.SPACE);
        until(() -> scene.lookup("#slot-dialog") != null);
        tabTo(scene, "slot-write");
        push(KeyCode.ENTER);
        until(() -> !engine.steering.orders.isEmpty());
        assertThat(engine.steering.orders.getFirst().command())
                .isInstanceOfSatisfying(
                        ModeCommand.Manual.class,
                        manual -> assertThat(manual.slot().number()).isEqualTo(4));
    }

    private void tabTo(Scene scene, String id) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var owner = onFx(scene::getFocusOwner);
            if (owner != null && id.equals(owner.getId())) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not reach " + id);
    }
}
