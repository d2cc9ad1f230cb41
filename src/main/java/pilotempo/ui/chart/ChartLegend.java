package pilotempo.ui.chart;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
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
        if (model.lanes().getFirst() instanceof Lane.Energy) {
            word(texts.get("legend.delivered"), "fg");
            word(texts.get("legend.charged"), "charge");
        } else if (power) {
            word(texts.get("legend.discharge"), "discharge");
            word(texts.get("legend.charge"), "charge");
        }
        if (level && !kiosk) {
            word(texts.get("legend.level"), "fg");
        }
        var comparison = model.comparison();
        if (comparison != null) {
            compared(comparison);
        }
        if (!model.note().isEmpty() && !kiosk) {
            note(model.note());
        } else if (kiosk && comparison == null) {
            note(texts.get("legend.tap"));
        }
    }

    private void compared(Comparison comparison) {
        var dashes = new Line(0, 0, 22, 0);
        dashes.getStyleClass().add("chart-before");
        var label = new Label(comparison.name(), dashes);
        label.getStyleClass().add("chart-word");
        label.setStyle("-fx-text-fill: -pt-muted;");
        label.setGraphicTextGap(8);
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
    }

    private void note(String words) {
        var note = new Label(words);
        note.getStyleClass().add("chart-note");
        note.setMinWidth(0);
        getChildren().addAll(space(), note);
    }

    void pin(PointedValues pointed) {
        getChildren().clear();
        var title = new Label(pointed.title());
        title.getStyleClass().add("chart-box-title");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().add(title);
        for (var row : pointed.rows()) {
            boolean swatch = row.token().startsWith("tempo") || row.token().equals("charge");
            var value = value(row, swatch ? "fg" : row.token().isEmpty() ? "muted" : row.token());
            var parts = new HBox(6, value);
            parts.setAlignment(Pos.CENTER_LEFT);
            parts.setMinWidth(0);
            if (swatch) {
                parts.getChildren().addFirst(CrossHair.swatch(row.token()));
            }
            if (!row.before().isEmpty()) {
                parts.getChildren().add(before(row.before()));
            }
            getChildren().add(parts);
        }
        if (!pointed.before().isEmpty()) {
            getChildren().add(before("(" + pointed.before() + ")"));
        }
    }

    private static Label before(String words) {
        var label = new Label(words);
        label.getStyleClass().add("chart-note");
        label.setMinWidth(0);
        return label;
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
