package pilotempo.ui.automation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import pilotempo.automation.PlanState;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.UiContext;

/** Asks for how long the plan is to rest, and says what that changes. FX thread. */
final class PauseDialog {
    private final UiContext context;
    private final ActionWords words;
    private final PlanState plan;
    private final Map<String, String> names;
    private final Instant now;
    private final Label effect = new Label();
    private final Label loss = new Label();
    private PauseChoice choice = PauseChoice.MORNING;

    PauseDialog(UiContext context, ActionWords words) {
        this.context = context;
        this.words = words;
        this.plan = context.engine().steering().plan();
        this.names = PlanPageState.names(context.engine());
        this.now = context.engine().now();
    }

    /** Opens it; {@code chosen} is told an end, or that there is none. */
    void ask(Consumer<Optional<Instant>> chosen) {
        var texts = words.texts();
        var choices = new LinkedHashMap<PauseChoice, String>();
        for (var one : PauseChoice.values()) {
            choices.put(one, word(one));
        }
        var segmented =
                new Segmented<>(
                        choices,
                        taken -> {
                            choice = taken;
                            tell();
                        });
        segmented.select(choice);
        for (var label : List.of(effect, loss)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        effect.getStyleClass().add("muted");
        loss.setId("pause-loss");
        loss.getStyleClass().addAll("strong");
        var card = new DialogCard(texts.get("pause.title"), "").with(segmented, effect, loss);
        card.button(texts.get("cancel"), context.dialogs()::dismiss);
        card.action(
                        texts.get("pause.action"),
                        () -> {
                            context.dialogs().close();
                            var until =
                                    choice.until(context.engine().now(), context.engine().zone());
                            chosen.accept(until);
                        })
                .setId("pause-now");
        tell();
        context.dialogs().show(card, () -> {});
    }

    private String word(PauseChoice one) {
        var texts = words.texts();
        return switch (one) {
            case HOURS_2 -> texts.get("pause.hours", 2);
            case HOURS_4 -> texts.get("pause.hours", 4);
            case HOURS_8 -> texts.get("pause.hours", 8);
            case MORNING ->
                    texts.get(isToday(one) ? "pause.morning.today" : "pause.morning.tomorrow");
            case OPEN -> texts.get("pause.open");
        };
    }

    private boolean isToday(PauseChoice one) {
        var zone = context.engine().zone();
        return one.until(now, zone)
                .filter(at -> at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate()))
                .isPresent();
    }

    private void tell() {
        var texts = words.texts();
        var until = choice.until(now, context.engine().zone());
        var commanded =
                plan.plan().stream()
                        .flatMap(made -> made.actions().stream())
                        .filter(action -> action.powerW() != null && action.runsAt(now))
                        .map(PlannedAction::battery)
                        .distinct()
                        .map(id -> names.getOrDefault(id, id))
                        .toList();
        var end =
                until.map(at -> texts.get("pause.until", words.moment(at, now)))
                        .orElseGet(() -> texts.get("pause.until.open"));
        var leaves =
                commanded.isEmpty() || plan.dryRun()
                        ? texts.get("pause.stays")
                        : texts.get("pause.leaves", words.list(commanded), commanded.size());
        effect.setText(end + " " + leaves);
        var lost = lostCharge(until);
        loss.setText(lost);
        loss.setVisible(!lost.isEmpty());
        loss.setManaged(!lost.isEmpty());
    }

    /** What the pause costs: a charge that would begin, or go on, within it. */
    private String lostCharge(Optional<Instant> until) {
        boolean charging =
                plan.plan().stream()
                        .flatMap(made -> made.actions().stream())
                        .filter(PlannedAction::charges)
                        .anyMatch(
                                action ->
                                        action.until().isAfter(now)
                                                && until.map(action.from()::isBefore).orElse(true));
        if (!charging) {
            return "";
        }
        return plan.plan()
                .flatMap(made -> made.readiness())
                .map(ready -> words.texts().get("pause.loss.day", words.day(ready.day())))
                .orElseGet(() -> words.texts().get("pause.loss"));
    }
}
