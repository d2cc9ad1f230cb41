package pilotempo.ui.settings;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pilotempo.engine.Refused;
import pilotempo.settings.Settings;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * Changes the settings off the FX thread. A change under way is not stopped when the page is left:
 * what was asked is done.
 */
record Changes(UiContext context, Texts texts, Runnable afterEach) {

    /**
     * Exactly one of the two is called on the FX thread; {@code refused} gets the sentence to show.
     */
    void apply(UnaryOperator<Settings> change, Runnable done, Consumer<String> refused) {
        context.work()
                .start(
                        () -> attempt(change),
                        refusal -> {
                            refusal.ifPresentOrElse(refused, done);
                            afterEach.run();
                        },
                        bug -> refused.accept(texts.get("change.failed")));
    }

    private Optional<String> attempt(UnaryOperator<Settings> change) throws InterruptedException {
        try {
            context.engine().change(change);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(new Words(context.formats()).refusal(refused));
        }
    }
}
