package pilotempo.ui.tempo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.TempoChip;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.ValueLabel;

/**
 * What the season cost and saved by colour. Asked for in the background: when the season changes,
 * when colours become known, and every few minutes, for a season is much to read.
 */
final class CostPane {
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final UiContext context;
    private final TempoWords words;
    private final VBox rows = new VBox();
    private final Label note = new Label();
    private final Label totalWord = new Label();
    private final Label total = new Label();
    private final VBox node = new VBox();
    private @Nullable CostState shown;
    private @Nullable TempoSeason season;
    private @Nullable Instant asked;
    private BackgroundWork.@Nullable Job job;

    CostPane(UiContext context, TempoWords words) {
        this.context = context;
        this.words = words;
        note.setWrapText(true);
        note.setId("costNote");
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().addAll("muted", "smallest", "note");
        totalWord.setText(words.texts().get("costs.total"));
        totalWord.getStyleClass().addAll("muted", "smallest");
        totalWord.setMinWidth(Region.USE_PREF_SIZE);
        total.setId("costTotal");
        total.getStyleClass().add("strong");
        total.setMinWidth(Region.USE_PREF_SIZE);
        var room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        var foot = new HBox(6, note, grow(), totalWord, total);
        foot.setAlignment(Pos.BOTTOM_LEFT);
        rows.setId("costRows");
        node.getStyleClass().add("cost-pane");
        node.getChildren().setAll(rows, room, foot);
        loading();
    }

    Node node() {
        return node;
    }

    /** Shows a season, and asks for it where that is due. FX thread. */
    void show(TempoSeason next) {
        var now = context.engine().now();
        boolean another = !next.equals(season);
        if (another) {
            season = next;
            loading();
        }
        var last = asked;
        if (another || last == null || Duration.between(last, now).abs().compareTo(EVERY) >= 0) {
            ask(next, now);
        }
    }

    /** What is known of colours or prices has changed: the next {@link #show} asks again. */
    void outdated() {
        asked = null;
    }

    /** It left the screen. */
    void hidden() {
        cancel();
        asked = null;
    }

    private void ask(TempoSeason of, Instant now) {
        cancel();
        asked = now;
        job =
                context.work()
                        .start(
                                CostState.question(context.engine(), of, words),
                                this::render,
                                broken -> render(CostState.failed(words)));
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void loading() {
        shown = null;
        rows.getChildren().clear();
        note.setText(words.texts().get("costs.loading"));
        note.getStyleClass().add("busy");
        total(false);
    }

    private void render(CostState state) {
        note.getStyleClass().removeAll("busy");
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        note.setText(state.note());
        total.setText(state.total());
        total(!state.total().isEmpty());
        rows.getChildren().setAll(state.rows().isEmpty() ? List.of() : table(state));
    }

    private void total(boolean visible) {
        for (var label : List.of(totalWord, total)) {
            label.setVisible(visible);
            label.setManaged(visible);
        }
    }

    private List<Node> table(CostState state) {
        var texts = words.texts();
        var all = new ArrayList<Node>();
        var head = new HBox(grow(), head("costs.days", true));
        if (context.kiosk()) {
            head.getChildren().add(head("costs.charged", false));
        }
        head.getChildren().add(head("costs.delivered", false));
        head.getChildren().add(head("costs.cost", false));
        if (context.kiosk()) {
            head.getChildren().add(head("costs.avoided", false));
        }
        head.getChildren().add(head("costs.saved", false));
        head.getStyleClass().add("price-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setAccessibleText(texts.get("costs.title"));
        all.add(head);
        for (var row : state.rows()) {
            var line = new Region();
            line.getStyleClass().add("hairline");
            all.add(line);
            all.add(row(row));
        }
        return all;
    }

    private Node row(CostState.Row row) {
        var chip = TempoChip.small();
        chip.show(row.colour(), DayColour.Status.CONFIRMED, row.word());
        var box = new HBox(chip, grow(), cell(row.days(), "", true));
        if (context.kiosk()) {
            box.getChildren().add(cell(row.charged(), "kWh", false));
        }
        box.getChildren().add(cell(row.delivered(), "kWh", false));
        box.getChildren().add(cell(row.cost(), "€", false));
        if (context.kiosk()) {
            box.getChildren().add(cell(row.avoided(), "€", false));
        }
        box.getChildren().add(cell(row.saved(), "€", false));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("price-row");
        return box;
    }

    private Node head(String key, boolean narrow) {
        var label = new Label(words.texts().get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "secondary");
        return sized(label, narrow);
    }

    private Node cell(String number, String unit, boolean narrow) {
        var label = new ValueLabel(ValueLabel.Size.XS);
        label.show(number, unit);
        return sized(label, narrow);
    }

    private Node sized(Region content, boolean narrow) {
        var cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_RIGHT);
        cell.setFillHeight(false);
        double wide = context.kiosk() ? 122 : 88;
        double slim = context.kiosk() ? 70 : 46;
        cell.setMinWidth(narrow ? slim : wide);
        cell.setMaxWidth(narrow ? slim : wide);
        return cell;
    }

    private static Region grow() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }
}
