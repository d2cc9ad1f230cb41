package pilotempo.ui.settings;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import pilotempo.ui.component.Texts;
import pilotempo.ui.settings.AlertsEntry.Fault;
import pilotempo.ui.settings.SavedForm.Complaint;

/** What is told, when and where. Of what may hold a secret only that there is one is shown. */
final class AlertsController {
    private final Changes changes;
    private final Texts texts;

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

    AlertsController(Changes changes) {
        this.changes = changes;
        this.texts = changes.texts();
        Fxml.load("Alerts.fxml", texts, this);
    }

    @FXML
    void initialize() {
        save.setId("alerts-save");
        form().open();
        fill();
    }

    private SavedForm form() {
        return new SavedForm(
                changes,
                Map.of(
                        token, "telegram.bot-token",
                        chat, "telegram.chat-id",
                        webhook, "webhook.url",
                        quiet, "alerts.quiet-hours",
                        hot, "alerts.temperature-high",
                        low, "alerts.soc-low",
                        full, "alerts.soc-full"),
                environment,
                refusal,
                said,
                save);
    }

    private void fill() {
        var now = changes.context().engine().settings().notifications();
        form().kept(token, now.telegramBotToken().isPresent());
        form().kept(chat, now.telegramChatId().isPresent());
        form().kept(webhook, now.webhookUrl().isPresent());
        quiet.setText(AlertsEntry.shownQuiet(now.quietHours()));
        hot.setText(Integer.toString(now.temperatureHigh()));
        low.setText(now.socLow().map(String::valueOf).orElse(""));
        full.setText(now.socFull().map(String::valueOf).orElse(""));
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
        form().save(
                        entry.fault().map(this::complaint),
                        settings ->
                                settings.withNotifications(entry.applied(settings.notifications())),
                        this::fill,
                        texts.get("alerts.saved"));
    }

    private Complaint complaint(Fault fault) {
        return switch (fault) {
            case WEBHOOK -> new Complaint(webhook, texts.get("alerts.fault.webhook"));
            case QUIET -> new Complaint(quiet, texts.get("alerts.fault.quiet"));
            case HOT -> new Complaint(hot, texts.get("alerts.fault.hot"));
            case LOW -> new Complaint(low, texts.get("alerts.fault.low"));
            case FULL -> new Complaint(full, texts.get("alerts.fault.full"));
        };
    }

    Node node() {
        return root;
    }
}
