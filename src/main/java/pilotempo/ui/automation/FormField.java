package pilotempo.ui.automation;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Icon;

/** A setting: its name, its control, and a line of help, or what is wrong with it. */
final class FormField extends VBox {
    private final Label note = new Label();
    private final Node control;
    private final String help;
    private boolean forced;

    FormField(String name, Node control, String help) {
        this.control = control;
        this.help = help;
        getStyleClass().add("form-field");
        var title = new Label(name);
        title.getStyleClass().addAll("secondary", "muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(title, control, note);
        tell(help, false);
    }

    /** What the environment forces can't be changed here, and says so. */
    void force(Optional<String> sentence) {
        forced = sentence.isPresent();
        control.setDisable(forced);
        tell(sentence.orElse(help), false);
    }

    /** Shows what is wrong with it; nothing is where the sentence is empty. */
    void fault(String sentence) {
        if (!forced) {
            tell(sentence.isEmpty() ? help : sentence, !sentence.isEmpty());
        }
    }

    /** Shows another help than usual, while nothing is wrong. */
    void hint(String sentence) {
        if (!forced && !sentence.isEmpty()) {
            tell(sentence, false);
        }
    }

    private void tell(String sentence, boolean wrong) {
        note.setText(sentence);
        note.setGraphic(wrong ? Icon.ERROR.node(16) : null);
        note.getStyleClass().setAll("label", wrong ? "field-error" : "form-help");
        note.setVisible(!sentence.isEmpty());
        note.setManaged(!sentence.isEmpty());
    }
}
