package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.BadOrder;
import pilotempo.control.Limits;
import pilotempo.control.Order;
import pilotempo.control.SlotLedger;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/**
 * From a wish to a command: asked back, let through by the PIN where there is one, carried out, and
 * undone where that can be. FX thread.
 */
final class ModeFlow {
    private static final Duration UNDO_FOR = Duration.ofMinutes(10);

    private final UiContext context;
    private final Texts texts;
    private final String battery;
    private final OrderWords words;
    private final OrderRun run;
    private Undo undo = Undo.NOTHING;
    private Undo ready = Undo.NOTHING;
    private @Nullable Instant undoUntil;

    /**
     * For a battery.
     *
     * @param told hears how what was ordered stands
     */
    ModeFlow(UiContext context, Texts texts, String battery, Consumer<OrderRun.Report> told) {
        this.context = context;
        this.texts = texts;
        this.battery = battery;
        words = new OrderWords(texts, context.formats());
        run =
                new OrderRun(
                        context,
                        words,
                        report -> {
                            if (!report.running()) {
                                undo = undo(report.took());
                                undoUntil = context.engine().now().plus(UNDO_FOR);
                            }
                            told.accept(report);
                        });
    }

    boolean running() {
        return run.running();
    }

    boolean canUndo() {
        return !run.running() && undoUntil != null && !undo.orders().isEmpty();
    }

    /** What was done long ago is not undone by one press; says whether that is so by now. */
    boolean expires() {
        var until = undoUntil;
        if (until == null || context.engine().now().isBefore(until)) {
            return false;
        }
        undoUntil = null;
        return true;
    }

    private Undo undo(int took) {
        return took == 0 ? Undo.NOTHING : ready.of(took);
    }

    void cancel() {
        run.cancel();
    }

    /** What the battery can be told; null, with the reason told, where that is not known. */
    @Nullable Limits limits() {
        try {
            return context.engine().steering().limits(battery);
        } catch (BadOrder bad) {
            return null;
        }
    }

    /** Somebody wants another mode. */
    void choose(OperatingMode mode, SlotLedger ledger) {
        switch (mode) {
            case AUTO -> confirm(new ModeCommand.Auto());
            case AI -> confirm(new ModeCommand.Ai());
            case UPS -> confirm(new ModeCommand.Ups());
            case PASSIVE -> passive();
            case MANUAL -> slots(ledger);
        }
    }

    /** Opens the weekly program. */
    void slots(SlotLedger ledger) {
        var limits = limits();
        if (limits != null && !run.running()) {
            dialog(limits, ledger).open();
        }
    }

    /** Opens one slot of it. */
    void slot(int number, SlotLedger ledger) {
        var limits = limits();
        if (limits != null && !run.running()) {
            dialog(limits, ledger).edit(number);
        }
    }

    /** Back to what was before the last command. */
    void undo() {
        if (canUndo()) {
            gate(undo.orders(), Undo.NOTHING);
        }
    }

    private SlotsDialog dialog(Limits limits, SlotLedger ledger) {
        return new SlotsDialog(
                context, texts, name(), limits, ledger, commands -> write(commands, ledger));
    }

    /**
     * Writing a slot puts a battery into Manual: undone is both. One that is cleared is not to stay
     * in a mode with nothing to do.
     */
    private void write(List<ModeCommand> commands, SlotLedger ledger) {
        var orders = new ArrayList<>(commands.stream().map(one -> order(battery, one)).toList());
        var mode = before(battery);
        if (commands.stream().allMatch(ModeCommand.ClearSlot.class::isInstance)) {
            mode.ifPresent(orders::add);
        }
        gate(
                orders,
                new Undo(
                        commands.stream().map(one -> before(one, ledger)).toList(),
                        mode.stream().toList()));
    }

    private void confirm(ModeCommand command) {
        var mode = new Words(context.formats()).mode(command.mode());
        var card =
                new DialogCard(
                        texts.get("confirm.title", name(), mode),
                        texts.get(
                                "mode."
                                        + command.mode()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)));
        var others = others();
        var all = everywhere(others);
        card.with(notes(all));
        card.button(texts.get("cancel"), context.dialogs()::dismiss);
        card.action(
                        texts.get("confirm.do", mode),
                        () -> send(command, all != null && all.isSelected() ? others : List.of()))
                .setId("confirm-do");
        context.dialogs().show(card, () -> {});
    }

    private void passive() {
        var limits = limits();
        if (limits == null) {
            return;
        }
        var form = new PassiveForm(context, texts, limits);
        var card = new DialogCard(texts.get("passive.title", name()), "");
        var others = others();
        var all = everywhere(others);
        card.with(form);
        card.with(notes(all));
        card.button(texts.get("cancel"), context.dialogs()::dismiss);
        card.action(
                        texts.get("passive.do"),
                        () ->
                                send(
                                        form.command(),
                                        all != null && all.isSelected() ? others : List.of()))
                .setId("passive-do");
        context.dialogs().show(card, () -> {});
    }

    private void send(ModeCommand command, List<String> others) {
        context.dialogs().close();
        var orders = new ArrayList<Order>();
        var back = new ArrayList<Order>();
        orders.add(order(battery, command));
        before(battery).ifPresent(back::add);
        for (var other : others) {
            orders.add(order(other, command));
            before(other).ifPresent(back::add);
        }
        gate(orders, back.size() == orders.size() ? new Undo(back, List.of()) : Undo.NOTHING);
    }

    private void gate(List<Order> orders, Undo back) {
        long others = orders.stream().map(Order::battery).distinct().count() - 1;
        var purpose =
                name()
                        + (others > 0 ? " +" + others : "")
                        + ": "
                        + words.command(orders.getFirst().command());
        CommandGate.ask(
                context,
                purpose,
                () -> {
                    if (!run.running()) {
                        undo = Undo.NOTHING;
                        ready = back;
                        run.start(orders);
                    }
                });
    }

    private Node[] notes(@Nullable CheckBox all) {
        var notes = new ArrayList<Node>();
        if (all != null) {
            notes.add(all);
        }
        if (context.engine().steering().plan().acts()) {
            var plan = new Label(texts.get("confirm.plan"));
            Tone.ATTENTION.applyTo(plan);
            plan.getStyleClass().addAll("secondary", "toned-text");
            plan.setWrapText(true);
            plan.setMinHeight(Region.USE_PREF_SIZE);
            notes.add(plan);
        }
        return notes.toArray(Node[]::new);
    }

    private @Nullable CheckBox everywhere(List<String> others) {
        if (others.isEmpty()) {
            return null;
        }
        var box = new CheckBox(texts.get("confirm.all", others.size()));
        box.setId("confirm-all");
        return box;
    }

    private List<String> others() {
        return context.engine().fleet().batteries().stream()
                .map(BatteryState::id)
                .filter(id -> !id.equals(battery))
                .toList();
    }

    /** Auto and AI can be gone back to; a program or a power for a while can't be known whole. */
    private java.util.Optional<Order> before(String id) {
        return context.engine()
                .fleet()
                .battery(id)
                .map(state -> BatteryState.fresh(state.mode(), context.engine().now()))
                .filter(Objects::nonNull)
                .flatMap(
                        mode ->
                                switch (mode) {
                                    case AUTO ->
                                            java.util.Optional.of(
                                                    order(id, new ModeCommand.Auto()));
                                    case AI ->
                                            java.util.Optional.of(order(id, new ModeCommand.Ai()));
                                    case MANUAL, PASSIVE, UPS -> java.util.Optional.empty();
                                });
    }

    private Order before(ModeCommand command, SlotLedger ledger) {
        int number =
                switch (command) {
                    case ModeCommand.Manual(var slot) -> slot.number();
                    case ModeCommand.ClearSlot(var cleared) -> cleared;
                    default -> throw new IllegalArgumentException("not a slot: " + command);
                };
        return ledger.slots().stream()
                .filter(written -> written.number() == number)
                .map(SlotLedger.Written::slot)
                .filter(Objects::nonNull)
                .findFirst()
                .map(slot -> order(battery, new ModeCommand.Manual(slot)))
                .orElseGet(() -> order(battery, new ModeCommand.ClearSlot(number)));
    }

    private static Order order(String id, BatteryCommand command) {
        return new Order(id, command, JournalEntry.Author.WINDOW, "");
    }

    private String name() {
        return context.engine().fleet().battery(battery).map(BatteryState::name).orElse(battery);
    }
}
