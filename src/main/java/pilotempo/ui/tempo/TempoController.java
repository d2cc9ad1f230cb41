package pilotempo.ui.tempo;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tabs;
import pilotempo.ui.component.Tabs.Tab;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.TempoChip;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.ValueLabel;
import pilotempo.ui.tempo.SeasonState.Look;

/** Fills the Tempo page. What only one of its two layouts has is null in the other. */
final class TempoController {
    private final UiContext context;
    private final TempoWords words;
    private final TempoRows rows;
    private final SeasonCalendar calendar;
    private final CostPane costs;
    private @Nullable TempoState shown;
    private @Nullable SeasonState season;
    private @Nullable TempoSeason chosen;

    @FXML private Node root;
    @FXML private Label seasonTitle;
    @FXML private Button earlier;
    @FXML private Button later;
    @FXML private StackPane calendarSlot;
    @FXML private Label reading;
    @FXML private Pane leftRows;
    @FXML private Label since;
    @FXML private Pane priceRows;
    @FXML private Pane dayRows;
    @FXML private Pane tabs;
    @FXML private Node daysPane;
    @FXML private StackPane costsPane;
    @FXML private Label note;
    @FXML private Banner due;
    @FXML private @Nullable HBox legend;
    @FXML private @Nullable Label leftAsOf;
    @FXML private @Nullable Label leftNote;
    @FXML private @Nullable ValueLabel priceNow;
    @FXML private @Nullable Tag periodNow;
    @FXML private @Nullable Node seasonPane;
    @FXML private @Nullable Node pricesPane;

    TempoController(UiContext context, TempoWords words) {
        this.context = context;
        this.words = words;
        this.rows = new TempoRows(words.texts(), context.kiosk());
        this.costs = new CostPane(context, words);
        this.calendar =
                new SeasonCalendar(
                        context.palette(),
                        context.kiosk(),
                        cell -> read(cell.map(SeasonState.Cell::words).orElse("")));
    }

    @FXML
    void initialize() {
        calendar.setAccessibleHelp(words.texts().get("season.help"));
        calendarSlot.getChildren().setAll(calendar);
        earlier.setGraphic(Icon.PREVIOUS.node());
        later.setGraphic(Icon.NEXT.node());
        costsPane.getChildren().setAll(costs.node());
        tabs.getChildren().setAll(Tabs.of(choices()));
        if (seasonPane != null) {
            for (var node : List.of(earlier, later, seasonTitle)) {
                node.visibleProperty()
                        .bind(seasonPane.visibleProperty().or(costsPane.visibleProperty()));
            }
        }
    }

    private List<Tab> choices() {
        var texts = words.texts();
        var choices = new ArrayList<Tab>();
        if (seasonPane != null && pricesPane != null) {
            choices.add(new Tab("season", texts.get("tab.season"), seasonPane));
            choices.add(new Tab("prices", texts.get("tab.prices"), pricesPane));
            choices.add(new Tab("costs", texts.get("tab.costs"), costsPane));
            choices.add(new Tab("days", texts.get("tab.days"), daysPane));
        } else {
            choices.add(new Tab("costs", texts.get("costs.title"), costsPane));
            choices.add(new Tab("days", texts.get("days.title"), daysPane));
        }
        return choices;
    }

    /** Colours became known: money that had none may have one. */
    void coloursChanged() {
        costs.outdated();
        refresh();
    }

    /** It left the screen. */
    void hidden() {
        costs.hidden();
    }

    /** Reads the engine and shows what changed. FX thread. */
    void refresh() {
        var engine = context.engine();
        var tariff = engine.tariff();
        var wanted = chosen == null ? tariff.season() : chosen;
        var nextSeason = SeasonState.of(wanted, engine.colours(), tariff.today().date(), words);
        if (!nextSeason.equals(season)) {
            season = nextSeason;
            render(nextSeason);
        }
        costs.show(wanted);
        var next =
                TempoState.of(tariff, engine.prices(), engine.settings().tempo().source(), words);
        if (!next.equals(shown)) {
            shown = next;
            render(next);
        }
    }

    @FXML
    void showEarlier() {
        turn(-1);
    }

    @FXML
    void showLater() {
        turn(1);
    }

    private void turn(int seasons) {
        if (season != null) {
            chosen = new TempoSeason(season.season().startYear() + seasons);
            if (chosen.equals(context.engine().tariff().season())) {
                chosen = null;
            }
            refresh();
        }
    }

    private void render(SeasonState next) {
        seasonTitle.setText(context.kiosk() ? next.season().label() : next.title());
        earlier.setDisable(!next.hasEarlier());
        later.setDisable(!next.hasLater());
        calendar.show(next);
        if (legend != null) {
            legend.getChildren().setAll(legend(next));
        }
    }

    private void render(TempoState next) {
        leftRows.getChildren().setAll(next.left().stream().map(rows::left).toList());
        priceRows.getChildren().setAll(rows.prices(next.prices()));
        dayRows.getChildren().setAll(next.days().stream().map(rows::day).toList());
        since.setText(next.since());
        note.setText(next.note());
        due.show(Tone.ATTENTION, next.due(), "");
        show(due, !next.due().isEmpty());
        if (leftAsOf != null) {
            leftAsOf.setText(next.asOf());
        }
        if (leftNote != null) {
            leftNote.setText(next.leftNote());
            show(leftNote, !next.leftNote().isEmpty());
        }
        if (priceNow != null && periodNow != null) {
            priceNow.show(next.priceNow(), "€");
            periodNow.show(Tone.PLAIN, next.periodNow());
        }
    }

    /** The chosen day in words, else what the calendar says as a whole. */
    private void read(String day) {
        if (reading != null) {
            reading.setText(day.isEmpty() && season != null ? whole(season) : day);
        }
    }

    /** On the kiosk there is room for the meaning of what is shown, not for a legend. */
    private String whole(SeasonState shownSeason) {
        if (!context.kiosk()) {
            return shownSeason.summary();
        }
        var lines = new ArrayList<String>();
        if (shownSeason.has(Look.RULE)) {
            lines.add(words.texts().get("legend.kiosk.rule"));
        }
        if (shownSeason.has(Look.MISSING)) {
            lines.add(words.texts().get("legend.kiosk.missing"));
        }
        return String.join("\n", lines);
    }

    private List<Node> legend(SeasonState of) {
        var texts = words.texts();
        var items = new ArrayList<Node>();
        for (var colour : TempoColour.values()) {
            var chip = TempoChip.small();
            chip.show(colour, Status.CONFIRMED, words.letter(colour));
            items.add(new Label(words.colour(colour), chip));
        }
        if (of.has(Look.RULE)) {
            items.add(new Label(texts.get("legend.rule"), sample("rule")));
        }
        if (of.has(Look.PROVISIONAL)) {
            items.add(new Label(texts.get("legend.provisional"), sample("provisional")));
        }
        if (of.has(Look.AWAITED)) {
            items.add(new Label(texts.get("legend.awaited"), sample("awaited")));
        }
        if (of.has(Look.MISSING)) {
            items.add(new Label(texts.get("legend.missing"), sample("missing")));
        }
        return items;
    }

    private static Region sample(String look) {
        var region = new Region();
        region.getStyleClass().addAll("sample", look);
        return region;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    Node node() {
        return root;
    }
}
