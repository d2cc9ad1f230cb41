package pilotempo.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Texts;

/** What the kiosk, which has no keyboard, shows of settings that need one, and where they are. */
final class KioskFacts {
    private final Texts texts;
    private final Card card;

    KioskFacts(Texts texts, String titleKey) {
        this.texts = texts;
        var title = new Label(texts.get(titleKey));
        title.getStyleClass().add("card-title");
        card = new Card(title);
    }

    /** Adds a line. */
    KioskFacts with(String key, String value) {
        var name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        card.getChildren().add(new HBox(12, name, space, new Label(value)));
        return this;
    }

    /** Adds a line about what is never shown. */
    KioskFacts with(String key, boolean present) {
        return with(key, texts.get(present ? "kiosk.set" : "database.none"));
    }

    /** With a sentence below, and where it is changed. */
    Card card(String sentenceKey) {
        card.getChildren().add(sentence(texts.get(sentenceKey)));
        return card;
    }

    static Label sentence(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
