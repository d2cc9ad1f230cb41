package pilotempo.ui.history;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.ValueLabel;

/** The sums below the chart, and how they differ from the period before. */
final class HistoryTiles extends HBox {
    private final Formats formats;
    private final Texts texts;
    private final Tile delivered;
    private final Tile red;
    private final Tile charged;
    private final Tile coverage;

    HistoryTiles(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
        setSpacing(16);
        delivered = new Tile(texts.get("tile.delivered"), "discharge");
        red = new Tile(texts.get("tile.red"), "tempo-red");
        charged = new Tile(texts.get("tile.charged"), "charge");
        coverage = new Tile(texts.get("tile.coverage"), "");
        getChildren().setAll(delivered, red, charged, coverage);
        unknown();
    }

    private static final class Tile extends VBox {
        private final ValueLabel value = new ValueLabel(ValueLabel.Size.S);
        private final Label change = new Label();

        Tile(String words, String token) {
            var label = new Label(words);
            label.getStyleClass().addAll("muted", "secondary");
            if (!token.isEmpty()) {
                var swatch = new Region();
                swatch.getStyleClass().addAll("tile-swatch", token + "-swatch");
                label.setGraphic(swatch);
                label.setGraphicTextGap(8);
            }
            change.getStyleClass().addAll("muted", "secondary", "tile-change");
            change.setMinWidth(0);
            var line = new HBox(12, value, change);
            line.setAlignment(Pos.BASELINE_LEFT);
            getChildren().setAll(label, line);
            getStyleClass().addAll("card-surface", "tile");
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(200);
            setMinWidth(0);
            setMaxWidth(Double.MAX_VALUE);
        }

        void show(String number, String unit, String changed) {
            value.show(number, unit);
            change.setText(changed);
        }

        void shown(boolean visible) {
            setVisible(visible);
            setManaged(visible);
        }
    }

    /** Nothing is known. */
    void unknown() {
        for (var tile : new Tile[] {delivered, red, charged, coverage}) {
            tile.show(Formats.UNKNOWN, "", "");
        }
    }

    void show(HistoryState state) {
        if (state.empty()) {
            unknown();
            return;
        }
        var before = state.before();
        var totals = state.totals();
        kwh(delivered, totals.deliveredWh(), before, before == null ? null : before.deliveredWh());
        kwh(red, totals.redWh(), before, before == null ? null : before.redWh());
        kwh(charged, totals.chargedWh(), before, before == null ? null : before.chargedWh());
        red.shown(totals.redWh() != null);
        double percent = 100 * state.coverage();
        coverage.show(formats.number(percent, percent < 99.95 ? 1 : 0), "%", "");
    }

    private void kwh(
            Tile tile, @Nullable Double wattHours, @Nullable Totals before, @Nullable Double old) {
        if (wattHours == null) {
            tile.show(Formats.UNKNOWN, "", "");
        } else {
            tile.show(number(wattHours), "kWh", before == null ? "" : change(wattHours, old));
        }
    }

    /** "+12 % · +3,4 kWh", "= 0 kWh", or that nothing is known to compare with. */
    private String change(double now, @Nullable Double old) {
        if (old == null) {
            return texts.get("tile.noBefore");
        }
        double difference = now - old;
        var absolute = signed(difference, number(Math.abs(difference))) + Formats.NBSP + "kWh";
        if (old < 50) {
            return absolute;
        }
        double percent = 100 * difference / old;
        var share =
                Math.abs(percent) < 1_000
                        ? signed(percent, formats.percentWithUnit(Math.abs(percent))) + " · "
                        : "";
        return share + absolute;
    }

    private static String signed(double value, String size) {
        boolean zero = size.chars().filter(Character::isDigit).allMatch(digit -> digit == '0');
        return (zero ? "±" : value < 0 ? "\u2212" : "+") + size;
    }

    private String number(double wattHours) {
        return formats.number(wattHours / 1000, Math.abs(wattHours) < 999_950 ? 1 : 0);
    }
}
