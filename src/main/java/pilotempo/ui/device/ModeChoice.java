package pilotempo.ui.device;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Limits;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/** The kiosk's choice of a mode: one big button each. */
record ModeChoice(
        UiContext context,
        Texts texts,
        @Nullable Limits limits,
        @Nullable OperatingMode now,
        Consumer<OperatingMode> chosen) {
    void open() {
        var card = new DialogCard(texts.get("mode.change"), "");
        card.setId("mode-choice");
        var buttons = new FlowPane(8, 8);
        ModeCard.words(new Words(context.formats()), limits)
                .forEach(
                        (mode, word) -> {
                            var button = new Button(word);
                            button.getStyleClass().add("main-action");
                            if (mode == now) {
                                button.getStyleClass().add("current");
                            }
                            button.setId("mode-" + mode.name());
                            button.setOnAction(
                                    _ -> {
                                        context.dialogs().close();
                                        chosen.accept(mode);
                                    });
                            buttons.getChildren().add(button);
                        });
        card.with(buttons);
        card.button(texts.get("cancel"), context.dialogs()::dismiss);
        context.dialogs().show(card, () -> {});
    }
}
