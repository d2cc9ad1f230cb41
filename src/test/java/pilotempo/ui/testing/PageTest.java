package pilotempo.ui.testing;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** Base of tests that look at a page as a user does: by its words and its buttons. */
public abstract class PageTest extends WindowTest {
    /** A page in the room that the shell leaves: header, and rail or bottom bar. */
    protected static BorderPane framed(Node page, boolean kiosk) {
        var frame = new BorderPane(page);
        var header = new Region();
        header.setMinHeight(kiosk ? 56 : 72);
        frame.setTop(header);
        var places = new Region();
        if (kiosk) {
            places.setMinHeight(64);
            frame.setBottom(places);
        } else {
            places.setMinWidth(96);
            frame.setLeft(places);
        }
        return frame;
    }

    /** Whether something that can be seen has these words in it. */
    protected boolean says(String words) {
        return lookup((Node node) -> node instanceof Labeled one && one.getText().contains(words))
                .queryAll()
                .stream()
                .anyMatch(PageTest::seen);
    }

    /** Whether a node and all that it is in are visible. */
    protected static boolean seen(Node node) {
        for (var one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Presses the button of these words, or of this name where it has an icon only. */
    protected void press(String words) {
        onFx(() -> lookup((Node node) -> isButton(node, words)).queryAs(ButtonBase.class).fire());
    }

    private static boolean isButton(Node node, String words) {
        return node instanceof ButtonBase button
                && seen(node)
                && (button.getText().equals(words) || words.equals(button.getAccessibleText()));
    }

    /** The words of the labels that a selector finds, in order. */
    protected static List<String> words(Scene scene, String selector) {
        return onFx(
                () ->
                        scene.getRoot().lookupAll(selector).stream()
                                .filter(Labeled.class::isInstance)
                                .map(node -> ((Labeled) node).getText())
                                .toList());
    }

    /** The words of all labels. */
    protected static List<String> words(Scene scene) {
        return words(scene, ".label");
    }

    /** Takes a picture of a scene. */
    protected static void picture(Scene scene, String name) {
        onFx(() -> Pictures.save(scene, name));
    }

    /** Takes a picture of what is on the stage. */
    protected void picture(String name) {
        onFx(() -> Pictures.save(stage.getScene(), name));
    }
}
