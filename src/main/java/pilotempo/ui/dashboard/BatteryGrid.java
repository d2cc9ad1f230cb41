package pilotempo.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Fxml;
import pilotempo.ui.component.Sparkline;
import pilotempo.ui.component.UiContext;

/** The batteries' cards, equally wide, in rows. */
final class BatteryGrid {
    private record Entry(Node node, BatteryCardController controller) {}

    private final GridPane grid = new GridPane();
    private final UiContext context;
    private final Language language;
    private final List<Entry> entries = new ArrayList<>();
    private List<BatteryCardState> shown = List.of();
    private Map<Mac, Sparkline.Curve> curves = Map.of();
    private Fit fit = Fit.WIDE;

    BatteryGrid(UiContext context, Language language) {
        this.context = context;
        this.language = language;
        grid.getStyleClass().add("battery-grid");
    }

    Node node() {
        return grid;
    }

    void render(List<BatteryCardState> batteries) {
        if (!ids(batteries).equals(ids(shown))) {
            shown = batteries;
            build();
        }
        shown = batteries;
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).controller.render(batteries.get(i));
        }
    }

    void draw(Map<Mac, Sparkline.Curve> twoHours) {
        curves = twoHours;
        for (int i = 0; i < entries.size(); i++) {
            var mac = shown.get(i).mac();
            entries.get(i).controller.draw(mac == null ? null : curves.get(mac), context.palette());
        }
    }

    void setFit(Fit next) {
        if (fit != next) {
            fit = next;
            build();
            render(shown);
        }
    }

    private static List<String> ids(List<BatteryCardState> batteries) {
        return batteries.stream().map(BatteryCardState::id).toList();
    }

    private void build() {
        entries.clear();
        var kind = CardKind.of(shown.size(), context.kiosk(), fit);
        for (int i = 0; i < shown.size(); i++) {
            var controller = new BatteryCardController(language, context.navigator());
            entries.add(
                    new Entry(Fxml.load(kind.file(), controller, language.texts()), controller));
        }
        place();
        draw(curves);
    }

    private void place() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int perRow = CardKind.of(shown.size(), context.kiosk(), fit).perRow(shown.size(), fit);
        for (int column = 0; column < perRow; column++) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / perRow);
            share.setFillWidth(true);
            grid.getColumnConstraints().add(share);
        }
        for (int row = 0; row < (shown.size() + perRow - 1) / perRow; row++) {
            var fill = new RowConstraints();
            fill.setVgrow(Priority.ALWAYS);
            fill.setFillHeight(true);
            grid.getRowConstraints().add(fill);
        }
        for (int i = 0; i < entries.size(); i++) {
            grid.add(entries.get(i).node, i % perRow, i / perRow);
        }
    }
}
