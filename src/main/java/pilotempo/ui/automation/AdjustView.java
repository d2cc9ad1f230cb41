package pilotempo.ui.automation;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.settings.Settings;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.TouchScroll;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The strategy's settings: checked as they are changed, saved together, undone in one press. */
final class AdjustView implements View {
    private final UiContext context;
    private final Texts texts;
    private final PlanCommands commands;
    private final StrategyForm form;
    private final StackPane root = new StackPane();
    private final Label said = new Label();
    private final Label refusal = new Label();
    private final Button save = new Button();
    private final Button cancel = new Button();
    private final Button undo = new Button();
    private StrategyEntry kept;
    private @Nullable Settings beforeSaving;

    AdjustView(UiContext context, ActionWords words) {
        this.context = context;
        this.texts = words.texts();
        this.commands = new PlanCommands(context, words, this::refused);
        this.form = new StrategyForm(context, words, this::changed);
        this.kept = StrategyEntry.of(context.engine().settings());
        root.getStylesheets().add(AutomationView.stylesheet());
        root.getStyleClass().add("automation");
        var scroll =
                new TouchScroll(
                        new VBox(form.node()),
                        context.kiosk(),
                        texts.get("scroll.up"),
                        texts.get("scroll.down"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var page = new VBox(scroll, foot());
        page.getStyleClass().addAll("automation-page", "adjust-page");
        root.getChildren().setAll(page);
        form.show(kept);
        changed();
    }

    private Node foot() {
        button(save, "form.save", this::save);
        save.getStyleClass().add("accent");
        save.setGraphic(Icon.CHECK.node(18));
        button(cancel, "form.cancel", this::cancel);
        button(undo, "form.undo", this::undo);
        undo.setGraphic(Icon.UNDO.node(18));
        said.getStyleClass().addAll("strong", "secondary");
        refusal.getStyleClass().add("field-error");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        PlanParts.visible(undo, false);
        refused("");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var replay = new Button(texts.get("button.replay"), Icon.REPLAY.node(18));
        replay.setMinWidth(Region.USE_PREF_SIZE);
        replay.setOnAction(_ -> commands.replay());
        var line = new HBox(replay, said, undo, space, cancel, save);
        line.getStyleClass().add("adjust-foot");
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, refusal, line);
    }

    private void button(Button button, String key, Runnable pressed) {
        button.setId(key.replace('.', '-'));
        button.setText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> pressed.run());
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public String title() {
        return texts.get(context.kiosk() ? "form.title.short" : "title");
    }

    @Override
    public String subtitle() {
        return texts.get("form.title");
    }

    @Override
    public boolean inner() {
        return true;
    }

    /** What was typed stays; what holds may have changed elsewhere. */
    @Override
    public void shown() {
        boolean untouched = form.entry().equals(kept);
        kept = StrategyEntry.of(context.engine().settings());
        if (untouched) {
            form.show(kept);
        }
        said.setText("");
        changed();
    }

    private void changed() {
        var entry = form.entry();
        form.tell(entry);
        boolean same = entry.equals(kept);
        save.setDisable(same || !entry.faults().isEmpty());
        cancel.setDisable(same);
        if (!same) {
            said.setText("");
        }
    }

    private void cancel() {
        form.show(kept);
        refused("");
        changed();
    }

    private void save() {
        var entry = form.entry();
        if (entry.isOn() && !kept.isOn()) {
            commands.confirmed(
                    entry.trialFirst() ? "turn.trial" : "turn.now",
                    "on.purpose",
                    () -> apply(entry));
        } else if (!entry.isOn() && kept.isOn()) {
            commands.confirmed("off", "off.purpose", () -> apply(entry));
        } else {
            commands.gated("form.purpose", () -> apply(entry));
        }
    }

    private void apply(StrategyEntry entry) {
        var before = context.engine().settings();
        save.setDisable(true);
        commands.change(
                entry::applied,
                () -> {
                    beforeSaving = before;
                    saved("form.saved");
                    PlanParts.visible(undo, true);
                });
    }

    /** Back to what held before, whatever was typed since. */
    private void undo() {
        var before = beforeSaving;
        if (before != null) {
            commands.gated(
                    "form.purpose",
                    () ->
                            commands.change(
                                    StrategyEntry.of(before)::applied,
                                    () -> {
                                        beforeSaving = null;
                                        PlanParts.visible(undo, false);
                                        saved("form.undone");
                                    }));
        }
    }

    private void saved(String key) {
        kept = StrategyEntry.of(context.engine().settings());
        form.show(kept);
        changed();
        said.setText(texts.get(key));
    }

    private void refused(String sentence) {
        refusal.setText(sentence);
        PlanParts.visible(refusal, !sentence.isEmpty());
        if (!sentence.isEmpty()) {
            changed();
        }
    }
}
