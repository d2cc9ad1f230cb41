package pilotempo.ui.automation;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.automation.ReplayState.Bars;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;

/** What was saved, or paid, month by month, on one canvas. */
final class ReplayChart extends Region {
    /** Below this width a bar's value has no room beside its neighbour's. */
    private static final double VALUES_FROM = 22;

    private final Canvas canvas = new Canvas();
    private final StripPen pen;
    private final Formats formats;
    private final boolean kiosk;
    private @Nullable ReplayState state;
    private boolean paid;

    /** One bar of a month. */
    private record Bar(double value, Look look) {}

    private enum Look {
        WITHOUT,
        AUTO,
        STRATEGY
    }

    ReplayChart(Palette palette, Formats formats, boolean kiosk) {
        this.pen = new StripPen(canvas.getGraphicsContext2D(), palette, kiosk);
        this.formats = formats;
        this.kiosk = kiosk;
        setId("replay-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(300, 100);
        getChildren().add(canvas);
    }

    /**
     * @param costs what was paid, with that without batteries beside it; else what was saved
     */
    void show(ReplayState next, boolean costs) {
        state = next;
        paid = costs;
        setAccessibleText(next.title());
        draw();
    }

    private List<Bar> bars(Bars month) {
        return paid
                ? List.of(
                        new Bar(month.without(), Look.WITHOUT),
                        new Bar(month.auto(), Look.AUTO),
                        new Bar(month.strategy(), Look.STRATEGY))
                : List.of(
                        new Bar(month.savedByAuto(), Look.AUTO),
                        new Bar(month.saved(), Look.STRATEGY));
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (state == null || width <= 0 || height <= 0) {
            return;
        }
        pen.begin(width, height);
        var months = state.bars();
        if (months.isEmpty()) {
            return;
        }
        double line = kiosk ? 20 : 16;
        double top = line + 4;
        double bottom = height - line - 6;
        var all = months.stream().flatMap(month -> bars(month).stream()).toList();
        double least = all.stream().mapToDouble(Bar::value).min().orElse(0);
        double most = all.stream().mapToDouble(Bar::value).max().orElse(0);
        var scale = BarScale.of(least, most, height > 220 ? 4 : 2);
        double left = marks(scale, top, bottom, width);
        double cell = (width - left) / months.size();
        for (int i = 0; i < months.size(); i++) {
            month(months.get(i), left + i * cell, cell, scale, top, bottom);
        }
        double zero = scale.y(0, top, bottom);
        pen.horizontal(left, width, zero, pen.colour("outline"));
    }

    /** Marks at the left; gives back where the bars begin. */
    private double marks(BarScale scale, double top, double bottom, double width) {
        int decimals = scale.step() < 1 ? 1 : 0;
        double widest = 0;
        for (double mark : scale.marks()) {
            widest = Math.max(widest, pen.width(mark(mark, scale, decimals), false));
        }
        double left = Math.ceil(widest) + 8;
        for (double mark : scale.marks()) {
            double y = scale.y(mark, top, bottom);
            pen.horizontal(left, width, y, pen.colour("hairline"));
            var word = mark(mark, scale, decimals);
            pen.text(word, left - 6, y, TextAlignment.RIGHT, false, "muted");
        }
        return left;
    }

    private String mark(double value, BarScale scale, int decimals) {
        var number = formats.number(value, decimals);
        return value == scale.high() ? number + Formats.NBSP + "€" : number;
    }

    private void month(
            Bars month, double left, double cell, BarScale scale, double top, double bottom) {
        var bars = bars(month);
        double gap = 3;
        double bar = Math.min(26, Math.floor((cell * 0.72 - gap * bars.size()) / bars.size()));
        double all = bars.size() * bar + (bars.size() - 1) * gap;
        double x = Math.rint(left + (cell - all) / 2);
        for (var one : bars) {
            bar(one, x, bar, scale, top, bottom);
            x += bar + gap;
        }
        double middle = bottom + (kiosk ? 15 : 12);
        var name = pen.fitted(month.month(), cell, false);
        pen.text(name, left + cell / 2, middle, TextAlignment.CENTER, false, "muted");
    }

    private void bar(Bar bar, double x, double width, BarScale scale, double top, double bottom) {
        double zero = scale.y(0, top, bottom);
        double end = scale.y(bar.value(), top, bottom);
        double y = Math.rint(Math.min(zero, end));
        double height = Math.max(1, Math.rint(Math.abs(zero - end)));
        switch (bar.look()) {
            case WITHOUT -> {
                pen.fill(x, y, width, height, 0, pen.colour("track"));
                pen.edge(x, y, width, height, 0, 1, pen.colour("outline"), 3, 2);
            }
            case AUTO -> {
                pen.fill(x, y, width, height, 0, pen.colour("surface"));
                pen.edge(x, y, width, height, 0, 1.5, pen.colour("house"));
            }
            case STRATEGY -> pen.fill(x, y, width, height, 0, pen.colour("accent"));
        }
        if (width >= VALUES_FROM) {
            value(bar, x + width / 2, y, height);
        }
    }

    private void value(Bar bar, double centre, double y, double height) {
        boolean strong = bar.look() == Look.STRATEGY;
        var word = formats.number(bar.value(), Math.abs(bar.value()) < 9.95 ? 1 : 0);
        double middle = bar.value() < 0 ? y + height + 9 : y - 9;
        pen.text(word, centre, middle, TextAlignment.CENTER, strong, strong ? "fg" : "muted");
    }

    @Override
    protected double computePrefHeight(double width) {
        return kiosk ? 170 : 420;
    }

    @Override
    protected double computePrefWidth(double height) {
        return kiosk ? 740 : 1090;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
        }
    }
}
