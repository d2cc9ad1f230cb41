package pilotempo.ui.history;

import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import pilotempo.ui.chart.ChartModel;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;

/** The card of the chart: the chart itself, or why there is none, and the sign that it loads. */
final class HistoryBody extends VBox {
    private static final double LANE_AT_LEAST = 76;
    private static final int FITTING_LANES = 3;
    private static final int FITTING_LANES_OF_KIOSK = 2;

    private final HistoryChart chart;
    private final boolean kiosk;
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane message = new StackPane();

    HistoryBody(HistoryChart chart, HistoryOptions options, BusySign busy, boolean kiosk) {
        this.chart = chart;
        this.kiosk = kiosk;
        scroll.setContent(chart);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        message.setVisible(false);
        StackPane.setAlignment(busy.node(), Pos.CENTER);
        var stack = new StackPane(scroll, message, busy.node());
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        if (!kiosk) {
            getChildren().add(options);
        }
        getChildren().add(stack);
        getStyleClass().addAll("card-surface", "history-card");
        setMinHeight(0);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    void show(ChartModel model, boolean perBattery) {
        message.setVisible(false);
        scroll.setVisible(true);
        int lanes = model.lanes().size();
        boolean tall = perBattery && lanes > (kiosk ? FITTING_LANES_OF_KIOSK : FITTING_LANES);
        chart.setMinHeight(tall ? LANE_AT_LEAST * lanes : 120);
        chart.show(model);
    }

    EmptyState say(Icon icon, String title, String sentence) {
        var words = EmptyState.of(icon, title, sentence);
        message.getChildren().setAll(words);
        message.setVisible(true);
        scroll.setVisible(false);
        return words;
    }
}
