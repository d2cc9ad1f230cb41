package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.lifecycle.Subscription;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.ChosenFile;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.FileDestination;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The past of all batteries: ranges, zoom, the period before, energy by Tempo day, export. */
public final class HistoryView implements View {
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final UiContext context;
    private final Texts texts;
    private final HistoryNavigator navigator;
    private final HistoryChart chart;
    private final HistoryBar bar;
    private final HistoryOptions options;
    private final HistoryTiles tiles;
    private final HistoryExports exports;
    private final HistoryLoad load;
    private final HistoryBody body;
    private final VBox root = new VBox();
    private final PauseTransition settle = new PauseTransition(javafx.util.Duration.millis(150));
    private Instant asked = Instant.EPOCH;
    private @Nullable HistoryState state;
    private @Nullable Subscription ticks;

    /** With the system's own file dialog. */
    public HistoryView(UiContext context) {
        this(context, new ChosenFile());
    }

    /** With another way to choose a file. */
    HistoryView(UiContext context, FileDestination destination) {
        this.context = context;
        texts = context.texts("pilotempo.ui.history.History");
        navigator = new HistoryNavigator(context.engine(), new Moves());
        chart = new HistoryChart(context.formats(), context.kiosk(), context.dark());
        chart.setNavigation(navigator);
        bar = new HistoryBar(context, texts, navigator);
        options = new HistoryOptions(context, texts, navigator);
        tiles = new HistoryTiles(context.formats(), texts);
        exports = new HistoryExports(context, texts, destination);
        var busy = new BusySign(texts.get("loading"));
        load = new HistoryLoad(context, busy);
        body = new HistoryBody(chart, options, busy, context.kiosk());
        root.getStyleClass().addAll("page", "history-page");
        root.getChildren().setAll(bar, exports.node(), body);
        if (!context.kiosk()) {
            root.getChildren().add(tiles);
        }
        var sheet = Objects.requireNonNull(HistoryView.class.getResource("history.css"));
        root.getStylesheets().add(sheet.toExternalForm());
        settle.setOnFinished(
                _ -> {
                    navigator.settled();
                    load();
                });
        showWhere();
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
            showWhere();
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
        navigator.settled();
        load.leave();
        exports.cancel();
    }

    private void refreshWhenDue() {
        var now = context.engine().now();
        boolean due = Duration.between(asked, now).abs().compareTo(REFRESH) >= 0;
        if (due && !load.running() && navigator.shown().holds(asked)) {
            navigator.keepUp(asked);
            load();
        }
    }

    private void showWhere() {
        var engine = context.engine();
        var shown = navigator.shown();
        bar.show(shown, engine.now(), navigator.first(), navigator.canGoBack());
        options.show(shown, HistoryQuestion.batteries(engine.fleet()));
    }

    private void load() {
        settle.stop();
        var engine = context.engine();
        asked = engine.now();
        var shown = navigator.shown();
        var batteries = HistoryQuestion.batteries(engine.fleet(), shown.look());
        if (batteries.isEmpty()) {
            load.end();
            boolean any = !context.engine().fleet().batteries().isEmpty();
            say(
                    Icon.BATTERY,
                    any ? "unheard" : "none",
                    texts.get(any ? "unheard.sentence" : "none.sentence"));
            return;
        }
        load.ask(new HistoryQuestion(shown, batteries, asked), this::loaded, this::failed);
    }

    private void loaded(HistoryState next) {
        state = next;
        if (navigator.began(next.first())) {
            showWhere();
            load();
            return;
        }
        showWhere();
        tiles.show(next);
        bar.exportable(!next.empty());
        if (!next.empty()) {
            body.show(next.chart(), navigator.shown().look().perBattery());
            return;
        }
        boolean later = next.first().isAfter(Instant.EPOCH) && next.first().isBefore(asked);
        var since = context.formats().dateAndTime(next.first());
        say(
                Icon.CHART,
                "empty",
                later ? texts.get("empty.first", since) : texts.get("empty.sentence"));
    }

    private void failed() {
        state = null;
        tiles.unknown();
        bar.exportable(false);
        say(Icon.ERROR, "failed", texts.get("failed.sentence"))
                .setAction(Icon.REFRESH, texts.get("retry"), this::load);
    }

    private EmptyState say(Icon icon, String key, String sentence) {
        return body.say(icon, texts.get(key + ".title"), sentence);
    }

    private final class Moves implements HistoryNavigator.Listener {
        @Override
        public void stepped() {
            showWhere();
            load();
        }

        @Override
        public void drifted() {
            showWhere();
            var known = state;
            var window = navigator.shown().window();
            if (known != null && !known.empty()) {
                chart.show(known.chart().window(window.from(), window.to()));
            }
            load.end();
            settle.playFromStart();
        }

        @Override
        public void csv() {
            var known = state;
            if (known != null && !known.empty()) {
                exports.csv(navigator.shown(), known);
            }
        }

        @Override
        public void picture() {
            var known = state;
            if (known != null && !known.empty()) {
                exports.picture(navigator.shown(), known);
            }
        }

        @Override
        public void options(boolean shown) {
            root.getChildren().set(0, shown ? options : bar);
        }
    }
}
