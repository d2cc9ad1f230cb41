package pilotempo.ui.component;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a new PIN twice. FX thread. */
final class NewPin {
    private final UiContext context;
    private final Texts texts;
    private final Consumer<String> chosen;
    private final PinFrame frame;
    private @Nullable String first;

    NewPin(UiContext context, Consumer<String> chosen) {
        this.context = context;
        this.texts = Texts.of("pilotempo.ui.component.Component", context.locale());
        this.chosen = chosen;
        frame = new PinFrame(texts, this::entered, () -> {}, context.dialogs()::dismiss);
    }

    void ask() {
        begin();
        context.dialogs().show(frame, () -> {});
    }

    private void begin() {
        first = null;
        frame.clear();
        frame.ask(texts.get("pin.new"), texts.get("pin.new.sentence"));
    }

    private void entered(String pin) {
        if (first == null) {
            first = pin;
            frame.clear();
            frame.ask(texts.get("pin.again"), texts.get("pin.again.sentence"));
        } else if (first.equals(pin)) {
            context.dialogs().close();
            chosen.accept(pin);
        } else {
            begin();
            frame.tell(texts.get("pin.differs"));
        }
    }
}
