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
    private final AddressController byAddress;
    private final DisplayController shown;
    private final DatabaseController server;
    private final AlertsController telling;
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
        texts = words.texts();
        var changes = new Changes(context, words.texts(), this::refresh);
        list = new FleetList(context, words, changes);
        searching = new SearchController(context, words, changes, context.kiosk());
        byAddress = new AddressController(context, words, changes);
        shown = new DisplayController(context, words.texts(), changes);
        server = new DatabaseController(context, words.texts(), changes);
        telling = new AlertsController(context, words.texts(), changes);
        Fxml.load(context.kiosk() ? "SettingsKiosk.fxml" : "Settings.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        fleet.getChildren().add(list);
        search.getChildren().setAll(searching.node());
        address.getChildren().setAll(byAddress.node());
        display.getChildren().setAll(shown.node());
        database.getChildren().setAll(server.node());
        alerts.getChildren().setAll(telling.node());
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
