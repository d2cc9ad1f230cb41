package pilotempo.ui.settings;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.engine.FoundBattery;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Tone;

/** A battery that answered: what it is, and a name to add it by, or the name it has already. */
final class FoundRow extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SettingsWords words;
    private final Label device = new Label();
    private final Label address = new Label();
    private final TextField name = new TextField();
    private final Button add = new Button();
    private final Tag known = new Tag();
    private final Label error = new Label();
    private final HBox entry = new HBox(name, add);
    private FoundBattery found;

    /**
     * A row.
     *
     * @param wide whether there is room for the name beside the device
     * @param kiosk whether there is no keyboard
     */
    FoundRow(
            FoundBattery found,
            String suggestion,
            SettingsWords words,
            boolean wide,
            boolean kiosk,
            Function<FoundRow, Runnable> adding) {
        this.found = found;
        this.words = words;
        getStyleClass().add("found-row");
        device.getStyleClass().add("strong");
        address.getStyleClass().addAll("muted", "secondary");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setManaged(false);
        name.setText(suggestion);
        name.getStyleClass().add("name-field");
        name.setAccessibleText(words.texts().get("search.name"));
        add.setText(words.texts().get("search.add"));
        add.setGraphic(Icon.ADD.node(18));
        add.setMinWidth(Region.USE_PREF_SIZE);
        var press = adding.apply(this);
        add.setOnAction(pressed -> press.run());
        name.setOnAction(enter -> press.run());
        HBox.setHgrow(name, Priority.ALWAYS);
        entry.getStyleClass().add("found-entry");
        entry.setAlignment(Pos.CENTER_LEFT);
        var what = new VBox(device, address);
        HBox.setHgrow(what, Priority.ALWAYS);
        var line = new HBox(Icon.BATTERY.node(24), what, known);
        line.getStyleClass().add("found-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line);
        if (kiosk) {
            // The suggestion holds: there is no keyboard.
            var chosen = new Label(suggestion);
            chosen.setMinWidth(Region.USE_PREF_SIZE);
            entry.getChildren().setAll(chosen, add);
        }
        if (wide) {
            name.setPrefColumnCount(16);
            line.getChildren().add(entry);
        } else {
            getChildren().add(entry);
        }
        getChildren().add(error);
        known("");
        again(found);
    }

    /** It answered again, maybe from elsewhere; what was typed stays. */
    void again(FoundBattery next) {
        found = next;
        var id = next.device().mac().hex();
        name.setId("found-name-" + id);
        add.setId("found-add-" + id);
        device.setText(words.device(next.device()));
        address.setText(words.address(next.host(), next.port()));
    }

    FoundBattery found() {
        return found;
    }

    String typedName() {
        return name.getText();
    }

    /** Says that it is in the settings; an empty word = it is not. */
    void known(String word) {
        var there = !word.isEmpty();
        known.show(Tone.OK, word);
        known.setVisible(there);
        known.setManaged(there);
        entry.setVisible(!there);
        entry.setManaged(!there);
    }

    /** Whether a change is under way. */
    void busy(boolean busy) {
        add.setDisable(busy);
    }

    /** Says what is wrong, beside the name; empty = nothing. */
    void fail(String sentence) {
        error.setText(sentence);
        error.setManaged(!sentence.isEmpty());
        error.setVisible(!sentence.isEmpty());
        name.pseudoClassStateChanged(ERROR, !sentence.isEmpty());
    }
}
