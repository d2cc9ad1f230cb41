package pilotempo.ui.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.settings.AlertsEntry.Fault;

/** What is told, when and where. Of what may hold a secret only that there is one is shown. */
final class AlertsController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final UiContext context;
    private final Texts texts;
    private final Changes changes;
    private final Map<Fault, TextInputControl> fields = new EnumMap<>(Fault.class);

    @FXML private Node root;
    @FXML private PasswordField token;
    @FXML private PasswordField chat;
    @FXML private PasswordField webhook;
    @FXML private TextField quiet;
    @FXML private TextField hot;
    @FXML private TextField low;
    @FXML private TextField full;
    @FXML private Label environment;
    @FXML private Label said;
    @FXML private Label refusal;
    @FXML private Button save;

    AlertsController(UiContext context, Texts texts, Changes changes) {
        this.context = context;
        this.texts = texts;
        this.changes = changes;
        Fxml.load("Alerts.fxml", texts, this);
    }

    @FXML
    void initialize() {
        named().forEach((field, setting) -> field.setId("alerts-" + setting.replace('.', '-')));
        fields.putAll(
                Map.of(
                        Fault.WEBHOOK, webhook,
                        Fault.QUIET, quiet,
                        Fault.HOT, hot,
                        Fault.LOW, low,
                        Fault.FULL, full));
        save.setId("alerts-save");
        save.setGraphic(Icon.CHECK.node(18));
        fill();
        fromEnvironment();
        tell(refusal, "");
        tell(said, "");
    }

    private Map<TextInputControl, String> named() {
        return Map.of(
                token, "telegram.bot-token",
                chat, "telegram.chat-id",
                webhook, "webhook.url",
                quiet, "alerts.quiet-hours",
                hot, "alerts.temperature-high",
                low, "alerts.soc-low",
                full, "alerts.soc-full");
    }

    private void fill() {
        var now = context.engine().settings().notifications();
        kept(token, now.telegramBotToken().isPresent());
        kept(chat, now.telegramChatId().isPresent());
        kept(webhook, now.webhookUrl().isPresent());
        quiet.setText(AlertsEntry.shownQuiet(now.quietHours()));
        hot.setText(Integer.toString(now.temperatureHigh()));
        low.setText(now.socLow().map(String::valueOf).orElse(""));
        full.setText(now.socFull().map(String::valueOf).orElse(""));
    }

    private void kept(PasswordField field, boolean present) {
        field.clear();
        field.setPromptText(texts.get(present ? "database.kept" : "database.none"));
    }

    /** What a variable holds can't be changed here. */
    private void fromEnvironment() {
        var engine = context.engine();
        named().forEach(
                        (field, setting) ->
                                field.setDisable(engine.variableOf(setting).isPresent()));
        var variables =
                named().values().stream()
                        .sorted()
                        .flatMap(setting -> engine.variableOf(setting).stream())
                        .collect(Collectors.joining(", "));
        tell(environment, variables.isEmpty() ? "" : texts.get("database.environment", variables));
    }

    @FXML
    void save() {
        var entry =
                new AlertsEntry(
                        token.getText(),
                        chat.getText(),
                        webhook.getText(),
                        quiet.getText(),
                        hot.getText(),
                        low.getText(),
                        full.getText());
        var fault = entry.fault();
        fields.forEach(
                (kind, field) ->
                        field.pseudoClassStateChanged(
                                ERROR, fault.filter(kind::equals).isPresent()));
        tell(said, "");
        tell(refusal, fault.map(this::words).orElse(""));
        if (fault.isPresent()) {
            fields.getOrDefault(fault.get(), quiet).requestFocus();
            return;
        }
        save.setDisable(true);
        changes.apply(
                settings -> settings.withNotifications(entry.applied(settings.notifications())),
                this::saved,
                sentence -> {
                    save.setDisable(false);
                    tell(refusal, sentence);
                });
    }

    private void saved() {
        save.setDisable(false);
        fill();
        tell(said, texts.get("alerts.saved"));
    }

    private String words(Fault fault) {
        return texts.get(
                switch (fault) {
                    case WEBHOOK -> "alerts.fault.webhook";
                    case QUIET -> "alerts.fault.quiet";
                    case HOT -> "alerts.fault.hot";
                    case LOW -> "alerts.fault.low";
                    case FULL -> "alerts.fault.full";
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
