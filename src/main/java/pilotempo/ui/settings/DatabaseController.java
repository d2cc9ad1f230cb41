package pilotempo.ui.settings;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import pilotempo.ui.component.Texts;
import pilotempo.ui.settings.DatabaseEntry.Fault;
import pilotempo.ui.settings.SavedForm.Complaint;

/** The server that the history is sent to. A password is never shown, only that there is one. */
final class DatabaseController {
    private final Changes changes;
    private final Texts texts;

    @FXML private Node root;
    @FXML private TextField url;
    @FXML private TextField user;
    @FXML private PasswordField password;
    @FXML private Label environment;
    @FXML private Label said;
    @FXML private Label refusal;
    @FXML private Button save;

    DatabaseController(Changes changes) {
        this.changes = changes;
        this.texts = changes.texts();
        Fxml.load("Database.fxml", texts, this);
    }

    @FXML
    void initialize() {
        save.setId("database-save");
        form().open();
        fill();
    }

    private SavedForm form() {
        return new SavedForm(
                changes,
                Map.of(url, "database.url", user, "database.user", password, "database.password"),
                environment,
                refusal,
                said,
                save);
    }

    private void fill() {
        var now = changes.context().engine().settings().database();
        url.setText(now.url().map(DatabaseEntry::shown).orElse(""));
        user.setText(now.user());
        form().kept(password, now.password().isPresent());
    }

    @FXML
    void save() {
        var entry = new DatabaseEntry(url.getText(), user.getText(), password.getText());
        var fault = entry.fault(changes.context().engine().settings().database());
        form().save(
                        fault.map(this::complaint),
                        settings -> settings.withDatabase(entry.applied(settings.database())),
                        this::fill,
                        texts.get("database.saved"));
    }

    private Complaint complaint(Fault fault) {
        return switch (fault) {
            case URL_INVALID -> new Complaint(url, texts.get("database.fault.url"));
            case URL_WITH_PASSWORD -> new Complaint(url, texts.get("database.fault.password"));
            case USER_MISSING -> new Complaint(user, texts.get("database.fault.user"));
        };
    }

    Node node() {
        return root;
    }
}
