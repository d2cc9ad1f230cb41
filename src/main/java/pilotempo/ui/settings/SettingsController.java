package pilotempo.ui.settings;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Tabs;
import pilotempo.ui.component.Tabs.Tab;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** The page with everything on it; in the kiosk behind tabs. */
final class SettingsController implements SettingsPart {
    private final FleetList list;
    private final SearchController searching;
    private final DisplayController shown;
    private final UiContext context;
    private final Changes changes;
    private final SettingsWords words;
    private final Texts texts;

    @FXML private Node root;
    @FXML private Pane fleet;
    @FXML private Pane search;
    @FXML private Pane address;
    @FXML private Pane display;
    @FXML private Pane database;
    @FXML private Pane alerts;
    @FXML private @Nullable Pane tabs;
    @FXML private @Nullable Node fleetPane;
    @FXML private @Nullable Node addPane;
    @FXML private @Nullable Node databasePane;
    @FXML private @Nullable Node alertsPane;
    @FXML private @Nullable Node displayPane;

    SettingsController(UiContext context, SettingsWords words) {
        this.context = context;
        this.words = words;
        texts = words.texts();
        changes = new Changes(context, words.texts(), this::refresh);
        list = new FleetList(context, words, changes);
        searching = new SearchController(context, words, changes, context.kiosk());
        shown = new DisplayController(context, words.texts(), changes);
        Fxml.load(context.kiosk() ? "SettingsKiosk.fxml" : "Settings.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        fleet.getChildren().add(list);
        search.getChildren().setAll(searching.node());
        display.getChildren().setAll(shown.node());
        if (context.kiosk()) {
            address.getChildren()
                    .setAll(new KioskFacts(texts, "address.title").card("kiosk.address"));
            database.getChildren().setAll(kioskDatabase());
            alerts.getChildren().setAll(new KioskAlerts(changes).node());
        } else {
            address.getChildren().setAll(new AddressController(context, words, changes).node());
            database.getChildren().setAll(new DatabaseController(changes).node());
            alerts.getChildren().setAll(new AlertsController(changes).node());
        }
        if (tabs != null
                && fleetPane != null
                && addPane != null
                && databasePane != null
                && alertsPane != null
                && displayPane != null) {
            tabs.getChildren()
                    .setAll(
                            Tabs.of(
                                    List.of(
                                            new Tab("fleet", texts.get("tab.batteries"), fleetPane),
                                            new Tab("add", texts.get("tab.add"), addPane),
                                            new Tab("alerts", texts.get("tab.alerts"), alertsPane),
                                            new Tab(
                                                    "database",
                                                    texts.get("tab.database"),
                                                    databasePane),
                                            new Tab(
                                                    "display",
                                                    texts.get("tab.display"),
                                                    displayPane))));
        }
    }

    private Node kioskDatabase() {
        var now = context.engine().settings().database();
        return new KioskFacts(texts, "database.title")
                .with(
                        "database.url",
                        now.url().map(DatabaseEntry::shown).orElse(texts.get("database.none")))
                .with("database.user", now.user())
                .with("database.password", now.password().isPresent())
                .card("kiosk.elsewhere");
    }

    @Override
    public void refresh() {
        list.refresh();
        searching.refresh();
        shown.refresh();
    }

    @Override
    public void tick() {
        searching.tick();
    }

    @Override
    public void left() {
        searching.cancelQuietly();
        list.forgetRemoved();
    }

    @Override
    public Node node() {
        return root;
    }
}
