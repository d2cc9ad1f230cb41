package pilotempo.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.UiContext;

/** The page with everything on it; in the kiosk behind three tabs. */
final class SettingsController implements SettingsPart {
    private final FleetList list;
    private final SearchController searching;
    private final AddressController byAddress;
    private final DisplayController shown;

    @FXML private Node root;
    @FXML private Pane fleet;
    @FXML private Pane search;
    @FXML private Pane address;
    @FXML private Pane display;
    @FXML private @Nullable ToggleButton fleetTab;
    @FXML private @Nullable ToggleButton addTab;
    @FXML private @Nullable ToggleButton displayTab;
    @FXML private @Nullable Node fleetPane;
    @FXML private @Nullable Node addPane;
    @FXML private @Nullable Node displayPane;

    SettingsController(UiContext context, SettingsWords words) {
        var changes = new Changes(context, words.texts(), this::refresh);
        list = new FleetList(context, words, changes);
        searching = new SearchController(context, words, changes, context.kiosk());
        byAddress = new AddressController(context, words, changes);
        shown = new DisplayController(context, words.texts(), changes);
        Fxml.load(context.kiosk() ? "SettingsKiosk.fxml" : "Settings.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        fleet.getChildren().add(list);
        search.getChildren().setAll(searching.node());
        address.getChildren().setAll(byAddress.node());
        display.getChildren().setAll(shown.node());
        tab(fleetTab, fleetPane);
        tab(addTab, addPane);
        tab(displayTab, displayPane);
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

    private static void tab(@Nullable ToggleButton tab, @Nullable Node pane) {
        if (tab != null && pane != null) {
            pane.visibleProperty().bind(tab.selectedProperty());
            // One place is always shown: pressing the pressed one changes nothing.
            tab.addEventFilter(
                    MouseEvent.MOUSE_RELEASED,
                    release -> {
                        if (tab.isSelected()) {
                            release.consume();
                            tab.disarm();
                        }
                    });
        }
    }

    @Override
    public Node node() {
        return root;
    }
}
