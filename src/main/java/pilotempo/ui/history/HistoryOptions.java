package pilotempo.ui.history;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** What is shown and how: which batteries, summed or each, beside the period before. */
final class HistoryOptions extends VBox {
    /** In the kiosk more have a line of their own. */
    private static final int MOST_BESIDE = 3;

    /** What the user may want. */
    interface Wishes {
        void lanes(boolean perBattery);

        void compare(boolean before);

        void battery(Mac battery, boolean in);

        void zoom(double factor);

        /** Kiosk: closes them. */
        void options(boolean shown);
    }

    private final Texts texts;
    private final Wishes wishes;
    private final boolean kiosk;
    private final HBox line = new HBox();
    private final FlowPane chips = new FlowPane(8, 8);
    private final Region space = new Region();
    private final Segmented<Boolean> lanes;
    private final ToggleButton compare;
    private List<HistoryQuestion.Battery> known = List.of();

    HistoryOptions(UiContext context, Texts texts, Wishes wishes) {
        this.texts = texts;
        this.wishes = wishes;
        kiosk = context.kiosk();
        getStyleClass().add("history-options");
        setSpacing(8);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setSpacing(kiosk ? 8 : 12);
        var how = new LinkedHashMap<Boolean, String>();
        how.put(false, texts.get("total"));
        how.put(true, texts.get("perBattery"));
        lanes = new Segmented<>(how, wishes::lanes);
        compare = new ToggleButton(texts.get("compare"), Icon.COMPARE.node(18));
        compare.setId("compare");
        compare.setMinWidth(USE_PREF_SIZE);
        compare.setOnAction(_ -> wishes.compare(compare.isSelected()));
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(0);
        chips.setPrefWrapLength(kiosk ? 310 : 560);
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(line);
        if (kiosk) {
            line.getChildren()
                    .setAll(
                            chips,
                            zoom(Icon.ZOOM_OUT, "zoomOut", 2),
                            zoom(Icon.ZOOM_IN, "zoomIn", 0.5),
                            lanes,
                            compare,
                            Controls.icon(
                                    Icon.CLOSE,
                                    texts.get("close"),
                                    true,
                                    () -> wishes.options(false)));
        } else {
            line.getChildren().setAll(chips, compare, lanes);
        }
    }

    private Node zoom(Icon icon, String key, double factor) {
        return Controls.icon(icon, texts.get(key), true, () -> wishes.zoom(factor));
    }

    void show(Shown shown, List<HistoryQuestion.Battery> batteries) {
        boolean several = batteries.size() > 1;
        lanes.select(shown.look().perBattery());
        lanes.setVisible(several);
        lanes.setManaged(several);
        compare.setSelected(shown.look().compared() && shown.comparable());
        compare.setDisable(!shown.comparable());
        if (!batteries.equals(known)) {
            known = batteries;
            chips.getChildren()
                    .setAll(several ? batteries.stream().map(this::chip).toList() : List.of());
            if (kiosk && batteries.size() > MOST_BESIDE) {
                chips.setPrefWrapLength(760);
                line.getChildren().set(0, space);
                getChildren().setAll(line, chips);
            }
        }
        long in = batteries.stream().filter(one -> shown.look().shows(one.mac())).count();
        for (int i = 0; i < chips.getChildren().size(); i++) {
            var chip = (ToggleButton) chips.getChildren().get(i);
            boolean on = in == 0 || shown.look().shows(batteries.get(i).mac());
            chip.setSelected(on);
            chip.setGraphic((on ? Icon.CHECK : Icon.ADD).node(14));
            // The last one stays: a chart of no battery shows nothing.
            chip.setDisable(on && in == 1);
        }
    }

    private ToggleButton chip(HistoryQuestion.Battery battery) {
        var chip = new ToggleButton(battery.name());
        chip.getStyleClass().add("battery-chip");
        chip.setId("chip-" + battery.id());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> wishes.battery(battery.mac(), chip.isSelected()));
        return chip;
    }
}
