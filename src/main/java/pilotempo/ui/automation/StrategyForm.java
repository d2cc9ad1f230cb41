package pilotempo.ui.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import pilotempo.control.BadOrder;
import pilotempo.engine.Engine;
import pilotempo.settings.PlanningSettings;
import pilotempo.ui.automation.StrategyEntry.Fault;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Chooser;
import pilotempo.ui.component.Columns;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Stepper;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** The fields of the strategy's settings. FX thread. */
final class StrategyForm {
    private static final List<Integer> USUAL_KVA = List.of(3, 6, 9, 12, 15, 18, 24, 30, 36);

    /** Stands for "not told" in the choice of the subscribed power. */
    private static final int NOT_TOLD = 0;

    private final UiContext context;
    private final ActionWords words;
    private final Texts texts;
    private final Runnable changed;
    private final Segmented<String> strategy;
    private final Stepper target;
    private final Stepper power;
    private final CheckBox red = new CheckBox();
    private final CheckBox white = new CheckBox();
    private final Segmented<String> hold;
    private final Segmented<String> dayMode;
    private final CheckBox trial = new CheckBox();
    private final Chooser<Integer> kva;
    private final FormField strategyField;
    private final FormField targetField;
    private final FormField powerField;
    private final FormField colourField;
    private final FormField holdField;
    private final FormField dayField;
    private final FormField trialField;
    private final FormField kvaField;
    private int chosenKva;

    /**
     * @param changed called after each change by the user
     */
    StrategyForm(UiContext context, ActionWords words, Runnable changed) {
        this.context = context;
        this.words = words;
        this.texts = words.texts();
        this.changed = changed;
        strategy = segmented("strategy", PlanningSettings.STRATEGIES);
        hold = segmented("hold", List.of("auto", "always", "never"));
        dayMode = segmented("day", List.of("restore", "auto", "ai"));
        target = stepper(StrategyEntry.LEAST_TARGET, StrategyEntry.MOST_TARGET, 5, "%", "target");
        power = stepper(StrategyEntry.LEAST_POWER_W, StrategyEntry.MOST_POWER_W, 100, "W", "power");
        check(red, "form.colour.red");
        check(white, "form.colour.white");
        check(trial, "form.trial.check");
        kva =
                new Chooser<>(
                        kvaWords(context.engine()),
                        texts.get("form.kva.before"),
                        texts.get("form.kva.after"),
                        taken -> {
                            chosenKva = taken;
                            changed.run();
                        });
        strategyField = field("strategy", strategy);
        targetField = field("target", target);
        powerField = field("power", power);
        colourField = field("colour", new HBox(20, red, white));
        holdField = field("hold", hold);
        dayField = field("day", dayMode);
        trialField = field("trial", trial);
        kvaField = field("kva", kva);
    }

    private FormField field(String key, javafx.scene.Node control) {
        return new FormField(texts.get("form." + key), control, texts.get("form." + key + ".help"));
    }

    private Segmented<String> segmented(String key, List<String> values) {
        Map<String, String> choices = new LinkedHashMap<>();
        values.forEach(value -> choices.put(value, texts.get("form." + key + "." + value)));
        return new Segmented<>(choices, _ -> changed.run());
    }

    private Stepper stepper(int least, int most, int step, String unit, String id) {
        var formats = words.formats();
        var stepper =
                new Stepper(
                        texts.get("form." + id),
                        least,
                        most,
                        step,
                        number ->
                                id.equals("target")
                                        ? formats.percentWithUnit((double) number)
                                        : formats.wattsWithUnit((double) number));
        if (!context.kiosk()) {
            stepper.typed(unit);
        }
        stepper.onChange(_ -> changed.run());
        stepper.setId(id);
        stepper.field().setId(id + "-field");
        return stepper;
    }

    private void check(CheckBox box, String key) {
        box.setText(texts.get(key));
        box.setId(key.replace('.', '-'));
        box.setOnAction(_ -> changed.run());
    }

    private Map<Integer, String> kvaWords(Engine engine) {
        var all = new TreeSet<>(USUAL_KVA);
        engine.settings().tempo().subscribedKva().ifPresent(all::add);
        var choices = new LinkedHashMap<Integer, String>();
        choices.put(NOT_TOLD, texts.get("form.kva.none"));
        all.forEach(
                value ->
                        choices.put(
                                value,
                                texts.get(
                                        "form.kva.value",
                                        words.formats().number(value.doubleValue(), 0))));
        return choices;
    }

    /** All fields, in one column or two. */
    javafx.scene.Node node() {
        var first = column(strategyField, targetField, powerField, colourField);
        var second = column(holdField, dayField, kvaField, trialField);
        if (context.kiosk()) {
            var all = new VBox();
            all.getStyleClass().add("form-column");
            all.getChildren().addAll(first.getChildren());
            all.getChildren().addAll(second.getChildren());
            return all;
        }
        var columns = new Columns();
        columns.setFrom(820);
        columns.setSpacing(16);
        var left = new Card(first);
        var right = new Card(second);
        left.setPrefWidth(540);
        right.setPrefWidth(540);
        HBox.setHgrow(left, javafx.scene.layout.Priority.ALWAYS);
        HBox.setHgrow(right, javafx.scene.layout.Priority.ALWAYS);
        columns.getColumns().setAll(left, right);
        return columns;
    }

    private static VBox column(FormField... fields) {
        var column = new VBox(fields);
        column.getStyleClass().add("form-column");
        return column;
    }

    void show(StrategyEntry entry) {
        strategy.select(entry.strategy());
        target.show(entry.target());
        power.show(entry.power());
        red.setSelected(entry.red());
        white.setSelected(entry.white());
        hold.select(entry.hold());
        dayMode.select(entry.dayMode());
        trial.setSelected(entry.trialFirst());
        chosenKva = entry.kva().orElse(NOT_TOLD);
        kva.select(chosenKva);
        force();
    }

    StrategyEntry entry() {
        return new StrategyEntry(
                String.valueOf(strategy.selected()),
                target.text(),
                power.text(),
                red.isSelected(),
                white.isSelected(),
                String.valueOf(hold.selected()),
                String.valueOf(dayMode.selected()),
                trial.isSelected(),
                chosenKva == NOT_TOLD ? Optional.empty() : Optional.of(chosenKva));
    }

    /** What is wrong stands beside its field, and what is worth knowing where nothing is. */
    void tell(StrategyEntry entry) {
        var faults = entry.faults();
        target.setWrong(faults.contains(Fault.TARGET));
        power.setWrong(faults.contains(Fault.POWER));
        targetField.fault(fault(faults.contains(Fault.TARGET), "form.target.fault"));
        powerField.fault(fault(faults.contains(Fault.POWER), "form.power.fault"));
        colourField.fault(fault(faults.contains(Fault.NO_COLOUR), "form.colour.fault"));
        strategyField.hint(texts.get("form.strategy.help." + entry.strategy()));
        holdField.hint(texts.get("form.hold.help." + entry.hold()));
        dayField.hint(texts.get("form.day.help." + entry.dayMode()));
        entry.powerW().ifPresent(watts -> powerField.hint(limited(watts)));
    }

    private String fault(boolean wrong, String key) {
        return wrong ? texts.get(key) : "";
    }

    /** Which batteries take less than that; empty when all take it. */
    private String limited(int watts) {
        var engine = context.engine();
        var weak =
                engine.fleet().batteries().stream()
                        .filter(battery -> limit(engine, battery.id()) < watts)
                        .toList();
        if (weak.isEmpty()) {
            return "";
        }
        int least =
                weak.stream().mapToInt(battery -> limit(engine, battery.id())).min().orElse(watts);
        return texts.get(
                "form.power.limited",
                words.list(weak.stream().map(battery -> battery.name()).toList()),
                weak.size(),
                words.watts(least));
    }

    private static int limit(Engine engine, String battery) {
        try {
            return engine.steering().limits(battery).chargeW();
        } catch (BadOrder gone) {
            return Integer.MAX_VALUE;
        }
    }

    private void force() {
        force(strategyField, "planning.strategy");
        force(targetField, "planning.target-soc");
        force(powerField, "planning.charge-power");
        force(colourField, "planning.colours");
        force(holdField, "planning.hold");
        force(dayField, "planning.day-mode");
        force(trialField, "planning.dry-run-first");
        force(kvaField, "tempo.subscribed-kva");
    }

    private void force(FormField field, String setting) {
        field.force(
                context.engine()
                        .variableOf(setting)
                        .map(variable -> texts.get("form.forced", variable)));
    }
}
