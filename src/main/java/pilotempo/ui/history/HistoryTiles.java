package pilotempo.ui.history;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.ValueLabel;

/** The sums below the chart. */
final class HistoryTiles extends HBox {
    private final Formats formats;
    private final ValueLabel delivered = new ValueLabel(ValueLabel.Size.S);
    private final ValueLabel red = new ValueLabel(ValueLabel.Size.S);
    private final ValueLabel charged = new ValueLabel(ValueLabel.Size.S);
    private final ValueLabel coverage = new ValueLabel(ValueLabel.Size.S);
    private final Card redTile;

    HistoryTiles(Formats formats, Texts texts) {
        this.formats = formats;
        setSpacing(16);
        redTile = tile(texts.get("tile.red"), "tempo-red", red);
        getChildren()
                .setAll(
                        tile(texts.get("tile.delivered"), "discharge", delivered),
                        redTile,
                        tile(texts.get("tile.charged"), "charge", charged),
                        tile(texts.get("tile.coverage"), "", coverage));
        unknown();
    }

    private static Card tile(String words, String token, ValueLabel value) {
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "secondary");
        if (!token.isEmpty()) {
            var swatch = new Region();
            swatch.getStyleClass().addAll("tile-swatch", token + "-swatch");
            label.setGraphic(swatch);
        }
        var tile = new Card(label, value);
        tile.getStyleClass().add("tile");
        HBox.setHgrow(tile, Priority.ALWAYS);
        tile.setPrefWidth(200);
        tile.setMaxWidth(Double.MAX_VALUE);
        return tile;
    }

    /** Nothing is known. */
    void unknown() {
        for (var value : new ValueLabel[] {delivered, red, charged, coverage}) {
            value.show(Formats.UNKNOWN, "");
        }
    }

    void show(HistoryState state) {
        if (state.empty()) {
            unknown();
            return;
        }
        kwh(delivered, state.deliveredWh());
        kwh(red, state.redWh());
        kwh(charged, state.chargedWh());
        redTile.setVisible(state.redWh() != null);
        redTile.setManaged(state.redWh() != null);
        double percent = 100 * state.coverage();
        coverage.show(formats.number(percent, percent < 99.95 ? 1 : 0), "%");
    }

    private void kwh(ValueLabel label, @Nullable Double wattHours) {
        if (wattHours == null) {
            label.show(Formats.UNKNOWN, "");
        } else {
            label.show(formats.number(wattHours / 1000, wattHours < 999_950 ? 1 : 0), "kWh");
        }
    }
}
