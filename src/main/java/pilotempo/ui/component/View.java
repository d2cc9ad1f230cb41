package pilotempo.ui.component;

import javafx.scene.Node;

/**
 * What the shell shows in its middle. Made and used on the FX thread. It listens while it is on
 * screen only: the shell calls {@link #shown} and {@link #hidden} in turn.
 */
public interface View extends AutoCloseable {
    /** The view itself; the same node each time. */
    Node node();

    /** The page's title, in the user's language. */
    String title();

    /** A second line under the title on the desktop; may be empty. */
    default String subtitle() {
        return "";
    }

    /**
     * Extra controls for the header's left half beside the title (a switch between batteries); none
     * by default.
     */
    default java.util.Optional<Node> headerExtra() {
        return java.util.Optional.empty();
    }

    /** Whether it stands behind another page, so that the header shows the way back. */
    default boolean inner() {
        return false;
    }

    /** It came on screen: subscribe, load. */
    default void shown() {}

    /** It left the screen: let go, cancel. */
    default void hidden() {}

    @Override
    default void close() {
        hidden();
    }
}
