package pilotempo.ui.diagnostics;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;

/** The chosen check: what it means and what to do, step by step. */
final class CheckDetail {
    private final Texts texts;
    private final Consumer<String> askAgain;
    private final Pane card;
    private final boolean narrow;
    private final Label said = new Label();
    private final Button again = new Button();
    private final Button rest = new Button();
    private final Consumer<Check> restOrWake;
    private @Nullable Check shown;

    /**
     * Fills a card.
     *
     * @param narrow whether the finding has a line of its own
     * @param askAgain takes a battery's id
     * @param restOrWake begins or ends a battery's rest
     */
    CheckDetail(
            Pane card,
            Texts texts,
            boolean narrow,
            Consumer<String> askAgain,
            Consumer<Check> restOrWake) {
        this.narrow = narrow;
        this.card = card;
        this.texts = texts;
        this.askAgain = askAgain;
        this.restOrWake = restOrWake;
        said.getStyleClass().addAll("muted", "secondary");
        said.setId("again-said");
        said.setWrapText(true);
        again.setId("ask-again");
        again.setText(texts.get("again"));
        again.setGraphic(Icon.REFRESH.node(18));
        again.setMinWidth(Region.USE_PREF_SIZE);
        rest.setId("rest-test");
        rest.setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(Check check) {
        if (check.equals(shown)) {
            return;
        }
        if (shown == null || !shown.id().equals(check.id())) {
            say("");
        }
        shown = check;
        var title = new Label(check.title());
        title.getStyleClass().add("card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var tag = Tag.of(check.tone(), check.finding());
        var head = narrow ? new HBox(title, space) : new HBox(title, tag, space);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("detail-head");
        card.getChildren().setAll(head);
        if (!check.id().startsWith(":") || check.id().equals(Check.SYNC)) {
            again.setText(texts.get(check.id().equals(Check.SYNC) ? "sync.now" : "again"));
            again.setOnAction(pressed -> askAgain.accept(check.id()));
            head.getChildren().add(again);
        }
        if (check.rest() != Check.Rest.NONE) {
            boolean running = check.rest() == Check.Rest.RUNNING;
            rest.setText(texts.get(running ? "rest.end" : "rest.begin"));
            rest.setOnAction(pressed -> restOrWake.accept(check));
            if (running) {
                head.getChildren().remove(again);
            }
            head.getChildren().add(head.getChildren().indexOf(space) + 1, rest);
        }
        if (narrow) {
            card.getChildren().add(tag);
        }
        if (!check.what().isEmpty()) {
            card.getChildren().add(wrapped(check.what()));
        }
        if (!check.facts().isEmpty()) {
            card.getChildren().add(facts(check));
        }
        if (check.facts().isEmpty() || !check.steps().isEmpty()) {
            card.getChildren().add(steps(check));
        }
        card.getChildren().add(said);
    }

    /** Answers a press of the button. */
    void say(String sentence) {
        said.setText(sentence);
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }

    private VBox steps(Check check) {
        var steps = new VBox();
        steps.getStyleClass().add("detail-steps");
        if (check.steps().isEmpty()) {
            var none = new Label(texts.get("steps.none"));
            none.getStyleClass().add("muted");
            steps.getChildren().add(none);
            return steps;
        }
        var title = new Label(texts.get("steps.title"));
        title.getStyleClass().add("section-title");
        steps.getChildren().add(title);
        for (var i = 0; i < check.steps().size(); i++) {
            var number = new Label(Integer.toString(i + 1));
            number.getStyleClass().add("number");
            var words = wrapped(check.steps().get(i));
            HBox.setHgrow(words, Priority.ALWAYS);
            var step = new HBox(number, words);
            step.getStyleClass().add("step");
            steps.getChildren().add(step);
        }
        return steps;
    }

    /** Two columns where there is room. */
    private GridPane facts(Check check) {
        var grid = new GridPane();
        grid.getStyleClass().add("check-facts");
        int columns = narrow ? 1 : 2;
        for (int i = 0; i < check.facts().size(); i++) {
            var fact = check.facts().get(i);
            var name = new Label(fact.name());
            name.getStyleClass().addAll("muted", "secondary");
            var value = wrapped(fact.value());
            value.getStyleClass().add("secondary");
            var both = new VBox(name, value);
            GridPane.setHgrow(both, Priority.ALWAYS);
            grid.add(both, i % columns, i / columns);
        }
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
