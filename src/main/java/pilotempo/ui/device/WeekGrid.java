package pilotempo.ui.device;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.device.WeekState.Block;

/** Seven rows of 24 hours: the program's slots in full, the plan's stretches dashed. */
final class WeekGrid extends Region {
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final double LABEL_GAP = 8;
    private static final double ROW_GAP = 4;
    private static final double DAY_MINUTES = 24 * 60;

    private final Formats formats;
    private final Texts texts;
    private final boolean kiosk;
    private final List<Label> days = new ArrayList<>();
    private final List<Region> tracks = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private IntConsumer chosen = _ -> {};
    private @Nullable WeekState shown;

    private record Placed(Label label, Block block) {}

    WeekGrid(Formats formats, Texts texts, boolean kiosk) {
        this.formats = formats;
        this.texts = texts;
        this.kiosk = kiosk;
        getStyleClass().add("week-grid");
        setMinHeight(USE_PREF_SIZE);
        for (var day : DayOfWeek.values()) {
            var name = new Label(name(day));
            name.getStyleClass().addAll("secondary", "week-day");
            days.add(name);
            var track = new Region();
            track.getStyleClass().add("week-track");
            tracks.add(track);
        }
        for (int hour = 0; hour <= 24; hour += kiosk ? 6 : 4) {
            var mark = new Label("%02d:00".formatted(hour));
            mark.getStyleClass().addAll("smallest", "muted");
            mark.setUserData(hour);
            hours.add(mark);
        }
    }

    /** Hears the number of a slot that was pressed. */
    void onSlot(IntConsumer listener) {
        chosen = listener;
    }

    void show(WeekState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        placed.clear();
        for (var block : state.blocks()) {
            placed.add(new Placed(label(block), block));
        }
        for (int i = 0; i < days.size(); i++) {
            days.get(i).pseudoClassStateChanged(TODAY, state.today().getValue() == i + 1);
        }
        getChildren().setAll(tracks);
        getChildren().addAll(days);
        getChildren().addAll(hours);
        placed.forEach(one -> getChildren().add(one.label()));
        requestLayout();
    }

    private Label label(Block block) {
        var label = new Label();
        label.getStyleClass().addAll("week-block", block.planned() ? "planned" : "slot");
        block.tone().applyTo(label);
        label.setAccessibleText(words(block));
        if (!block.planned()) {
            label.setOnMouseClicked(_ -> chosen.accept(block.slot()));
        }
        return label;
    }

    private String words(Block block) {
        var watts = formats.wattsWithUnit((double) Math.abs(block.powerW()));
        return block.planned() ? texts.get("week.planned", watts) : block.slot() + " · " + watts;
    }

    private String name(DayOfWeek day) {
        var style = TextStyle.SHORT;
        var name = day.getDisplayName(style, formats.locale());
        return formats.locale().getLanguage().equals(Locale.FRENCH.getLanguage())
                ? name.replace(".", "")
                : name;
    }

    private double rowHeight() {
        return kiosk ? 17 : 21;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 7 * (rowHeight() + ROW_GAP) + 20;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 420;
    }

    @Override
    protected void layoutChildren() {
        double names =
                days.stream().mapToDouble(day -> day.prefWidth(-1)).max().orElse(30) + LABEL_GAP;
        double width = Math.max(0, getWidth() - names);
        for (int i = 0; i < 7; i++) {
            double y = i * (rowHeight() + ROW_GAP);
            days.get(i).resizeRelocate(0, y, names - LABEL_GAP, rowHeight());
            tracks.get(i).resizeRelocate(names, y, width, rowHeight());
        }
        for (var one : placed) {
            place(one, names, width);
        }
        marks(names, width, 7 * (rowHeight() + ROW_GAP));
    }

    private void place(Placed one, double left, double width) {
        var block = one.block();
        double x = left + Math.round(width * block.fromMinute() / DAY_MINUTES);
        double until = left + Math.round(width * block.untilMinute() / DAY_MINUTES);
        double y = (block.day().getValue() - 1) * (rowHeight() + ROW_GAP);
        var label = one.label();
        double room = Math.max(6, until - x);
        label.setText(words(block));
        if (label.prefWidth(-1) > room) {
            label.setText(block.planned() ? "" : Integer.toString(block.slot()));
        }
        if (label.prefWidth(-1) > room) {
            label.setText("");
        }
        label.resizeRelocate(x, y, room, rowHeight());
    }

    private void marks(double left, double width, double y) {
        for (var mark : hours) {
            double share = mark.getUserData() instanceof Integer hour ? hour / 24.0 : 0;
            double wide = mark.prefWidth(-1);
            double x = Math.clamp(share * width - wide / 2, 0, Math.max(0, width - wide));
            mark.resizeRelocate(left + x, y, wide, 20);
        }
    }
}
