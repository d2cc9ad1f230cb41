package pilotempo.ui.device;

import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Texts;

/** Gauges, link and device at the left, day and mode at the right. */
final class DesktopBatteryPage extends HBox {
    private static final double LEFT = 336;
    private static final double NARROW_CHART = 400;

    /** Below this width there is one column, which scrolls. */
    private static final double TWO_COLUMNS_FROM = 940;

    private final VBox about;
    private final Card dayCard;
    private final VBox right;
    private final Card modeCard;
    private boolean narrow;

    DesktopBatteryPage(BatteryCards cards, DayCard day, ModeCard mode, Texts texts) {
        getStyleClass().add("page");
        setSpacing(16);
        setFillHeight(true);
        about = BatteryCards.column(12, gauges(cards), link(cards, texts), device(cards, texts));
        about.setMinHeight(Region.USE_PREF_SIZE);
        dayCard = new Card(dayHead(day, texts), day.body());
        VBox.setVgrow(dayCard, Priority.ALWAYS);
        modeCard = mode(mode);
        right = BatteryCards.column(16);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        setMinWidth(0);
        widthProperty().addListener((width, before, now) -> fit(now.doubleValue()));
        arrange();
    }

    private void fit(double width) {
        boolean next = width < TWO_COLUMNS_FROM;
        if (next != narrow) {
            narrow = next;
            arrange();
        }
    }

    private void arrange() {
        right.getChildren().clear();
        dayCard.setMinHeight(narrow ? NARROW_CHART : 0);
        if (narrow) {
            var column = new VBox(16, about, dayCard, modeCard);
            var all = scroll(column);
            HBox.setHgrow(all, Priority.ALWAYS);
            getChildren().setAll(all);
            return;
        }
        right.getChildren().setAll(dayCard, modeCard);
        var left = scroll(about);
        left.setFitToHeight(true);
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        getChildren().setAll(left, right);
    }

    private static ScrollPane scroll(VBox content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private static HBox dayHead(DayCard day, Texts texts) {
        return BatteryCards.head(texts.get("day.title"), day.days());
    }

    private static Card gauges(BatteryCards cards) {
        var card = new Card(cards.ring, cards.gauges(), cards.outlook);
        card.setAlignment(Pos.TOP_CENTER);
        card.getStyleClass().add("gauge-card");
        return card;
    }

    private static Card link(BatteryCards cards, Texts texts) {
        var card =
                new Card(
                        BatteryCards.head(texts.get("link.title"), cards.linkTag, cards.askAgain),
                        cards.advice,
                        cards.link);
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private static Card device(BatteryCards cards, Texts texts) {
        var card =
                new Card(
                        BatteryCards.head(texts.get("device.title"), cards.model),
                        cards.risky,
                        cards.riskyAdvice,
                        cards.device,
                        cards.status);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private static Card mode(ModeCard mode) {
        var card = new Card(mode.desktop());
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }
}
