package pilotempo.ui.settings;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import pilotempo.settings.Settings;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;

/**
 * Fields that one button saves. What an environment variable holds is shut, what is wrong is marked
 * and told below, what was typed stays when a change is refused. FX thread.
 *
 * @param fields each field with the name of its setting
 * @param environment says which variables shut fields
 * @param refusal says what is wrong
 * @param said says that it is saved
 */
record SavedForm(
        Changes changes,
        Map<TextInputControl, String> fields,
        Label environment,
        Label refusal,
        Label said,
        Button save) {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    /** What is wrong with one field. */
    record Complaint(TextInputControl field, String sentence) {}

    /** Names the fields by their settings, and shuts those that a variable holds. */
    void open() {
        var engine = changes.context().engine();
        fields.forEach(
                (field, setting) -> {
                    field.setId(setting.replace('.', '-'));
                    field.setDisable(engine.variableOf(setting).isPresent());
                });
        var variables =
                fields.values().stream()
                        .sorted()
                        .flatMap(setting -> engine.variableOf(setting).stream())
                        .collect(Collectors.joining(", "));
        tell(
                environment,
                variables.isEmpty() ? "" : texts().get("database.environment", variables));
        save.setGraphic(Icon.CHECK.node(18));
        tell(refusal, "");
        tell(said, "");
    }

    /** Of a secret only whether there is one is shown. */
    void kept(PasswordField field, boolean present) {
        field.clear();
        field.setPromptText(texts().get(present ? "database.kept" : "database.none"));
    }

    /**
     * Saves, unless something is wrong.
     *
     * @param saved called once it is saved
     * @param sentence told then
     */
    void save(
            Optional<Complaint> complaint,
            UnaryOperator<Settings> change,
            Runnable saved,
            String sentence) {
        for (var field : fields.keySet()) {
            field.pseudoClassStateChanged(
                    ERROR, complaint.map(Complaint::field).filter(field::equals).isPresent());
        }
        tell(said, "");
        tell(refusal, complaint.map(Complaint::sentence).orElse(""));
        if (complaint.isPresent()) {
            complaint.get().field().requestFocus();
            return;
        }
        save.setDisable(true);
        changes.apply(
                change,
                () -> {
                    save.setDisable(false);
                    saved.run();
                    tell(said, sentence);
                },
                why -> {
                    save.setDisable(false);
                    tell(refusal, why);
                });
    }

    private Texts texts() {
        return changes.texts();
    }

    static void tell(Label label, String sentence) {
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }
}
