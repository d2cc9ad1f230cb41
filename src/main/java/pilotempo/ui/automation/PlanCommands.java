package pilotempo.ui.automation;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering;
import pilotempo.settings.Settings;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * What a user does to the plan: asked where it changes what batteries do, behind the PIN. FX
 * thread.
 */
final class PlanCommands {
    private final UiContext context;
    private final ActionWords words;
    private final Consumer<String> refused;

    /**
     * @param refused told why the settings could not be changed; an empty sentence when they were
     */
    PlanCommands(UiContext context, ActionWords words, Consumer<String> refused) {
        this.context = context;
        this.words = words;
        this.refused = refused;
    }

    void pause() {
        new PauseDialog(context, words)
                .ask(
                        until ->
                                gated(
                                        "pause.purpose",
                                        () -> steer(steering -> steering.pause(until))));
    }

    void resume() {
        gated("resume.purpose", () -> steer(Steering::resume));
    }

    void endTrial() {
        confirm("act", () -> gated("act.purpose", () -> steer(Steering::endDryRun)));
    }

    /** Turns the strategy on, as the settings have it otherwise. */
    void turnOn() {
        var trial = context.engine().settings().planning().dryRunFirst();
        confirm(
                trial ? "on.trial" : "on.now",
                () -> gated("on.purpose", () -> change(PlanCommands::withTempo, () -> {})));
    }

    /** Asks, in words of the bundle under a key, and goes on behind the PIN. */
    void confirmed(String key, String purpose, Runnable confirmed) {
        confirm(key, () -> gated(purpose, confirmed));
    }

    void adjust() {
        context.navigator().go(new Place.Automation(Place.Automation.Part.ADJUST));
    }

    void replay() {
        context.navigator().go(new Place.Automation(Place.Automation.Part.REPLAY));
    }

    void journal() {
        context.navigator().go(new Place.Automation(Place.Automation.Part.JOURNAL));
    }

    void diagnose() {
        context.navigator().go(new Place.Diagnostics(""));
    }

    /** Does what a notice offers. */
    void remedy(Notice.Remedy remedy) {
        switch (remedy) {
            case NONE -> {}
            case RESUME -> resume();
            case ACT -> endTrial();
            case DIAGNOSE -> diagnose();
            case ADJUST -> adjust();
        }
    }

    private static Settings withTempo(Settings settings) {
        return settings.withPlanning(settings.planning().withStrategy("tempo"));
    }

    /** Goes on behind the PIN; {@code purpose} is a key of the bundle. */
    void gated(String purpose, Runnable allowed) {
        CommandGate.ask(context, words.texts().get(purpose), allowed);
    }

    private void confirm(String key, Runnable confirmed) {
        var texts = words.texts();
        var card =
                new DialogCard(texts.get("confirm." + key), texts.get("confirm." + key + ".then"));
        card.button(texts.get("cancel"), context.dialogs()::dismiss);
        card.action(
                        texts.get("confirm." + key + ".action"),
                        () -> {
                            context.dialogs().close();
                            confirmed.run();
                        })
                .setId("confirm");
        context.dialogs().show(card, () -> {});
    }

    private void steer(Consumer<Steering> call) {
        context.work()
                .start(
                        () -> {
                            call.accept(context.engine().steering());
                            return true;
                        },
                        _ -> {},
                        PlanCommands::broken);
    }

    /** Changes the settings; what is refused is told, else {@code done} is called. */
    void change(UnaryOperator<Settings> change, Runnable done) {
        context.work()
                .start(
                        () -> {
                            try {
                                context.engine().change(change);
                                return "";
                            } catch (Refused no) {
                                return new Words(context.formats()).refusal(no);
                            }
                        },
                        sentence -> {
                            refused.accept(sentence);
                            if (sentence.isEmpty()) {
                                done.run();
                            }
                        },
                        PlanCommands::broken);
    }

    private static void broken(Exception bug) {
        throw new IllegalStateException("the plan did not take it", bug);
    }
}
