package pilotempo.ui.settings;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/**
 * One configured battery: to read, to rename in place, or to remove after a second press. While a
 * name is being typed nothing else changes the row. The kiosk, without a keyboard, renames nothing.
 */
final class FleetRow extends VBox {
    /** What a row may ask for; the last parameter is told what went wrong. */
    interface Wishes {
        void test(String id);

        void rename(String id, String name, Consumer<String> failed);

        void remove(String id, Consumer<String> failed);
    }

    private final Texts texts;
    private final Wishes wishes;
    private final boolean kiosk;
    private final HBox line = new HBox();
    private final Label error = new Label();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Tag link = new Tag();
    private FleetRowState shown;

    FleetRow(FleetRowState state, Texts texts, boolean kiosk, Wishes wishes) {
        this.kiosk = kiosk;
        this.shown = state;
        this.texts = texts;
        this.wishes = wishes;
        getStyleClass().add("fleet-row");
        line.getStyleClass().add("fleet-line");
        line.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("strong");
        facts.getStyleClass().addAll("muted", "secondary");
        facts.setMinWidth(0);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        getChildren().setAll(line);
        fill(state);
        read();
    }

    void show(FleetRowState next) {
        if (!next.equals(shown)) {
            shown = next;
            fill(next);
        }
    }

    private void fill(FleetRowState state) {
        name.setText(state.name());
        facts.setText(kiosk ? state.address() : state.address() + " · " + state.device());
        link.show(state.tone(), state.link());
    }

    private void read() {
        fail("");
        var words = kiosk ? new VBox(4, named(), link) : new VBox(name, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getChildren().setAll(words);
        if (!kiosk) {
            line.getChildren().add(link);
        }
        line.getChildren().add(button("battery.test", "test", this::test));
        if (!kiosk) {
            line.getChildren().add(button("battery.rename", "rename", this::rename));
        }
        line.getChildren().add(button("battery.remove", "remove", this::confirm));
    }

    private HBox named() {
        var named = new HBox(10, name, facts);
        named.setAlignment(Pos.BASELINE_LEFT);
        return named;
    }

    private void test() {
        link.show(Tone.PLAIN, texts.get("battery.asked"));
        wishes.test(shown.id());
    }

    private void rename() {
        var field = new TextField(shown.name());
        field.getStyleClass().add("name-field");
        field.setAccessibleText(texts.get("search.name"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable save =
                () -> {
                    fail("");
                    wishes.rename(shown.id(), field.getText(), this::fail);
                };
        field.setOnAction(enter -> save.run());
        var ok = button("battery.save", "save", save);
        ok.getStyleClass().add("accent");
        line.getChildren().setAll(field, ok, button("battery.cancel", "cancel", this::read));
        field.requestFocus();
        field.selectAll();
    }

    /** Its name was changed. */
    void renamed() {
        read();
    }

    private void confirm() {
        var question = new Label(texts.get("battery.confirm", shown.name()));
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        var yes = button("battery.remove", "confirm", () -> wishes.remove(shown.id(), this::fail));
        yes.getStyleClass().add("danger");
        var no = button("battery.keep", "keep", this::read);
        line.getChildren().setAll(question, yes, no);
        no.requestFocus();
    }

    private void fail(String sentence) {
        error.setText(sentence);
        getChildren().remove(error);
        if (!sentence.isEmpty()) {
            getChildren().add(error);
        }
    }

    private Button button(String key, String id, Runnable whenPressed) {
        var button = new Button(texts.get(key));
        button.setId(id + "-" + shown.id());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + " " + shown.name());
        button.setOnAction(pressed -> whenPressed.run());
        return button;
    }
}
