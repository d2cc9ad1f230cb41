package pilotempo.ui.component;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;

/**
 * The coming hours in two rows: the days' colours, and peak and off-peak hours below, with the
 * times at which something changes. A day that is not known is a dashed box with a question mark.
 */
public final class TariffStrip extends Region {
    private static final double GAP = 2;

    private final List<Placed> placed = new ArrayList<>();
    private double dayHeight = 32;
    private double periodHeight = 26;

    /**
     * What is shown; positions are shares of the width, 0 to 1.
     *
     * @param days the days' stretches
     * @param periods the price classes' stretches
     * @param marks moments with their words
     */
    public record Content(List<Day> days, List<Period> periods, List<Mark> marks) {
        /** Copies the lists. */
        public Content {
            days = List.copyOf(days);
            periods = List.copyOf(periods);
            marks = List.copyOf(marks);
        }
    }

    /** A Tempo day's stretch: its word where there is room, else its letter. */
    public record Day(
            double from, double until, @Nullable TempoColour colour, String word, String letter) {}

    /** A stretch of peak or off-peak hours. */
    public record Period(double from, double until, boolean peak, String word) {}

    /** A moment. */
    public record Mark(double at, String word) {}

    private record Placed(
            Node node, double from, double until, int row, String word, String letter) {}

    /** Empty. */
    public TariffStrip() {
        getStyleClass().add("tariff-strip");
        setMinWidth(120);
        setMaxWidth(Double.MAX_VALUE);
    }

    /** Shows the coming hours. */
    public void show(Content content) {
        placed.clear();
        for (var day : content.days()) {
            var chip = new Label();
            chip.getStyleClass().addAll("strip-day", style(day.colour()));
            placed.add(new Placed(chip, day.from(), day.until(), 0, day.word(), day.letter()));
        }
        for (var period : content.periods()) {
            var box = new Label();
            box.getStyleClass().addAll("strip-period", period.peak() ? "peak" : "off-peak");
            placed.add(new Placed(box, period.from(), period.until(), 1, period.word(), ""));
        }
        for (var mark : content.marks()) {
            var word = new Label(mark.word());
            word.getStyleClass().addAll("smallest", "muted");
            var tick = new Region();
            tick.getStyleClass().add("strip-tick");
            placed.add(new Placed(tick, mark.at(), mark.at(), 3, "", ""));
            placed.add(new Placed(word, mark.at(), mark.at(), 2, mark.word(), ""));
        }
        getChildren().setAll(placed.stream().map(Placed::node).toList());
        requestLayout();
    }

    /** Height of the colours' row, px. */
    public double getDayHeight() {
        return dayHeight;
    }

    /** Changes the height of the colours' row. */
    public void setDayHeight(double pixels) {
        dayHeight = pixels;
    }

    /** Height of the periods' row, px. */
    public double getPeriodHeight() {
        return periodHeight;
    }

    /** Changes the height of the periods' row. */
    public void setPeriodHeight(double pixels) {
        periodHeight = pixels;
    }

    @Override
    protected double computePrefHeight(double width) {
        return dayHeight + GAP + periodHeight + 5 + 18;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double top = dayHeight + GAP + periodHeight;
        double taken = 0;
        for (var part : placed) {
            double x = Math.round(part.from * getWidth());
            double width = Math.max(0, Math.round(part.until * getWidth()) - x - GAP);
            switch (part.row) {
                case 0 -> box(part, x, 0, width, dayHeight);
                case 1 -> box(part, x, dayHeight + GAP, width, periodHeight);
                case 2 -> taken = mark(part.node, x, top + 5, taken);
                default -> part.node.resizeRelocate(x - 1, top, 1, 5);
            }
        }
    }

    private static void box(Placed part, double x, double y, double width, double height) {
        var label = (Label) part.node;
        label.setText(part.word);
        if (label.prefWidth(-1) > width - 6) {
            label.setText(part.letter);
            if (label.prefWidth(-1) > width) {
                label.setText("");
            }
        }
        label.resizeRelocate(x, y, width, height);
    }

    /** Centred below its moment, inside the strip, and never over its neighbour. */
    private double mark(Node word, double x, double y, double taken) {
        double width = word.prefWidth(-1);
        double left = Math.clamp(x - width / 2, 0, Math.max(0, getWidth() - width));
        boolean fits = left >= taken;
        word.setVisible(fits);
        word.resizeRelocate(Math.floor(left), y, width, 18);
        return fits ? left + width + 6 : taken;
    }

    private static String style(@Nullable TempoColour colour) {
        if (colour == null) {
            return "unknown";
        }
        return switch (colour) {
            case BLUE -> "blue";
            case WHITE -> "white";
            case RED -> "red";
        };
    }
}
