package pilotempo.ui.dashboard;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Fxml;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Sparkline;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;

/**
 * Everything in one glance at 800×480, without scrolling; from five batteries on a short hero. On a
 * screen that stands upright one column.
 */
final class KioskPage implements Page {
    private static final int SHORT_FROM = 5;
    private static final double RING = 170;
    private static final double GREAT_RING = 216;
    private static final double TALL_FROM = 440;

    private final UiContext context;
    private final HeroController hero;
    private final HeroController flow;
    private final SummaryController summary;
    private final BatteryGrid batteries;
    private final Texts texts;
    private final StackPane bottom = new StackPane();
    private final Parent next;
    private final Region heroNode;
    private final Region flowNode;
    private final boolean shortHero;
    private final StackPane node = new StackPane();
    private boolean upright;
    private Fit fit = Fit.WIDE;
    private @Nullable BatteryCardState spokenOf;

    KioskPage(UiContext context, Language language, int count) {
        this.context = context;
        texts = language.texts();
        summary = new SummaryController(language, context.navigator());
        hero = new HeroController(language);
        flow = new HeroController(language);
        batteries = new BatteryGrid(context, language);
        next = Fxml.load("next-kiosk.fxml", summary, language.texts());
        bottom.getChildren().setAll(next);
        VBox.setVgrow(batteries.node(), Priority.ALWAYS);
        shortHero = count >= SHORT_FROM;
        heroNode =
                (Region)
                        Fxml.load(
                                shortHero ? "hero-kiosk-short.fxml" : "hero-kiosk.fxml",
                                hero,
                                texts);
        flowNode =
                (Region)
                        Fxml.load(
                                shortHero ? "flow-kiosk-short.fxml" : "flow-kiosk.fxml",
                                flow,
                                texts);
        HBox.setHgrow(flowNode, Priority.ALWAYS);
        node.getStyleClass().add("kiosk-page");
        node.setMinSize(0, 0);
        node.widthProperty().addListener((value, before, now) -> fit());
        node.heightProperty().addListener((value, before, now) -> fit());
        arrange();
    }

    private void fit() {
        upright = node.getHeight() > node.getWidth();
        var next = upright ? Fit.MEDIUM : node.getHeight() >= TALL_FROM ? Fit.TALL : Fit.WIDE;
        if (next != fit) {
            fit = next;
            arrange();
        }
    }

    private void arrange() {
        heroNode.getStyleClass().remove("wide");
        if (!shortHero) {
            hero.setDiameter(fit == Fit.WIDE ? RING : GREAT_RING);
        }
        batteries.setFit(fit);
        node.getChildren().setAll(shortHero ? shortHero() : upright ? upright() : column());
    }

    private Parent column() {
        var right = new VBox(8, flowNode, batteries.node(), bottom);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(8, heroNode, right);
    }

    private Parent upright() {
        heroNode.getStyleClass().add("wide");
        return new VBox(8, heroNode, flowNode, batteries.node(), bottom);
    }

    private Parent shortHero() {
        HBox.setHgrow(heroNode, Priority.ALWAYS);
        return new VBox(8, new HBox(8, heroNode, flowNode), batteries.node());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void render(DashboardState state) {
        hero.render(state.hero());
        flow.render(state.flow());
        batteries.render(state.batteries());
        summary.render(state.next());
        speak(state);
    }

    @Override
    public void render(EnergyToday today) {
        summary.render(today);
    }

    @Override
    public void render(SavingsState savings) {
        summary.render(savings);
    }

    @Override
    public void draw(Map<Mac, Sparkline.Curve> curves) {
        batteries.draw(curves);
    }

    /** The first battery that has something to say takes the place of the next action. */
    private void speak(DashboardState state) {
        var speaker =
                state.batteries().stream()
                        .filter(battery -> battery.presence() == Presence.SILENT)
                        .findFirst()
                        .orElse(null);
        if (speaker == null) {
            spokenOf = null;
            bottom.getChildren().setAll(next);
        } else if (spokenOf == null
                || !spokenOf.id().equals(speaker.id())
                || !spokenOf.fact().equals(speaker.fact())) {
            spokenOf = speaker;
            var banner = new Banner();
            banner.getStyleClass().add("tile-banner");
            banner.show(
                    Tone.ATTENTION,
                    texts.get("battery.says", speaker.name(), speaker.fact()),
                    speaker.advice());
            banner.getChildren().add(Icon.NEXT.node(24));
            banner.setOnMouseClicked(
                    clicked -> context.navigator().go(new Place.Diagnostics(speaker.id())));
            bottom.getChildren().setAll(banner);
        }
    }
}
