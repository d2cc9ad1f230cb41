package pilotempo.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.settings.BatterySettings;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.CommandGate;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;

/** The configured batteries; one that was removed can be put back until the page is left. */
final class FleetList extends VBox implements FleetRow.Wishes {
    private final UiContext context;
    private final SettingsWords words;
    private final Changes changes;
    private final Map<String, FleetRow> rows = new LinkedHashMap<>();
    private final VBox undo = new VBox();
    private final VBox list = new VBox();

    FleetList(UiContext context, SettingsWords words, Changes changes) {
        this.context = context;
        this.words = words;
        this.changes = changes;
        getStyleClass().add("fleet-list");
        getChildren().setAll(list, undo);
        if (context.kiosk()) {
            getChildren().add(KioskFacts.sentence(words.texts().get("kiosk.names")));
        }
        room();
    }

    /** Shows the settings and the fleet as they are now. FX thread. */
    void refresh() {
        var engine = context.engine();
        var states = FleetRowState.of(engine.settings(), engine.fleet(), words);
        var ids = states.stream().map(FleetRowState::id).toList();
        if (!ids.equals(List.copyOf(rows.keySet())) || list.getChildren().isEmpty()) {
            rows.keySet().retainAll(ids);
            var ordered = new LinkedHashMap<String, FleetRow>();
            for (var state : states) {
                var row = rows.get(state.id());
                ordered.put(
                        state.id(),
                        row == null
                                ? new FleetRow(state, words.texts(), context.kiosk(), this)
                                : row);
            }
            rows.clear();
            rows.putAll(ordered);
            list.getChildren().clear();
            for (var row : rows.values()) {
                if (!list.getChildren().isEmpty()) {
                    var line = new Region();
                    line.getStyleClass().add("hairline");
                    list.getChildren().add(line);
                }
                list.getChildren().add(row);
            }
            if (rows.isEmpty()) {
                list.getChildren().add(none());
            }
        }
        for (var state : states) {
            var row = rows.get(state.id());
            if (row != null) {
                row.show(state);
            }
        }
    }

    /** The page was left: what was removed stays so. */
    void forgetRemoved() {
        undo.getChildren().clear();
        room();
    }

    private void room() {
        undo.setManaged(!undo.getChildren().isEmpty());
    }

    private Label none() {
        var label = new Label(words.texts().get("batteries.none"));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    @Override
    public void test(String id) {
        context.engine().askAgain(id);
    }

    @Override
    public void rename(String id, String name, Consumer<String> failed) {
        var fault = BatteryEntry.nameFault(name, context.engine().settings(), id);
        if (fault.isPresent()) {
            failed.accept(words.fault(fault.get()));
            return;
        }
        changes.apply(
                FleetEdit.rename(id, name),
                () -> {
                    var row = rows.get(id);
                    if (row != null) {
                        row.renamed();
                    }
                },
                failed);
    }

    @Override
    public void remove(String id, Consumer<String> failed) {
        var all = context.engine().settings().batteries();
        for (var index = 0; index < all.size(); index++) {
            if (all.get(index).id().equals(id)) {
                var battery = all.get(index);
                var place = index;
                CommandGate.ask(
                        context,
                        words.texts().get("battery.remove.purpose", battery.name()),
                        () ->
                                changes.apply(
                                        FleetEdit.remove(id), () -> offer(battery, place), failed));
                return;
            }
        }
    }

    private void offer(BatterySettings battery, int place) {
        var texts = words.texts();
        var banner =
                Banner.of(
                        Tone.OK,
                        texts.get("battery.removed", battery.name()),
                        texts.get("battery.removed.kept"));
        banner.setAction(
                texts.get("battery.undo"),
                () ->
                        changes.apply(
                                FleetEdit.putBack(battery, place),
                                () -> {
                                    undo.getChildren().remove(banner);
                                    room();
                                },
                                sentence -> banner.show(Tone.ERROR, sentence, "")));
        undo.getChildren().add(banner);
        room();
    }
}
