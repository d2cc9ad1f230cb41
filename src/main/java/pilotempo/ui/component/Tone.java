package pilotempo.ui.component;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a colour means. A control takes a tone as a pseudo-class ({@code :charge}), and the style
 * sheet alone knows which colour that is.
 */
public enum Tone {
    /** No meaning: ink and grey. */
    PLAIN,
    /** Into the battery. */
    CHARGE,
    /** Out of the battery. */
    DISCHARGE,
    /** A battery at rest. */
    IDLE,
    /** Panels. */
    SOLAR,
    /** From the grid. */
    IMPORT,
    /** Into the grid. */
    EXPORT,
    /** The house. */
    HOUSE,
    /** Verified, up to date. */
    OK,
    /** Old. */
    STALE,
    /** Somebody may have to act. */
    ATTENTION,
    /** Refused, lost, invalid. */
    ERROR,
    /** Not known. */
    UNKNOWN;

    /** Watts below which a battery counts as at rest: its own electronics draw a few. */
    public static final double REST_BELOW_W = 10;

    private static final Map<Tone, PseudoClass> CLASSES = new EnumMap<>(Tone.class);

    static {
        for (var tone : values()) {
            CLASSES.put(tone, PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The direction of a battery's power: positive leaves it; null is unknown. */
    public static Tone ofPower(@Nullable Double watts) {
        if (watts == null) {
            return UNKNOWN;
        }
        if (Math.abs(watts) < REST_BELOW_W) {
            return IDLE;
        }
        return watts > 0 ? DISCHARGE : CHARGE;
    }

    /** Gives the node this tone and takes away any other. */
    public void applyTo(Node node) {
        if (!node.getStyleClass().contains("toned")) {
            node.getStyleClass().add("toned");
        }
        CLASSES.forEach((tone, pseudo) -> node.pseudoClassStateChanged(pseudo, tone == this));
    }
}
