package pilotempo.ui.dashboard;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Fxml;
import pilotempo.ui.component.Sparkline;
import pilotempo.ui.component.UiContext;

/** Hero and price, the batteries, the summary; narrow windows get one column that scrolls. */
final class DesktopPage implements Page {
    /** Content narrower than this has the price below the hero. */
    private static final double WIDE_FROM = 980;

    private final HeroController hero;
    private final PriceController price;
    private final SummaryController summary = new SummaryController();
    private final BatteryGrid batteries;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Parent heroNode;
    private final Parent priceNode;
    private final Parent summaryNode;
    private boolean wide = true;

    DesktopPage(UiContext context, Language language) {
        hero = new HeroController(language);
        price = new PriceController(language);
        heroNode = Fxml.load("hero.fxml", hero, language.texts());
        priceNode = Fxml.load("price.fxml", price, language.texts());
        summaryNode = Fxml.load("summary.fxml", summary, language.texts());
        batteries = new BatteryGrid(context, language);
        page.getStyleClass().add("dashboard-page");
        page.setFillWidth(true);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        HBox.setHgrow(heroNode, Priority.ALWAYS);
        VBox.setVgrow(batteries.node(), Priority.ALWAYS);
        scroll.widthProperty().addListener((width, before, now) -> fit(now.doubleValue()));
        arrange();
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void render(DashboardState state) {
        hero.render(state.hero());
        hero.render(state.flow());
        price.render(state.price());
        batteries.render(state.batteries());
        summary.render(state.summary());
    }

    @Override
    public void render(EnergyToday energy) {
        summary.render(energy);
    }

    @Override
    public void draw(Map<Mac, Sparkline.Curve> curves) {
        batteries.draw(curves);
    }

    private void fit(double width) {
        boolean next = width >= WIDE_FROM;
        if (next != wide) {
            wide = next;
            arrange();
        }
    }

    private void arrange() {
        Pane top = wide ? new HBox(16, heroNode, priceNode) : new VBox(16, heroNode, priceNode);
        top.setMinHeight(Region.USE_PREF_SIZE);
        batteries.setNarrow(!wide);
        page.getChildren().setAll(top, batteries.node(), summaryNode);
    }
}
