package pilotempo.ui.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Tabs;
import pilotempo.ui.component.Tabs.Tab;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** Fills the Diagnostics page. What only one of its two layouts has is null in the other. */
final class DiagnosticsController {
    private final UiContext context;
    private final Texts texts;
    private final Map<String, CheckRow> rows = new LinkedHashMap<>();
    private final LinkTable table;
    private @Nullable CheckDetail checkDetail;
    private @Nullable RawReplies replies;
    private @Nullable DiagnosticsState shown;
    private String chosen;

    @FXML private Node root;
    @FXML private Pane checkRows;
    @FXML private Button askAll;
    @FXML private Pane detail;
    @FXML private Pane links;
    @FXML private Pane raw;
    @FXML private @Nullable Pane tabs;
    @FXML private @Nullable Node checksPane;
    @FXML private @Nullable Node linkPane;

    /**
     * For a page.
     *
     * @param chosen the battery to begin with; empty = the first that needs something
     */
    DiagnosticsController(UiContext context, Texts texts, String chosen) {
        this.context = context;
        this.texts = texts;
        this.chosen = chosen;
        this.table = new LinkTable(texts);
    }

    @FXML
    void initialize() {
        askAll.setGraphic(Icon.REFRESH.node(18));
        checkDetail =
                new CheckDetail(detail, texts, context.kiosk(), this::askAgain, this::restOrWake);
        replies = new RawReplies(raw, texts);
        links.getChildren().add(table);
        if (tabs != null && checksPane != null && linkPane != null) {
            tabs.getChildren()
                    .setAll(
                            Tabs.of(
                                    List.of(
                                            new Tab("checks", texts.get("tab.checks"), checksPane),
                                            new Tab("link", texts.get("tab.link"), linkPane),
                                            new Tab("raw", texts.get("tab.raw"), raw))));
        }
        if (context.engine().fleet().batteries().isEmpty()) {
            var empty = EmptyState.of(Icon.BATTERY, texts.get("none"), texts.get("none.sentence"));
            empty.setAction(
                    Icon.SETTINGS,
                    texts.get("none.action"),
                    () -> context.navigator().go(new Place.SettingsPage()));
            links.getChildren().setAll(empty);
            links.getStyleClass().clear();
            raw.getChildren().clear();
            raw.getStyleClass().clear();
            askAll.setVisible(false);
        }
    }

    /** Shows what changed. FX thread. */
    void render(DiagnosticsState next) {
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        var ids = next.checks().stream().map(Check::id).toList();
        if (!ids.equals(List.copyOf(rows.keySet()))) {
            rows.clear();
            next.checks()
                    .forEach(
                            check ->
                                    rows.put(
                                            check.id(),
                                            new CheckRow(check, () -> choose(check.id()))));
            checkRows.getChildren().setAll(rows.values());
        }
        next.checks()
                .forEach(
                        check -> {
                            var row = rows.get(check.id());
                            if (row != null) {
                                row.show(check);
                            }
                        });
        table.show(next.links());
        if (next.check(chosen).isEmpty()) {
            chosen = first(next);
        }
        renderChosen(next);
    }

    private void choose(String id) {
        chosen = id;
        if (shown != null) {
            renderChosen(shown);
        }
    }

    private void renderChosen(DiagnosticsState state) {
        rows.forEach((id, row) -> row.choose(id.equals(chosen)));
        var check = state.check(chosen);
        if (checkDetail != null && check.isPresent()) {
            checkDetail.show(check.get());
        }
        var link = state.link(chosen).or(() -> state.links().stream().findFirst());
        if (replies != null && link.isPresent()) {
            replies.show(link.get());
        }
    }

    /** What needs something first, then a battery, then whatever there is. */
    private static String first(DiagnosticsState state) {
        var wanted =
                List.<Predicate<Check>>of(
                        check -> !check.good(),
                        check -> !check.id().startsWith(":"),
                        check -> true);
        for (var wish : wanted) {
            var found = state.checks().stream().filter(wish).findFirst();
            if (found.isPresent()) {
                return found.get().id();
            }
        }
        return "";
    }

    private void askAgain(String id) {
        if (id.equals(Check.SYNC)) {
            context.engine().syncNow();
            if (checkDetail != null) {
                checkDetail.say(texts.get("sync.now.done"));
            }
            return;
        }
        context.engine().askAgain(id);
        if (checkDetail != null && shown != null) {
            var gap = shown.link(id).map(DiagnosticsState.Link::gap).orElse("");
            checkDetail.say(texts.get("again.done", gap));
        }
    }

    private void restOrWake(Check check) {
        boolean running = check.rest() == Check.Rest.RUNNING;
        if (!running && context.engine().steering().plan().charges(context.engine().now())) {
            saysOfRest("rest.later");
            return;
        }
        if (running) {
            context.engine().endRestTest(check.id());
            saysOfRest("rest.end.done");
            return;
        }
        CommandGate.ask(
                context,
                check.title() + ": " + texts.get("rest.begin"),
                () -> {
                    context.engine().restTest(check.id());
                    saysOfRest("rest.begin.done");
                });
    }

    private void saysOfRest(String key) {
        if (checkDetail != null) {
            checkDetail.say(texts.get(key));
        }
    }

    @FXML
    void askAll() {
        var batteries = new ArrayList<>(context.engine().fleet().batteries());
        batteries.forEach(battery -> context.engine().askAgain(battery.id()));
        if (checkDetail != null) {
            checkDetail.say(texts.get("again.all"));
        }
    }

    Node node() {
        return root;
    }
}
