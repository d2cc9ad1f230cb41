package pilotempo.ui.tempo;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import pilotempo.tempo.TempoColour;

/** What is left of a colour's days, as a bar in that colour. */
final class QuotaBar extends Region {
    private final Region fill = new Region();
    private final double share;

    QuotaBar(TempoColour colour, double share) {
        this.share = share;
        getStyleClass().add("quota-bar");
        fill.getStyleClass().add("fill");
        fill.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(colour.name().toLowerCase(Locale.ROOT)), true);
        fill.setManaged(false);
        fill.setVisible(share > 0);
        getChildren().add(fill);
        setMinHeight(10);
        setMaxHeight(10);
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
    }
}
