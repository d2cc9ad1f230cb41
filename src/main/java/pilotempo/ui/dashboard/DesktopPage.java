package pilotempo.ui.dashboard;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Fxml;
import pilotempo.ui.component.Sparkline;
import pilotempo.ui.component.UiContext;

/** Hero and price, the batteries, the summary; narrow windows get one column that scrolls. */
final class DesktopPage implements Page {
    /** From here on cards are compact, and the summary is one line. */
    private static final int MANY_FROM = 5;

    private HeroController hero;
    private final PriceController price;
    private final SummaryController summary;
    private final BatteryGrid batteries;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final Language language;
    private final Parent priceNode;
    private final boolean many;
    private Fit fit = Fit.WIDE;
    private @Nullable DashboardState shown;

    DesktopPage(UiContext context, Language language, int count) {
        many = count >= MANY_FROM;
        this.language = language;
        summary = new SummaryController(language, context.navigator());
        hero = new HeroController(language);
        price = new PriceController(language);
        priceNode = Fxml.load("price.fxml", price, language.texts());
        batteries = new BatteryGrid(context, language);
        page.getStyleClass().add("dashboard-page");
        page.setFillWidth(true);
        if (many) {
            page.getStyleClass().add("many");
        }
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
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
        shown = state;
        hero.render(state.hero());
        hero.render(state.flow());
        price.render(state.price());
        batteries.render(state.batteries());
        summary.render(state.next());
    }

    @Override
    public void render(EnergyToday energy) {
        summary.render(energy);
    }

    @Override
    public void render(SavingsState savings) {
        summary.render(savings);
    }

    @Override
    public void draw(Map<Mac, Sparkline.Curve> curves) {
        batteries.draw(curves);
    }

    private void fit(double width) {
        var next = Fit.of(width);
        if (next != fit) {
            fit = next;
            arrange();
        }
    }

    private void arrange() {
        hero = new HeroController(language);
        var heroNode =
                Fxml.load(fit == Fit.SLIM ? "hero-slim.fxml" : "hero.fxml", hero, language.texts());
        HBox.setHgrow(heroNode, Priority.ALWAYS);
        batteries.setFit(fit);
        Pane bottom = fit == Fit.SLIM ? new VBox(16) : new HBox(16);
        bottom.getChildren().setAll(summaryCards());
        page.getChildren()
                .setAll(
                        switch (fit) {
                            case WIDE, TALL ->
                                    List.of(
                                            new HBox(16, heroNode, priceNode),
                                            batteries.node(),
                                            bottom);
                            case MEDIUM -> List.of(heroNode, priceNode, batteries.node(), bottom);
                            case SLIM -> List.of(heroNode, batteries.node(), priceNode, bottom);
                        });
        for (var part : page.getChildren()) {
            ((Region) part).setMinHeight(Region.USE_PREF_SIZE);
        }
        if (shown != null) {
            hero.render(shown.hero());
            hero.render(shown.flow());
            summary.render(shown.next());
        }
    }

    private List<Node> summaryCards() {
        boolean line = many && (fit == Fit.WIDE || fit == Fit.TALL);
        var cards =
                Fxml.load(line ? "summary-line.fxml" : "summary.fxml", summary, language.texts());
        return List.copyOf(cards.getChildrenUnmodifiable());
    }
}
