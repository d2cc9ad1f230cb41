package pilotempo.ui.component;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number and its unit as two labels on one baseline, the unit about half as big and muted. */
public final class ValueLabel extends HBox {
    /** Sizes of the number; the style sheet says how many pixels, the kiosk's sheet others. */
    public enum Size {
        /** The fleet's level and power. */
        XL,
        /** In a ring of 140 to 190 px. */
        RING,
        /** A price. */
        L,
        /** A battery's power. */
        M,
        /** A flow's power. */
        S,
        /** A detail. */
        XS
    }

    private final Label number = new Label();
    private final Label unit = new Label();
    private Size size = Size.M;

    /** Empty, of size M. */
    public ValueLabel() {
        number.getStyleClass().add("number");
        unit.getStyleClass().add("unit");
        number.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("value-label", style(size));
        setAlignment(Pos.BASELINE_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(number, unit);
    }

    /** Empty, of that size. */
    public ValueLabel(Size size) {
        this();
        setSize(size);
    }

    /**
     * Shows a number, ready for people, and its unit; an empty unit takes no room, and unknown has
     * none.
     */
    public void show(String numberText, String unitText) {
        number.setText(numberText);
        setUnit(numberText.equals(Formats.UNKNOWN) ? "" : unitText);
    }

    /** The number as shown. */
    public String getNumber() {
        return number.getText();
    }

    /** Shows another number. */
    public void setNumber(String text) {
        number.setText(text);
    }

    /** The unit as shown. */
    public String getUnit() {
        return unit.getText();
    }

    /** Shows another unit. */
    public void setUnit(String text) {
        unit.setText(text);
        unit.setVisible(!text.isEmpty());
        unit.setManaged(!text.isEmpty());
    }

    /** The size. */
    public Size getSize() {
        return size;
    }

    /** Changes the size. */
    public void setSize(Size next) {
        getStyleClass().remove(style(size));
        size = next;
        getStyleClass().add(style(size));
    }

    private static String style(Size size) {
        return "value-" + size.name().toLowerCase(Locale.ROOT);
    }
}
