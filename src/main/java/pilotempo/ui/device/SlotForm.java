package pilotempo.ui.device;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Limits;
import pilotempo.control.SlotLedger;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Stepper;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/**
 * One slot of the weekly program: times, days, power. What runs over midnight takes a second slot,
 * and says which.
 */
final class SlotForm extends VBox {
    private static final int STEP_MINUTES = 15;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int USUAL_W = 800;

    private final Texts texts;
    private final int number;
    private final Limits limits;
    private final SlotLedger ledger;
    private final Stepper from;
    private final Stepper to;
    private final Stepper power;
    private final Segmented<Boolean> direction;
    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final Label problem = new Label();
    private final Label night = new Label();

    SlotForm(UiContext context, Texts texts, int number, Limits limits, SlotLedger ledger) {
        this.texts = texts;
        this.number = number;
        this.limits = limits;
        this.ledger = ledger;
        setSpacing(context.kiosk() ? 6 : 12);
        from = clock(texts.get("slot.from"), 0, DAY_MINUTES - STEP_MINUTES);
        from.setId("slot-from");
        to = clock(texts.get("slot.to"), STEP_MINUTES, DAY_MINUTES);
        to.setId("slot-to");
        power =
                new Stepper(
                        texts.get("passive.power"),
                        100,
                        limits.dischargeW(),
                        100,
                        watts -> context.formats().wattsWithUnit((double) watts));
        power.setId("slot-power");
        var directions = new LinkedHashMap<Boolean, String>();
        directions.put(true, texts.get("passive.charge"));
        directions.put(false, texts.get("passive.deliver"));
        direction = new Segmented<>(directions, _ -> turned());
        problem.getStyleClass().addAll("secondary", "error-text");
        problem.setId("slot-problem");
        night.getStyleClass().addAll("muted", "secondary");
        night.setId("slot-night");
        for (var words : List.of(problem, night)) {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
        }
        from.onChange(_ -> check());
        to.onChange(_ -> check());
        getChildren()
                .setAll(
                        row(from, label("→"), to),
                        dayRow(context),
                        row(direction, power),
                        night,
                        problem);
        begin(written(number));
        check();
    }

    /** What to send, in order; empty, with the reason beside it, while something is wrong. */
    List<ModeCommand> commands() {
        if (!check()) {
            return List.of();
        }
        var chosen = chosenDays();
        int watts = Boolean.TRUE.equals(direction.selected()) ? -power.get() : power.get();
        if (!overMidnight()) {
            return List.of(
                    new ModeCommand.Manual(
                            new ManualSlot(
                                    number, time(from.get()), end(to.get()), chosen, watts)));
        }
        var commands = new ArrayList<ModeCommand>();
        commands.add(
                new ModeCommand.Manual(
                        new ManualSlot(number, time(from.get()), end(DAY_MINUTES), chosen, watts)));
        second().ifPresent(
                        other ->
                                commands.add(
                                        new ModeCommand.Manual(
                                                new ManualSlot(
                                                        other,
                                                        LocalTime.MIDNIGHT,
                                                        time(to.get()),
                                                        dayAfter(chosen),
                                                        watts))));
        return List.copyOf(commands);
    }

    private void begin(@Nullable ManualSlot slot) {
        from.set(slot == null ? 7 * 60 : minute(slot.from()));
        to.set(slot == null ? 9 * 60 : rounded(minute(slot.to())));
        direction.select(slot != null && slot.powerW() < 0);
        turned();
        power.set(slot == null ? USUAL_W : Math.abs(slot.powerW()));
        days.forEach(
                (day, button) -> button.setSelected(slot == null || slot.days().contains(day)));
    }

    /** Until the day's last minute means until midnight. */
    private static int rounded(int minute) {
        return minute == DAY_MINUTES - 1 ? DAY_MINUTES : minute;
    }

    private boolean check() {
        var wrong = "";
        if (from.get() == to.get() % DAY_MINUTES) {
            wrong = texts.get("slot.same");
        } else if (chosenDays().isEmpty()) {
            wrong = texts.get("slot.noDay");
        } else if (overMidnight() && second().isEmpty()) {
            wrong = texts.get("slot.noSecond");
        }
        show(problem, wrong);
        var other = second();
        show(
                night,
                wrong.isEmpty() && overMidnight() && other.isPresent()
                        ? texts.get("slot.night", other.getAsInt())
                        : "");
        return wrong.isEmpty();
    }

    private boolean overMidnight() {
        return to.get() < from.get();
    }

    /** One that our ledger knows as off, else the one that the app uses last. */
    private OptionalInt second() {
        return ledger.free(limits.slots(), Set.of(number));
    }

    private @Nullable ManualSlot written(int slot) {
        return ledger.slots().stream()
                .filter(one -> one.number() == slot)
                .map(SlotLedger.Written::slot)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void turned() {
        boolean charges = Boolean.TRUE.equals(direction.selected());
        power.setMost(charges ? limits.chargeW() : limits.dischargeW());
    }

    private Set<DayOfWeek> chosenDays() {
        var chosen = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(
                (day, button) -> {
                    if (button.isSelected()) {
                        chosen.add(day);
                    }
                });
        return chosen;
    }

    private static Set<DayOfWeek> dayAfter(Set<DayOfWeek> days) {
        var after = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> after.add(day.plus(1)));
        return after;
    }

    private HBox dayRow(UiContext context) {
        var row = new HBox(context.kiosk() ? 8 : 6);
        for (var day : DayOfWeek.values()) {
            var name = day.getDisplayName(TextStyle.SHORT, context.locale()).replace(".", "");
            var button = new ToggleButton(name);
            button.setId("day-" + day.getValue());
            button.getStyleClass().add("day-toggle");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> check());
            days.put(day, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private static Stepper clock(String name, int least, int most) {
        return new Stepper(
                name,
                least,
                most,
                STEP_MINUTES,
                minutes -> "%02d:%02d".formatted(minutes / 60, minutes % 60));
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(12, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label label(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private static void show(Label label, String words) {
        label.setText(words);
        BatteryCards.visible(label, !words.isEmpty());
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes * 60L);
    }

    /** The wire knows no 24:00. */
    private static LocalTime end(int minutes) {
        return minutes >= DAY_MINUTES ? LocalTime.of(23, 59) : time(minutes);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
