package pilotempo.ui.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.settings.DatabaseEntry.Fault;

/** The server that the history is sent to. A password is never shown, only that there is one. */
final class DatabaseController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final UiContext context;
    private final Texts texts;
    private final Changes changes;

    @FXML private Node root;
    @FXML private TextField url;
    @FXML private TextField user;
    @FXML private PasswordField password;
    @FXML private Label environment;
    @FXML private Label said;
    @FXML private Label refusal;
    @FXML private Button save;

    DatabaseController(UiContext context, Texts texts, Changes changes) {
        this.context = context;
        this.texts = texts;
        this.changes = changes;
        Fxml.load("Database.fxml", texts, this);
    }

    @FXML
    void initialize() {
        url.setId("database-url");
        user.setId("database-user");
        password.setId("database-password");
        save.setId("database-save");
        save.setGraphic(Icon.CHECK.node(18));
        fill();
        fromEnvironment();
        tell(refusal, "");
        tell(said, "");
    }

    private void fill() {
        var now = context.engine().settings().database();
        url.setText(now.url().map(DatabaseEntry::shown).orElse(""));
        user.setText(now.user());
        password.clear();
        password.setPromptText(
                texts.get(now.password().isPresent() ? "database.kept" : "database.none"));
    }

    /** What a variable holds can't be changed here. */
    private void fromEnvironment() {
        var engine = context.engine();
        var variables =
                Stream.of("url", "user", "password")
                        .flatMap(name -> engine.variableOf("database." + name).stream())
                        .collect(Collectors.joining(", "));
        url.setDisable(engine.variableOf("database.url").isPresent());
        user.setDisable(engine.variableOf("database.user").isPresent());
        password.setDisable(engine.variableOf("database.password").isPresent());
        tell(environment, variables.isEmpty() ? "" : texts.get("database.environment", variables));
    }

    @FXML
    void save() {
        var entry = new DatabaseEntry(url.getText(), user.getText(), password.getText());
        var fault = entry.fault(context.engine().settings().database());
        url.pseudoClassStateChanged(
                ERROR, fault.filter(one -> one != Fault.USER_MISSING).isPresent());
        user.pseudoClassStateChanged(ERROR, fault.filter(Fault.USER_MISSING::equals).isPresent());
        tell(said, "");
        tell(refusal, fault.map(this::words).orElse(""));
        if (fault.isPresent()) {
            (fault.get() == Fault.USER_MISSING ? user : url).requestFocus();
            return;
        }
        save.setDisable(true);
        changes.apply(
                settings -> settings.withDatabase(entry.applied(settings.database())),
                this::saved,
                sentence -> {
                    save.setDisable(false);
                    tell(refusal, sentence);
                });
    }

    private void saved() {
        save.setDisable(false);
        fill();
        tell(said, texts.get("database.saved"));
    }

    private String words(Fault fault) {
        return texts.get(
                switch (fault) {
                    case URL_INVALID -> "database.fault.url";
                    case URL_WITH_PASSWORD -> "database.fault.password";
                    case USER_MISSING -> "database.fault.user";
                });
    }

    private static void tell(Label label, String sentence) {
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }

    Node node() {
        return root;
    }
}
