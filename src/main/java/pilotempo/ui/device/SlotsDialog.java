package pilotempo.ui.device;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Limits;
import pilotempo.control.SlotLedger;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/**
 * The ten slots as a list, and one of them as a form. Nothing is sent but by a button that says so.
 */
final class SlotsDialog {
    private final UiContext context;
    private final Texts texts;
    private final String name;
    private final Limits limits;
    private final SlotLedger ledger;
    private final Consumer<List<ModeCommand>> send;

    /**
     * For a battery.
     *
     * @param name people's name of it
     * @param send takes the commands that the user wants sent, in order
     */
    SlotsDialog(
            UiContext context,
            Texts texts,
            String name,
            Limits limits,
            SlotLedger ledger,
            Consumer<List<ModeCommand>> send) {
        this.context = context;
        this.texts = texts;
        this.name = name;
        this.limits = limits;
        this.ledger = ledger;
        this.send = send;
    }

    /** Opens the list. */
    void open() {
        var rows = new VBox();
        rows.getStyleClass().add("slot-rows");
        for (int number = 0; number < limits.slots(); number++) {
            rows.getChildren().add(row(number, slot(number)));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(context.kiosk() ? 216 : 360);
        scroll.setPrefViewportWidth(context.kiosk() ? 640 : 560);
        var card =
                new DialogCard(
                                texts.get("slots.title", name),
                                context.kiosk() ? "" : texts.get("slots.sentence"))
                        .with(scroll);
        card.setId("slots-dialog");
        card.button(texts.get("close"), context.dialogs()::dismiss);
        var again = all();
        if (!again.isEmpty()) {
            card.button(texts.get("slots.again"), () -> confirmAgain(again)).setId("slots-again");
        }
        context.dialogs().show(card, () -> {});
    }

    /** Opens one slot's form. */
    void edit(int number) {
        var form = new SlotForm(context, texts, number, limits, ledger);
        var card =
                new DialogCard(
                                texts.get("slot.title", name, number),
                                context.kiosk() ? "" : texts.get("slot.sentence"))
                        .with(form);
        card.setId("slot-dialog");
        card.button(texts.get("back"), this::open);
        if (slot(number) != null) {
            card.button(
                            texts.get("slot.clear"),
                            () -> finish(List.of(new ModeCommand.ClearSlot(number))))
                    .setId("slot-clear");
        }
        card.action(
                        texts.get("slot.write"),
                        () -> {
                            var commands = form.commands();
                            if (!commands.isEmpty()) {
                                finish(commands);
                            }
                        })
                .setId("slot-write");
        context.dialogs().show(card, () -> {});
    }

    private void confirmAgain(List<ModeCommand> commands) {
        var card =
                new DialogCard(texts.get("slots.again"), texts.get("slots.again.sentence", name));
        card.button(texts.get("cancel"), this::open);
        card.action(texts.get("slots.again.do", commands.size()), () -> finish(commands))
                .setId("slots-again-do");
        context.dialogs().show(card, () -> {});
    }

    private void finish(List<ModeCommand> commands) {
        context.dialogs().close();
        send.accept(commands);
    }

    private HBox row(int number, @Nullable ManualSlot slot) {
        var badge = new Label(Integer.toString(number));
        badge.getStyleClass().add("number");
        var words = new Label(slot == null ? texts.get("slot.free") : words(slot));
        if (slot == null) {
            words.getStyleClass().add("muted");
        }
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var edit =
                new Button(
                        texts.get(slot == null ? "slot.fill" : "slot.change"),
                        (slot == null ? Icon.ADD : Icon.EDIT).node(18));
        edit.setId("slot-" + number);
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> edit(number));
        var row = new HBox(12, badge, words, edit);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("slot-row");
        return row;
    }

    private String words(ManualSlot slot) {
        var watts = context.formats().wattsWithUnit((double) Math.abs(slot.powerW()));
        return texts.get(
                slot.powerW() < 0 ? "slot.words.charge" : "slot.words.deliver",
                slot.from().toString(),
                slot.to().equals(java.time.LocalTime.of(23, 59)) ? "24:00" : slot.to().toString(),
                watts,
                days(slot));
    }

    private String days(ManualSlot slot) {
        if (slot.days().size() == DayOfWeek.values().length) {
            return texts.get("days.all");
        }
        return slot.days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, context.locale()).replace(".", ""))
                .collect(Collectors.joining(", "));
    }

    private @Nullable ManualSlot slot(int number) {
        return ledger.slots().stream()
                .filter(written -> written.number() == number)
                .map(SlotLedger.Written::slot)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<ModeCommand> all() {
        return ledger.slots().stream()
                .map(SlotLedger.Written::slot)
                .filter(Objects::nonNull)
                .<ModeCommand>map(ModeCommand.Manual::new)
                .toList();
    }
}
