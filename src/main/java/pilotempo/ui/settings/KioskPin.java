package pilotempo.ui.settings;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.settings.PinHash;
import pilotempo.settings.Secret;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/**
 * The kiosk's PIN: set, changed or removed. Only its salted hash leaves this class. On the kiosk
 * the present PIN is asked before it changes.
 */
final class KioskPin extends VBox {
    private static final String SETTING = "ui.kiosk-pin";

    private final UiContext context;
    private final Texts texts;
    private final Changes changes;
    private final Consumer<String> refused;
    private final RandomGenerator random = new SecureRandom();
    private final Label sentence = new Label();
    private final Button set = new Button();
    private final Button remove = new Button();

    KioskPin(UiContext context, Texts texts, Changes changes, Consumer<String> refused) {
        this.context = context;
        this.texts = texts;
        this.changes = changes;
        this.refused = refused;
        getStyleClass().add("field");
        var title = new Label(texts.get("display.pin"));
        title.getStyleClass().addAll("muted", "secondary");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("secondary");
        set.setId("pin-set");
        set.setGraphic(Icon.LOCK.node(18));
        set.setMinWidth(Region.USE_PREF_SIZE);
        set.setOnAction(_ -> gated(() -> CommandGate.choosePin(context, this::chosen)));
        remove.setId("pin-remove");
        remove.setText(texts.get("display.pin.remove"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> gated(() -> keep(Optional.empty())));
        getChildren().setAll(title, sentence, new HBox(8, set, remove));
        refresh();
    }

    /** Shows what holds. */
    void refresh() {
        boolean there = context.engine().settings().ui().kioskPin().isPresent();
        var variable = context.engine().variableOf(SETTING);
        sentence.setText(
                variable.map(name -> texts.get("display.pin.environment", name))
                        .orElseGet(() -> texts.get(there ? "display.pin.is" : "display.pin.none")));
        set.setText(texts.get(there ? "display.pin.change" : "display.pin.set"));
        set.setDisable(variable.isPresent());
        remove.setDisable(variable.isPresent());
        remove.setVisible(there);
        remove.setManaged(there);
    }

    private void gated(Runnable allowed) {
        CommandGate.ask(context, texts.get("display.pin.purpose"), allowed);
    }

    /** Hashing takes a moment, so not on this thread. */
    private void chosen(String pin) {
        context.work()
                .start(
                        () -> PinHash.of(pin, random).written(),
                        hash -> keep(Optional.of(hash)),
                        bug -> refused.accept(texts.get("change.failed")));
    }

    private void keep(Optional<Secret> hash) {
        changes.apply(
                settings -> settings.withUi(settings.ui().withKioskPin(hash)),
                () -> refused.accept(""),
                refused);
    }
}
