package pilotempo.ui.settings;

import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.settings.BatteryEntry.Fault;
import pilotempo.ui.settings.BatteryEntry.Field;

/** Adds a battery by its address. What was typed stays until the battery is in the settings. */
final class AddressController {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final UiContext context;
    private final SettingsWords words;
    private final Changes changes;

    @FXML private Node root;
    @FXML private TextField name;
    @FXML private TextField host;
    @FXML private TextField port;
    @FXML private Label nameError;
    @FXML private Label hostError;
    @FXML private Label portError;
    @FXML private Label said;
    @FXML private Label refusal;
    @FXML private Button add;

    AddressController(UiContext context, SettingsWords words, Changes changes) {
        this.context = context;
        this.words = words;
        this.changes = changes;
        Fxml.load("Address.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        name.setId("address-name");
        host.setId("address-host");
        port.setId("address-port");
        add.setId("address-add");
        add.setGraphic(Icon.ADD.node(18));
        mark(Map.of());
        tell(refusal, "");
    }

    @FXML
    void add() {
        var entry = new BatteryEntry(name.getText(), host.getText(), port.getText());
        var faults = entry.faults(context.engine().settings());
        mark(faults);
        tell(refusal, "");
        said.setText("");
        var number = entry.portNumber();
        if (!faults.isEmpty() || number.isEmpty()) {
            (faults.containsKey(Field.NAME) ? name : faults.containsKey(Field.HOST) ? host : port)
                    .requestFocus();
            return;
        }
        add.setDisable(true);
        changes.apply(
                FleetEdit.add(entry.name(), entry.host(), number.get(), Optional.empty()),
                () -> added(entry),
                sentence -> {
                    add.setDisable(false);
                    tell(refusal, sentence);
                });
    }

    private void added(BatteryEntry entry) {
        add.setDisable(false);
        name.clear();
        host.clear();
        port.clear();
        said.setText(words.texts().get("address.added", entry.name()));
    }

    private void mark(Map<Field, Fault> faults) {
        mark(name, nameError, faults.get(Field.NAME));
        mark(host, hostError, faults.get(Field.HOST));
        mark(port, portError, faults.get(Field.PORT));
    }

    private void mark(
            TextField field, Label error, @org.jspecify.annotations.Nullable Fault fault) {
        field.pseudoClassStateChanged(ERROR, fault != null);
        tell(error, fault == null ? "" : words.fault(fault));
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
