package pilotempo.ui.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.TouchScroll;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.ValueLabel;

/** The chart or the table of a replay, and its totals. FX thread. */
final class ReplayResult extends VBox {
    /** How it is shown. */
    enum Mode {
        SAVED,
        PAID,
        TABLE
    }

    private final UiContext context;
    private final Texts texts;
    private final ReplayChart chart;
    private final Label title = new Label();
    private final HBox legend = new HBox(16);
    private final StackPane body = new StackPane();
    private final FlowPane tiles = new FlowPane();
    private final Label note = new Label();
    private final Segmented<Mode> modes;
    private Mode mode = Mode.SAVED;
    private @Nullable ReplayState shown;

    ReplayResult(UiContext context, ActionWords words) {
        this.context = context;
        this.texts = words.texts();
        this.chart = new ReplayChart(context.palette(), words.formats(), context.kiosk());
        getStyleClass().add("replay-result");
        Map<Mode, String> choices = new LinkedHashMap<>();
        choices.put(Mode.SAVED, texts.get("replay.mode.saved"));
        choices.put(Mode.PAID, texts.get("replay.mode.paid"));
        choices.put(Mode.TABLE, texts.get("replay.mode.table"));
        modes =
                new Segmented<>(
                        choices,
                        taken -> {
                            mode = taken;
                            arrange();
                        });
        modes.select(mode);
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.getStyleClass().add("replay-legend");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head =
                context.kiosk()
                        ? new HBox(8, modes, space, legend)
                        : new HBox(16, title, space, legend, modes);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        var card = new Card(head, body);
        card.getStyleClass().add("replay-card");
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        tiles.getStyleClass().addAll("card-surface", "replay-tiles");
        tiles.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().addAll("muted", "smallest");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(card, tiles, note);
        setMinHeight(0);
    }

    void show(ReplayState state) {
        shown = state;
        tiles.getChildren()
                .setAll(state.tiles().stream().filter(this::fits).map(this::tile).toList());
        note.setText(context.kiosk() ? state.brief() : state.note());
        arrange();
    }

    private void arrange() {
        var state = shown;
        if (state == null) {
            return;
        }
        title.setText(mode == Mode.PAID ? state.costTitle() : state.title());
        legend.getChildren().clear();
        if (mode == Mode.PAID) {
            legend.getChildren().add(sample("without", texts.get("replay.without.short")));
        }
        if (mode != Mode.TABLE) {
            legend.getChildren().add(sample("auto", texts.get("replay.auto")));
            legend.getChildren().add(sample("strategy", state.strategy()));
            chart.show(state, mode == Mode.PAID);
        }
        body.getChildren().setAll(mode == Mode.TABLE ? table(state) : chart);
    }

    private static Node sample(String look, String word) {
        var square = new Region();
        square.getStyleClass().addAll("replay-sample", look);
        return new Label(word, square);
    }

    /** The kiosk has one line for them. */
    private boolean fits(ReplayState.Tile tile) {
        return !context.kiosk() || !tile.name().equals(texts.get("replay.without"));
    }

    private Node tile(ReplayState.Tile tile) {
        var name = new Label(tile.name());
        name.getStyleClass().addAll("muted", "smallest");
        name.setMinWidth(USE_PREF_SIZE);
        var value = new ValueLabel(context.kiosk() ? ValueLabel.Size.S : ValueLabel.Size.M);
        value.show(tile.number(), tile.unit());
        return new VBox(2, name, value);
    }

    private Node table(ReplayState state) {
        var grid = new GridPane();
        grid.getStyleClass().add("replay-table");
        row(grid, 0, state.head(), "table-head");
        for (int i = 0; i < state.rows().size(); i++) {
            boolean total = i == state.rows().size() - 1;
            row(grid, i + 1, state.rows().get(i), total ? "strong" : "plain");
        }
        return new TouchScroll(
                grid, context.kiosk(), texts.get("scroll.up"), texts.get("scroll.down"));
    }

    private static void row(GridPane grid, int row, List<String> cells, String style) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = new Label(cells.get(column));
            cell.getStyleClass().addAll("replay-cell", style);
            cell.setWrapText(style.equals("table-head"));
            cell.setMaxWidth(Double.MAX_VALUE);
            cell.setAlignment(column == 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            cell.setTextAlignment(
                    column == 0
                            ? javafx.scene.text.TextAlignment.LEFT
                            : javafx.scene.text.TextAlignment.RIGHT);
            GridPane.setHgrow(cell, Priority.ALWAYS);
            GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.add(cell, column, row);
        }
    }
}
