package pilotempo.ui.device;

import java.util.LinkedHashMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;

/** The level at the left, and one of day, mode and link at the right. */
final class KioskBatteryPage extends HBox {
    private enum Part {
        DAY,
        MODE,
        LINK
    }

    private static final double WHOLE_FROM = 340;

    private final BatteryCards cards;
    private final DayCard day;
    private final ModeCard mode;
    private final VBox right = BatteryCards.column(8);
    private final Segmented<Part> parts;
    private final HBox head;
    private boolean low;

    KioskBatteryPage(BatteryCards cards, DayCard day, ModeCard mode, Texts texts) {
        this.mode = mode;
        this.cards = cards;
        this.day = day;
        getStyleClass().add("page");
        setSpacing(8);
        var level = new Card(cards.ring, cards.direction, cards.watts, cards.outlook, cards.brief);
        level.setAlignment(Pos.TOP_CENTER);
        level.setMinWidth(212);
        level.setMaxWidth(212);
        level.setMinHeight(0);
        setMinHeight(0);
        var words = new LinkedHashMap<Part, String>();
        words.put(Part.DAY, texts.get("part.day"));
        words.put(Part.MODE, texts.get("part.mode"));
        words.put(Part.LINK, texts.get("part.link"));
        parts = new Segmented<>(words, this::show);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head = new HBox(8, parts, space, day.days());
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        getChildren().setAll(level, right);
        show(Part.DAY);
        heightProperty().addListener((_, _, now) -> fit(now.doubleValue()));
    }

    /** Below a banner there is room for the chart or for the mode, not for both. */
    private void fit(double height) {
        boolean next = height > 0 && height < WHOLE_FROM;
        if (next != low) {
            low = next;
            BatteryCards.visible(cards.brief, !low);
            var part = parts.selected();
            show(part == null ? Part.DAY : part);
        }
    }

    private void show(Part part) {
        parts.select(part);
        BatteryCards.visible(day.days(), part == Part.DAY);
        var card =
                switch (part) {
                    case DAY -> card(day.body());
                    case MODE -> scrolling(mode.kioskWeek(), cards.modeSentence, cards.status);
                    case LINK ->
                            scrolling(
                                    BatteryCards.head(
                                            cards.model.getText(), cards.linkTag, cards.askAgain),
                                    cards.advice,
                                    cards.riskyAdvice,
                                    cards.link,
                                    cards.device);
                };
        VBox.setVgrow(card, Priority.ALWAYS);
        var bar = new Card(mode.kioskBar());
        bar.setMinHeight(Region.USE_PREF_SIZE);
        right.getChildren().setAll(head, card);
        if (!low || part == Part.MODE) {
            right.getChildren().add(bar);
        }
    }

    /** Words may be long: what has no room is scrolled to, never cut. */
    private static Card scrolling(Node... content) {
        var column = new VBox(8, content);
        column.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return card(scroll);
    }

    private static Card card(Node... content) {
        var card = new Card(content);
        card.setMinHeight(0);
        return card;
    }
}
