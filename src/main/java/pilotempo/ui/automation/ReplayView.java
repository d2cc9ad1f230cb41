package pilotempo.ui.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.BacktestReport;
import pilotempo.settings.PlanningSettings;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Chooser;
import pilotempo.ui.component.ChosenFile;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.ExportStrip;
import pilotempo.ui.component.FileDestination;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** A strategy run over a past season. */
final class ReplayView implements View {
    private static final int MOST_SEGMENTS = 4;

    private final UiContext context;
    private final ActionWords words;
    private final Texts texts;
    private final FileDestination destination;
    private final ReplayRun run;
    private final ReplayResult result;
    private final ExportStrip export;
    private final StackPane root = new StackPane();
    private final StackPane seasons = new StackPane();
    private final StackPane body = new StackPane();
    private final Button start = new Button();
    private final Button stop = new Button();
    private final Button csv = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label going = new Label();
    private final HBox running;
    private List<TempoSeason> known = List.of();
    private @Nullable TempoSeason season;
    private String strategy = "tempo";
    private @Nullable BacktestReport report;

    ReplayView(UiContext context, ActionWords words) {
        this(context, words, new ChosenFile());
    }

    ReplayView(UiContext context, ActionWords words, FileDestination destination) {
        this.context = context;
        this.words = words;
        this.texts = words.texts();
        this.destination = destination;
        this.run = new ReplayRun(context, texts.get("replay.fault"));
        this.result = new ReplayResult(context, words);
        this.export = new ExportStrip(context);
        root.getStylesheets().add(AutomationView.stylesheet());
        root.getStyleClass().add("automation");
        button(start, "replay.start", Icon.PLAY, this::start);
        start.getStyleClass().add("accent");
        button(stop, "replay.stop", Icon.CLOSE, this::stop);
        button(csv, "replay.csv", Icon.SAVE, this::save);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("replay-progress");
        HBox.setHgrow(progress, Priority.ALWAYS);
        going.setMinWidth(Region.USE_PREF_SIZE);
        running = new HBox(12, going, progress);
        running.setAlignment(Pos.CENTER_LEFT);
        running.getStyleClass().addAll("card-surface", "replay-running");
        PlanParts.visible(running, false);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        var page = new VBox(bar(), running, export, body);
        page.getStyleClass().add("automation-page");
        root.getChildren().setAll(page);
        arrange();
    }

    private Node bar() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Map<String, String> choices = new LinkedHashMap<>();
        PlanningSettings.STRATEGIES.stream()
                .filter(word -> !word.equals("none"))
                .forEach(word -> choices.put(word, words.strategy(word)));
        Node strategies;
        if (context.kiosk()) {
            strategies = chooser(choices, this::take);
        } else {
            var segmented = new Segmented<>(choices, this::take);
            segmented.select(strategy);
            strategies = segmented;
        }
        var bar = new HBox(seasons, strategies, space, start, stop, csv);
        bar.getStyleClass().add("replay-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private <T> Chooser<T> chooser(Map<T, String> choices, Consumer<T> taken) {
        return new Chooser<>(choices, texts.get("replay.before"), texts.get("replay.after"), taken);
    }

    private void button(Button button, String key, Icon icon, Runnable pressed) {
        button.setId(key.replace('.', '-'));
        button.setText(texts.get(key));
        button.setGraphic(icon.node(18));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
    }

    private void take(String word) {
        strategy = word;
        again();
    }

    /** Another choice is run at once, where there was a result before. */
    private void again() {
        if (report != null || run.isRunning()) {
            start();
        }
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get(context.kiosk() ? "replay.title.short" : "title");
    }

    @Override
    public String subtitle() {
        return texts.get("replay.title");
    }

    @Override
    public boolean inner() {
        return true;
    }

    @Override
    public void shown() {
        var now = Seasons.known(context.engine());
        if (!now.equals(known)) {
            known = now;
            season = whole(now);
            seasons.getChildren().setAll(seasonChoice());
        }
        arrange();
    }

    /** The last season that is over; the running one where there is no other. */
    private @Nullable TempoSeason whole(List<TempoSeason> all) {
        var over = context.engine().tariff().season();
        return all.reversed().stream()
                .filter(one -> !one.equals(over))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getLast());
    }

    private Node seasonChoice() {
        var choices = new LinkedHashMap<TempoSeason, String>();
        known.forEach(one -> choices.put(one, one.label()));
        if (season == null) {
            return new Region();
        }
        if (known.size() <= MOST_SEGMENTS && !context.kiosk()) {
            var segmented = new Segmented<TempoSeason>(choices, this::take);
            segmented.select(season);
            return segmented;
        }
        var chooser = this.<TempoSeason>chooser(choices, this::take);
        chooser.select(season);
        return chooser;
    }

    private void take(TempoSeason next) {
        season = next;
        again();
    }

    private void start() {
        if (season == null) {
            return;
        }
        report = null;
        progress.setProgress(0);
        going.setText(texts.get("replay.going", words.strategy(strategy), season.label()));
        run.start(
                strategy,
                season,
                progress::setProgress,
                done -> {
                    report = done;
                    result.show(ReplayState.of(done, words));
                    arrange();
                },
                this::refused);
        arrange();
    }

    private void stop() {
        run.cancel();
        arrange();
    }

    private void refused(String sentence) {
        arrange();
        var banner = Banner.of(Tone.ATTENTION, texts.get("replay.refused"), sentence);
        banner.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        body.getChildren().setAll(banner);
    }

    private void arrange() {
        boolean going = run.isRunning();
        PlanParts.visible(running, going);
        PlanParts.visible(start, !going && season != null);
        PlanParts.visible(stop, going);
        PlanParts.visible(csv, report != null && !context.kiosk());
        body.getChildren().setAll(report != null ? result : going ? new Region() : empty());
    }

    private EmptyState empty() {
        return season == null
                ? EmptyState.of(
                        Icon.CALENDAR, texts.get("replay.none"), texts.get("replay.none.sentence"))
                : EmptyState.of(
                        Icon.REPLAY, texts.get("replay.empty"), texts.get("replay.empty.sentence"));
    }

    private void save() {
        if (report == null) {
            return;
        }
        var file = new ReplayCsv(report, texts);
        var owner = root.getScene() == null ? null : root.getScene().getWindow();
        destination
                .choose(owner, texts.get("replay.csv.title"), file.name())
                .ifPresent(path -> export.start(file, path));
    }

    /** What is under way goes on while another page is looked at. */
    @Override
    public void hidden() {}

    @Override
    public void close() {
        run.cancel();
        export.cancel();
    }
}
