package pilotempo.ui.device;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.control.BadOrder;
import pilotempo.control.Limits;
import pilotempo.control.SlotLedger;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.BatteryState;
import pilotempo.planning.Plan;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.FxBridge;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.Words;

/** A battery's mode and weekly program: seen, changed, undone. FX thread. */
final class ModeCard {
    private static final SlotLedger NONE = new SlotLedger(java.util.List.of(), false);

    private final UiContext context;
    private final String battery;
    private final Texts texts;
    private final ModeFlow flow;
    private final HBox modes = new HBox();
    private final Label meaning = new Label();
    private final Tag state = new Tag();
    private final Button stop;
    private final Button undo;
    private final WeekGrid week;
    private final Label used = new Label();
    private final Button edit;
    private final Button change;
    private @Nullable Segmented<OperatingMode> choice;
    private @Nullable Limits limits;
    private @Nullable OperatingMode mode;
    private SlotLedger ledger = NONE;
    private boolean ledgerRead;
    private boolean editable;
    private boolean readAgain;
    private BackgroundWork.@Nullable Job job;
    private @Nullable Subscription commands;
    private @Nullable Subscription plan;

    ModeCard(UiContext context, Texts texts, String battery) {
        this.context = context;
        this.texts = texts;
        this.battery = battery;
        flow = new ModeFlow(context, texts, battery, this::told);
        week = new WeekGrid(context.formats(), texts, context.kiosk());
        week.onSlot(
                number -> {
                    if (ledgerRead) {
                        flow.slot(number, ledger);
                    }
                });
        meaning.getStyleClass().addAll("muted", "secondary");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        used.getStyleClass().addAll("muted", "secondary");
        state.setVisible(false);
        state.setManaged(false);
        state.setId("order-state");
        state.setWrapText(true);
        stop = button("order-stop", Icon.CLOSE, texts.get("stop"));
        stop.setOnAction(_ -> flow.cancel());
        undo = button("order-undo", Icon.UNDO, texts.get("undo"));
        undo.setOnAction(_ -> flow.undo());
        edit = button("edit-slots", Icon.EDIT, texts.get("slots.edit"));
        edit.setOnAction(_ -> flow.slots(ledger));
        change = button("change-mode", Icon.TUNE, texts.get("mode.change"));
        change.setOnAction(_ -> new ModeChoice(context, texts, limits, mode, this::choose).open());
        buttons();
    }

    /** Of the desktop: modes, the week, and what becomes of an order. */
    Node[] desktop() {
        var title = new Label(texts.get("mode.title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, title, modes, space, edit);
        head.setAlignment(Pos.CENTER_LEFT);
        var copy = new Label(texts.get("slots.copy"));
        copy.getStyleClass().addAll("muted", "secondary");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new Node[] {head, orderLine(), week, new HBox(12, used, gap, copy)};
    }

    /** Of the kiosk: the week alone. */
    VBox kioskWeek() {
        var box = new VBox(8, week, used);
        VBox.setVgrow(week, Priority.ALWAYS);
        return box;
    }

    /** Of the kiosk: one line with the mode, and the way to another. */
    Node kioskBar() {
        var bar = new HBox(8, meaning, state);
        bar.setAlignment(Pos.CENTER_LEFT);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().addAll(space, stop, undo, change);
        return bar;
    }

    void shown() {
        if (commands == null) {
            var steering = context.engine().steering();
            commands = FxBridge.listen(steering::onCommands, context.fx(), this::load);
            plan = FxBridge.listen(steering::onPlan, context.fx(), this::renderWeek);
        }
    }

    void hidden() {
        if (commands != null) {
            commands.close();
            commands = null;
        }
        if (plan != null) {
            plan.close();
            plan = null;
        }
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Shows the battery as it is. */
    void show(BatteryState now, String sentence) {
        mode = now.mode() == null ? null : now.mode().value();
        meaning.setText(
                context.kiosk()
                        ? texts.get("mode.title") + "  " + new Words(context.formats()).mode(mode)
                        : sentence);
        offer(now.mac());
        if (choice != null) {
            choice.select(mode);
        }
        if (flow.expires()) {
            BatteryCards.visible(state, false);
            BatteryCards.visible(meaning, true);
            buttons();
        }
    }

    private Node orderLine() {
        var line = new HBox(12, meaning, state, stop, undo);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(36);
        return line;
    }

    /** The modes it knows; a battery that was never heard can be told nothing. */
    private void offer(@Nullable Mac mac) {
        var known = mac == null ? null : flow.limits();
        boolean same = known == null ? limits == null : known.equals(limits);
        edit.setDisable(known == null || flow.running() || !ledgerRead);
        editable = known != null;
        change.setDisable(known == null || flow.running());
        if (same && choice != null) {
            choice.setDisable(known == null || flow.running());
            return;
        }
        limits = known;
        choice = new Segmented<>(words(new Words(context.formats()), known), this::choose);
        choice.setId("modes");
        choice.setDisable(known == null);
        modes.getChildren().setAll(choice);
    }

    static Map<OperatingMode, String> words(Words words, @Nullable Limits limits) {
        var offered = new LinkedHashMap<OperatingMode, String>();
        for (var mode : OperatingMode.values()) {
            boolean can =
                    switch (mode) {
                        case PASSIVE -> limits == null || limits.passive();
                        case UPS -> limits != null && limits.ups();
                        case AUTO, AI, MANUAL -> true;
                    };
            if (can) {
                offered.put(mode, words.mode(mode));
            }
        }
        return offered;
    }

    private void choose(OperatingMode wanted) {
        if (choice != null) {
            choice.select(mode); // until it is so
        }
        flow.choose(wanted, ledger);
    }

    private void told(OrderRun.Report report) {
        state.show(report.tone(), report.sentence());
        BatteryCards.visible(state, true);
        BatteryCards.visible(meaning, context.kiosk() && !report.running());
        buttons();
        edit.setDisable(report.running() || !ledgerRead);
        change.setDisable(report.running());
        if (choice != null) {
            choice.setDisable(report.running());
        }
    }

    private void buttons() {
        BatteryCards.visible(stop, flow.running());
        BatteryCards.visible(undo, flow.canUndo());
    }

    private void load() {
        if (job != null) {
            readAgain = true;
            return;
        }
        readAgain = false;
        job =
                context.work()
                        .start(
                                this::read,
                                now -> {
                                    ledger = now;
                                    ledgerRead = true;
                                    edit.setDisable(!editable || flow.running());
                                    renderWeek();
                                    loaded();
                                },
                                _ -> loaded());
    }

    private void loaded() {
        job = null;
        if (readAgain) {
            load();
        }
    }

    private SlotLedger read() {
        try {
            return context.engine().steering().slots(battery);
        } catch (BadOrder unknown) {
            return NONE;
        }
    }

    private void renderWeek() {
        var engine = context.engine();
        var planned =
                engine.steering()
                        .plan()
                        .plan()
                        .filter(_ -> engine.steering().plan().enabled())
                        .orElseGet(() -> nothing(engine.now()));
        week.show(WeekState.of(ledger, planned, battery, engine.now(), engine.zone()));
        int slots = limits == null ? 10 : limits.slots();
        used.setText(texts.get("slots.used", WeekState.used(ledger), slots));
    }

    private static Plan nothing(java.time.Instant now) {
        return new Plan("none", now, now, java.util.List.of(), java.util.Optional.empty());
    }

    private static Button button(String id, Icon icon, String words) {
        var button = new Button(words, icon.node(18));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
