package pilotempo.ui.device;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
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

    DesktopBatteryPage(BatteryCards cards, DayCard day, Texts texts) {
        getStyleClass().add("page");
        setSpacing(16);
        setFillHeight(true);
        var column =
                BatteryCards.column(12, gauges(cards), link(cards, texts), device(cards, texts));
        var left = new ScrollPane(column);
        left.setFitToWidth(true);
        left.setFitToHeight(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        column.setMinHeight(Region.USE_PREF_SIZE);
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        var dayCard = new Card(dayHead(day, texts), day.body());
        VBox.setVgrow(dayCard, Priority.ALWAYS);
        dayCard.setMinHeight(0);
        var right = BatteryCards.column(16, dayCard, mode(cards, texts));
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        getChildren().setAll(left, right);
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
                        cards.device);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private static Card mode(BatteryCards cards, Texts texts) {
        var readOnly = new Label(texts.get("mode.readOnly"));
        readOnly.getStyleClass().addAll("muted", "secondary");
        var head = BatteryCards.head(texts.get("mode.title"), readOnly);
        head.getChildren().add(1, cards.mode);
        var card = new Card(head, cards.modeSentence, cards.status);
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }
}
