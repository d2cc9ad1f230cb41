package pilotempo.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
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
    private static final Duration SHORT_PAUSE = Duration.ofHours(2);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private @Nullable Instant askedAbout;

    /** Lets the plan go on, once a PIN allows it. */
    void resume(UiContext context, Texts texts) {
        CommandGate.ask(
                context,
                texts.get("paused.purpose"),
                () -> call(context, () -> context.engine().steering().resume()));
    }

    /** Asks for how long the plan is to rest, and says which night that touches. */
    void pause(UiContext context, Texts texts) {
        var plan = context.engine().steering().plan();
        var readiness = plan.plan().flatMap(next -> next.readiness());
        var card =
                new DialogCard(
                        texts.get("pause.title"),
                        readiness
                                .map(ready -> texts.get("pause.sentence.day", day(context, ready)))
                                .orElseGet(() -> texts.get("pause.sentence")));
        card.setId("pause-dialog");
        card.button(texts.get("pause.not"), context.dialogs()::dismiss);
        var now = context.engine().now();
        rests(card, context, texts, "pause.hours", Optional.of(now.plus(SHORT_PAUSE)));
        rests(card, context, texts, "pause.morning", Optional.of(morning(context, now)));
        rests(card, context, texts, "pause.open", Optional.empty());
        context.dialogs().show(card, () -> {});
    }

    private static void rests(
            DialogCard card, UiContext context, Texts texts, String key, Optional<Instant> until) {
        card.button(
                        texts.get(key),
                        () -> {
                            context.dialogs().close();
                            CommandGate.ask(
                                    context,
                                    texts.get("pause.title"),
                                    () ->
                                            call(
                                                    context,
                                                    () ->
                                                            context.engine()
                                                                    .steering()
                                                                    .pause(until)));
                        })
                .setId(key.replace('.', '-'));
    }

    private static Instant morning(UiContext context, Instant now) {
        var local = now.atZone(context.formats().zone());
        var six = local.toLocalDate().atTime(MORNING).atZone(context.formats().zone());
        return (six.isAfter(local) ? six : six.plusDays(1)).toInstant();
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
