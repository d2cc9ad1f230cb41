package pilotempo.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import pilotempo.ui.component.Texts;

/** The line above a chart: what the colours mean, or in the kiosk the values that a tap pinned. */
final class ChartLegend extends HBox {
    private final Texts texts;
    private final boolean kiosk;

    ChartLegend(Texts texts, boolean kiosk) {
        this.texts = texts;
        this.kiosk = kiosk;
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(kiosk ? 18 : 20);
        getStyleClass().add("chart-legend");
    }

    void explain(ChartModel model) {
        getChildren().clear();
        boolean power = model.lanes().stream().anyMatch(Lane.Power.class::isInstance);
        boolean level = model.lanes().stream().anyMatch(Lane.Level.class::isInstance);
        if (power) {
            word(texts.get("legend.discharge"), "discharge");
            word(texts.get("legend.charge"), "charge");
        } else {
            word(texts.get("legend.delivered"), "fg");
            word(texts.get("legend.charged"), "charge");
        }
        if (level) {
            word(texts.get("legend.level"), "fg");
        }
        if (!model.note().isEmpty() && !kiosk) {
            var note = new Label(model.note());
            note.getStyleClass().add("chart-note");
            note.setMinWidth(0);
            getChildren().addAll(space(), note);
        } else if (kiosk) {
            var hint = new Label(texts.get("legend.tap"));
            hint.getStyleClass().add("chart-note");
            getChildren().addAll(space(), hint);
        }
    }

    void pin(PointedValues pointed) {
        getChildren().clear();
        var title = new Label(pointed.title());
        title.getStyleClass().add("chart-box-title");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().add(title);
        for (var row : pointed.rows()) {
            boolean swatch = row.token().startsWith("tempo") || row.token().equals("charge");
            if (swatch) {
                var pair = new HBox(6, CrossHair.swatch(row.token()), value(row, "fg"));
                pair.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(pair);
            } else {
                getChildren().add(value(row, row.token().isEmpty() ? "muted" : row.token()));
            }
        }
    }

    private static Label value(PointedValues.Row row, String token) {
        var label = new Label(row.value());
        label.getStyleClass().add("chart-box-value");
        label.setStyle("-fx-text-fill: -pt-" + token + ";");
        label.setMinWidth(0);
        return label;
    }

    private void word(String text, String token) {
        var label = new Label(text);
        label.getStyleClass().add("chart-word");
        label.setStyle("-fx-text-fill: -pt-" + token + ";");
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
    }

    private static Node space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
