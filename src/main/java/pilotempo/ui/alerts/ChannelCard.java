package pilotempo.ui.alerts;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.alert.ChannelTest;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** The ways to people, how each does, and a test message. */
final class ChannelCard {
    private final Texts texts;
    private final VBox rows = new VBox();
    private final Button test = new Button();
    private final VBox outcome = new VBox();
    private final Card card;
    private List<AlertsState.ChannelRow> shown = List.of();
    private boolean testing;

    /**
     * @param window how the window itself tells, a sentence
     */
    ChannelCard(Texts texts, String window, Runnable sendTest) {
        this.texts = texts;
        rows.getStyleClass().add("channel-rows");
        outcome.getStyleClass().add("channel-outcome");
        test.setText(texts.get("test.send"));
        test.setOnAction(_ -> sendTest.run());
        test.setDisable(true);
        var title = new Label(texts.get("channels.title"));
        title.getStyleClass().add("card-title");
        card = new Card(title, rows, wrapped(window, "secondary", "muted"), test, outcome);
        card.getStyleClass().add("channel-card");
    }

    Node node() {
        return card;
    }

    void show(List<AlertsState.ChannelRow> channels) {
        if (channels.equals(shown)) {
            return;
        }
        shown = channels;
        rows.getChildren().setAll(channels.stream().map(ChannelCard::row).toList());
        test.setDisable(testing || channels.stream().allMatch(row -> row.tone() == Tone.PLAIN));
    }

    /** A test message is on its way. */
    void testing() {
        testing = true;
        test.setDisable(true);
        outcome.getChildren().setAll(wrapped(texts.get("test.sending"), "secondary", "muted"));
    }

    /** What became of it. */
    void tested(List<ChannelTest> tests) {
        testing = false;
        test.setDisable(false);
        outcome.getChildren()
                .setAll(
                        tests.stream()
                                .map(
                                        told -> {
                                            var label = wrapped(told.sentence(), "secondary");
                                            label.getStyleClass().add("toned-text");
                                            (told.sent() ? Tone.OK : Tone.ERROR).applyTo(label);
                                            return label;
                                        })
                                .toList());
    }

    /** It could not even be tried. */
    void failed() {
        tested(List.of());
        outcome.getChildren().setAll(wrapped(texts.get("test.fault"), "secondary", "muted"));
    }

    private static Node row(AlertsState.ChannelRow row) {
        var name = new Label(row.name());
        name.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, Tag.of(row.tone(), row.state()));
        head.setAlignment(Pos.CENTER_LEFT);
        var all = new VBox(head, wrapped(row.detail(), "secondary", "muted"));
        all.getStyleClass().add("channel-row");
        return all;
    }

    private static Label wrapped(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
