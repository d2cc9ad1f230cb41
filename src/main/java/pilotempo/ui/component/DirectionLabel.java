package pilotempo.ui.component;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** Which way a battery's power flows, as an arrow and a word; a clock where it is silent. */
public final class DirectionLabel extends Label {
    private int iconSize = 18;
    private @Nullable Tone shown;

    /** Says nothing yet. */
    public DirectionLabel() {
        getStyleClass().add("direction-label");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows a direction with its word in the user's language; without a known one no arrow. */
    public void show(Tone direction, String word) {
        show(direction, word, false);
    }

    /** The same, in the colour of old values when stale. */
    public void show(Tone direction, String word, boolean stale) {
        setText(word);
        (stale ? Tone.STALE : direction).applyTo(this);
        if (direction != shown) {
            shown = direction;
            setGraphic(
                    switch (direction) {
                        case CHARGE -> Icon.DOWN.node(iconSize);
                        case DISCHARGE -> Icon.UP.node(iconSize);
                        case IDLE -> Icon.EQUAL.node(iconSize);
                        case ATTENTION -> Icon.CLOCK.node(iconSize);
                        default -> null;
                    });
        }
    }

    /** Size of the arrow, px. */
    public int getIconSize() {
        return iconSize;
    }

    /** Changes the size of the arrow; set it before the first direction is shown. */
    public void setIconSize(int pixels) {
        iconSize = pixels;
    }
}
