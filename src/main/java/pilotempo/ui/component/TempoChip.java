package pilotempo.ui.component;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/**
 * A Tempo day's colour with its word or letter, never the colour alone. Provisional: dashed edge, a
 * small filled square and a question mark. Unknown: dashed grey and a dash.
 */
public final class TempoChip extends Label {
    private static final PseudoClass BLUE = PseudoClass.getPseudoClass("blue");
    private static final PseudoClass WHITE = PseudoClass.getPseudoClass("white");
    private static final PseudoClass RED = PseudoClass.getPseudoClass("red");
    private static final PseudoClass PROVISIONAL = PseudoClass.getPseudoClass("provisional");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

    private final Region square = new Region();
    private boolean small;

    /** Unknown, of the header's size. */
    public TempoChip() {
        getStyleClass().add("tempo-chip");
        square.getStyleClass().add("square");
        setMinWidth(USE_PREF_SIZE);
        show(null, DayColour.Status.UNKNOWN, "");
    }

    /** A chip of a card's size. */
    public static TempoChip small() {
        var chip = new TempoChip();
        chip.setSmall(true);
        return chip;
    }

    /** Whether it is of a card's size. */
    public boolean isSmall() {
        return small;
    }

    /** Header's or card's size. */
    public void setSmall(boolean next) {
        small = next;
        getStyleClass().remove("small");
        if (small) {
            getStyleClass().add("small");
        }
    }

    /** Shows a colour; {@code word} is its word or letter in the user's language. */
    public void show(@Nullable TempoColour colour, DayColour.Status status, String word) {
        boolean provisional = colour != null && status == DayColour.Status.PROVISIONAL;
        pseudoClassStateChanged(BLUE, colour == TempoColour.BLUE);
        pseudoClassStateChanged(WHITE, colour == TempoColour.WHITE);
        pseudoClassStateChanged(RED, colour == TempoColour.RED);
        pseudoClassStateChanged(UNKNOWN, colour == null);
        pseudoClassStateChanged(PROVISIONAL, provisional);
        setGraphic(provisional ? square : null);
        setText(colour == null ? Formats.UNKNOWN : provisional ? word + Formats.NBSP + "?" : word);
    }
}
