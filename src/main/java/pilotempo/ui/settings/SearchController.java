package pilotempo.ui.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.engine.FoundBattery;
import pilotempo.engine.Refused;
import pilotempo.settings.BatterySettings;
import pilotempo.ui.component.BackgroundWork.Job;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * Looks for batteries on the network and adds those that are wanted. A name typed for a battery
 * outlives a failed change and another search.
 */
final class SearchController {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    /** How a search ended: what it found, or why it was refused. */
    private record Outcome(List<FoundBattery> found, Optional<String> refusal) {}

    private final UiContext context;
    private final SettingsWords words;
    private final Changes changes;
    private final boolean wide;
    private final Map<Mac, FoundRow> found = new LinkedHashMap<>();
    private @Nullable Job running;
    private int searches;
    private Instant until = Instant.EPOCH;

    @FXML private Node root;
    @FXML private Button search;
    @FXML private Button stop;
    @FXML private Label status;
    @FXML private Pane rows;

    SearchController(UiContext context, SettingsWords words, Changes changes, boolean wide) {
        this.context = context;
        this.words = words;
        this.changes = changes;
        this.wide = wide;
        Fxml.load("Search.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        search.setId("search-start");
        stop.setId("search-stop");
        status.setId("search-status");
        search.setGraphic(Icon.SEARCH.node(18));
        stop.setGraphic(Icon.CLOSE.node(18));
        buttons();
    }

    @FXML
    void start() {
        cancelQuietly();
        until = context.engine().now().plus(LENGTH);
        var mine = ++searches;
        running =
                context.work()
                        .start(
                                () -> look(mine),
                                this::ended,
                                bug -> said(words.texts().get("search.failed")));
        buttons();
        tick();
    }

    /** Each battery is told on a thread of the engine; a search that was stopped tells no more. */
    private Outcome look(int mine) throws InterruptedException {
        try {
            var all =
                    context.engine()
                            .discover(
                                    LENGTH,
                                    one ->
                                            context.fx()
                                                    .execute(
                                                            () -> {
                                                                if (running != null
                                                                        && mine == searches) {
                                                                    show(one);
                                                                }
                                                            }));
            return new Outcome(all, Optional.empty());
        } catch (Refused refused) {
            return new Outcome(
                    List.of(), Optional.of(new Words(context.formats()).refusal(refused)));
        }
    }

    private void ended(Outcome outcome) {
        outcome.found().forEach(this::show);
        var texts = words.texts();
        var count = texts.get("search.found", outcome.found().size()) + ".";
        said(
                outcome.refusal()
                        .orElse(
                                outcome.found().isEmpty()
                                        ? count + " " + texts.get("search.none")
                                        : count));
        search.setText(texts.get("search.again"));
        if (!outcome.found().isEmpty()) {
            search.getStyleClass().remove("accent");
        }
    }

    @FXML
    void cancel() {
        cancelQuietly();
        said(words.texts().get("search.stopped"));
    }

    /** The page is left. */
    void cancelQuietly() {
        if (running != null) {
            running.cancel();
            running = null;
            buttons();
        }
    }

    /** A second passed. */
    void tick() {
        if (running != null) {
            var left = Duration.between(context.engine().now(), until).toSeconds();
            var seconds = Long.toString(Math.clamp(left, 0, LENGTH.toSeconds()));
            status.setText(words.texts().get("search.running", seconds));
        }
    }

    /** The settings changed: who is in them now? */
    void refresh() {
        found.values().forEach(row -> row.known(knownAs(row.found())));
    }

    private void said(String sentence) {
        running = null;
        status.setText(sentence);
        buttons();
    }

    private void buttons() {
        var searching = running != null;
        search.setVisible(!searching);
        search.setManaged(!searching);
        stop.setVisible(searching);
        stop.setManaged(searching);
    }

    private void show(FoundBattery battery) {
        var mac = battery.device().mac();
        var row = found.get(mac);
        if (row == null) {
            var suggestion = words.suggestion(context.engine().settings(), found.size() + 1);
            row =
                    new FoundRow(
                            battery,
                            suggestion,
                            words,
                            wide,
                            context.kiosk(),
                            one -> () -> add(one));
            found.put(mac, row);
            rows.getChildren().add(row);
        } else {
            row.again(battery);
        }
        row.known(knownAs(battery));
    }

    private void add(FoundRow row) {
        var name = row.typedName();
        var fault = BatteryEntry.nameFault(name, context.engine().settings(), "");
        row.fail(fault.map(words::fault).orElse(""));
        if (fault.isPresent()) {
            return;
        }
        row.busy(true);
        var battery = row.found();
        changes.apply(
                FleetEdit.add(
                        name, battery.host(), battery.port(), Optional.of(battery.device().mac())),
                () -> row.busy(false),
                sentence -> {
                    row.busy(false);
                    row.fail(sentence);
                });
    }

    /** "already there: Salon", or nothing. */
    private String knownAs(FoundBattery battery) {
        return context.engine().settings().batteries().stream()
                .filter(configured -> isIt(configured, battery))
                .findFirst()
                .map(configured -> words.texts().get("search.known", configured.name()))
                .orElse("");
    }

    private static boolean isIt(BatterySettings configured, FoundBattery battery) {
        if (configured.mac().isPresent()) {
            return configured.mac().get().equals(battery.device().mac());
        }
        return battery.knownAs().filter(configured.id()::equals).isPresent()
                || (configured.host().filter(battery.host()::equals).isPresent()
                        && configured.port() == battery.port());
    }

    Node node() {
        return root;
    }
}
