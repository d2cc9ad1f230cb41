package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The past of all batteries: ranges, zoom, energy by Tempo day, export. */
public final class HistoryView implements View {
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final double LANE_AT_LEAST = 96;

    private final UiContext context;
    private final Texts texts;
    private final FileDestination destination;
    private final HistoryChart chart;
    private final HistoryBar bar;
    private final HistoryTiles tiles;
    private final ExportStrip export;
    private final Card card;
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane message = new StackPane();
    private final Tag busy;
    private final VBox root = new VBox();
    private final PauseTransition settle = new PauseTransition(javafx.util.Duration.millis(150));
    private final PauseTransition patience = new PauseTransition(javafx.util.Duration.millis(150));
    private Shown shown;
    private Instant first = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;
    private @Nullable HistoryState state;
    private BackgroundWork.@Nullable Job job;
    private @Nullable Subscription ticks;

    /** With the system's own file dialog. */
    public HistoryView(UiContext context) {
        this(context, new ChosenFile());
    }

    /** With another way to choose a file. */
    HistoryView(UiContext context, FileDestination destination) {
        this.context = context;
        this.destination = destination;
        texts = context.texts("pilotempo.ui.history.History");
        shown = Shown.thisWeek(context.engine().now(), context.engine().zone());
        chart = new HistoryChart(context.formats(), context.kiosk(), context.dark());
        chart.setOnNavigate(this::navigate);
        bar = new HistoryBar(context, texts, new Controls());
        tiles = new HistoryTiles(context.formats(), texts);
        export = new ExportStrip(context, texts);
        busy = Tag.of(Tone.PLAIN, texts.get("loading"));
        busy.getStyleClass().add("busy");
        card = new Card();
        build();
        settle.setOnFinished(_ -> load());
        patience.setOnFinished(_ -> busy.setVisible(true));
        bar.show(shown, context.engine().now(), first, several());
    }

    private void build() {
        scroll.setContent(chart);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        busy.setVisible(false);
        busy.setMaxSize(Tag.USE_PREF_SIZE, Tag.USE_PREF_SIZE);
        StackPane.setAlignment(busy, Pos.CENTER);
        message.setVisible(false);
        var stack = new StackPane(scroll, message, busy);
        stack.setMinHeight(0);
        VBox.setVgrow(stack, Priority.ALWAYS);
        card.getChildren().setAll(stack);
        card.getStyleClass().add("history-card");
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        root.getStyleClass().addAll("page", "history-page");
        root.getChildren().setAll(bar, export, card);
        if (!context.kiosk()) {
            root.getChildren().add(tiles);
        }
        var sheet = Objects.requireNonNull(HistoryView.class.getResource("history.css"));
        root.getStylesheets().add(sheet.toExternalForm());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public String subtitle() {
        return texts.get("subtitle");
    }

    @Override
    public void shown() {
        if (ticks == null) {
            load();
            ticks = context.clockTick().subscribe(this::refreshWhenDue);
        }
    }

    @Override
    public void hidden() {
        if (ticks != null) {
            ticks.close();
            ticks = null;
        }
        settle.stop();
        cancelLoad();
        export.cancel();
    }

    private void refreshWhenDue() {
        var now = context.engine().now();
        boolean due = Duration.between(asked, now).abs().compareTo(REFRESH) >= 0;
        if (due && job == null && shown.holds(asked)) {
            var zone = context.engine().zone();
            if (shown.current(asked, first, zone)) {
                shown = shown.today(now, first, zone);
            }
            load();
        }
    }

    private void change(Shown next) {
        shown = next;
        bar.show(shown, context.engine().now(), first, several());
        load();
    }

    /** Zoom and pan: what is loaded moves at once, the rest follows when the hand rests. */
    private void navigate(ChartWindow window) {
        var engine = context.engine();
        shown = shown.free(window, engine.now(), engine.zone());
        bar.show(shown, engine.now(), first, several());
        if (state != null && !state.empty()) {
            chart.show(state.chart().window(shown.window().from(), shown.window().to()));
        }
        cancelLoad();
        settle.playFromStart();
    }

    private void load() {
        settle.stop();
        cancelLoad();
        var engine = context.engine();
        asked = engine.now();
        var batteries = HistoryQuestion.batteries(engine.fleet());
        if (batteries.isEmpty()) {
            say(Icon.BATTERY, "none");
            return;
        }
        var question = new HistoryQuestion(shown, batteries, asked);
        patience.playFromStart();
        job =
                context.work()
                        .start(
                                () -> HistoryState.of(question, question.ask(engine), context),
                                this::loaded,
                                _ -> failed());
    }

    private void cancelLoad() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        patience.stop();
        busy.setVisible(false);
    }

    private void loaded(HistoryState next) {
        cancelLoad();
        state = next;
        first = next.first();
        if (shown.exact() && shown.span() == Span.ALL) {
            var whole = shown.today(asked, first, context.engine().zone());
            if (!whole.equals(shown)) {
                change(whole);
                return;
            }
        }
        bar.show(shown, asked, first, several());
        tiles.show(next);
        bar.exportable(!next.empty());
        if (next.empty()) {
            say(Icon.CHART, "empty");
            return;
        }
        message.setVisible(false);
        scroll.setVisible(true);
        boolean tall = shown.perBattery() && next.chart().lanes().size() > 3;
        chart.setMinHeight(tall ? LANE_AT_LEAST * next.chart().lanes().size() : 120);
        chart.show(next.chart());
    }

    private void failed() {
        cancelLoad();
        tiles.unknown();
        bar.exportable(false);
        say(Icon.ERROR, "failed").setAction(Icon.REFRESH, texts.get("retry"), this::load);
    }

    private EmptyState say(Icon icon, String key) {
        var sentence =
                key.equals("empty") && first.isAfter(Instant.EPOCH) && first.isBefore(asked)
                        ? texts.get("empty.first", context.formats().dateAndTime(first))
                        : texts.get(key + ".sentence");
        var words = EmptyState.of(icon, texts.get(key + ".title"), sentence);
        message.getChildren().setAll(words);
        message.setVisible(true);
        scroll.setVisible(false);
        return words;
    }

    private boolean several() {
        return context.engine().fleet().batteries().size() > 1;
    }

    private void export() {
        var known = state;
        if (known == null || known.empty()) {
            return;
        }
        var engine = context.engine();
        var name = CsvExport.fileName(shown.window(), engine.zone());
        var owner = root.getScene() == null ? null : root.getScene().getWindow();
        destination
                .choose(owner, texts.get("csv.tip"), name)
                .ifPresent(
                        file ->
                                export.start(
                                        CsvExport.request(
                                                shown.window(), known.step(), engine.fleet()),
                                        file));
    }

    private final class Controls implements HistoryBar.Wishes {
        @Override
        public void span(Span span) {
            var engine = context.engine();
            change(shown.with(span, engine.now(), first, engine.zone()));
        }

        @Override
        public void move(int direction) {
            change(shown.moved(direction, context.engine().zone()));
        }

        @Override
        public void today() {
            var engine = context.engine();
            change(shown.today(engine.now(), first, engine.zone()));
        }

        @Override
        public void lanes(boolean perBattery) {
            change(shown.inLanes(perBattery));
        }

        @Override
        public void zoom(double factor) {
            var window = shown.window();
            navigate(window.zoomed(factor, window.from().plus(window.length().dividedBy(2))));
        }

        @Override
        public void export() {
            HistoryView.this.export();
        }
    }
}
