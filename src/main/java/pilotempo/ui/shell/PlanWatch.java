package pilotempo.ui.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.PlanState;
import pilotempo.planning.Readiness;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * What of the plan concerns every page: a pause can be ended from anywhere, and a trial day that
 * costs something is asked about at once. FX thread.
 */
final class PlanWatch {
    private @Nullable Instant askedAbout;

    /** Lets the plan go on, once a PIN allows it. */
    void resume(UiContext context, Texts texts) {
        CommandGate.ask(
                context,
                texts.get("paused.purpose"),
                () -> call(context, () -> context.engine().steering().resume()));
    }

    /** Asks, once a trial day, whether it should end now. Waits while another dialog is open. */
    void look(UiContext context, Texts texts) {
        var plan = context.engine().steering().plan();
        var until = plan.dryRunUntil();
        if (!plan.urgentDryRun()
                || plan.paused()
                || until == null
                || until.equals(askedAbout)
                || context.dialogs().isOpen()) {
            return;
        }
        askedAbout = until;
        ask(context, texts, plan, until);
    }

    private static void ask(UiContext context, Texts texts, PlanState plan, Instant until) {
        var formats = context.formats();
        var readiness = plan.plan().flatMap(next -> next.readiness());
        var date = formats.shortDate(until.atZone(formats.zone()).toLocalDate());
        var end = date + " " + formats.time(until);
        var sentence =
                readiness
                        .map(ready -> texts.get("trial.sentence.day", day(context, ready), end))
                        .orElseGet(() -> texts.get("trial.sentence", end));
        var card = new DialogCard(texts.get("trial.title"), sentence);
        card.button(texts.get("trial.wait"), context.dialogs()::dismiss);
        card.action(
                texts.get("trial.act"),
                () -> {
                    context.dialogs().close();
                    CommandGate.ask(
                            context,
                            texts.get("trial.purpose"),
                            () -> call(context, () -> context.engine().steering().endDryRun()));
                });
        context.dialogs().show(card, () -> {});
    }

    private static String day(UiContext context, Readiness ready) {
        var formats = context.formats();
        var colour = new Words(formats).colour(ready.colour()).toLowerCase(formats.locale());
        return formats.shortDate(ready.day()) + " (" + colour + ")";
    }

    private static void call(UiContext context, Runnable call) {
        context.work()
                .start(
                        () -> {
                            call.run();
                            return true;
                        },
                        _ -> {},
                        bug -> {
                            throw new IllegalStateException("the plan did not take it", bug);
                        });
    }
}
