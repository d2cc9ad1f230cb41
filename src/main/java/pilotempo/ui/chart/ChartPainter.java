package pilotempo.ui.chart;

import java.time.Instant;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoPeriod;

/** Draws a whole chart, ground first. */
final class ChartPainter {
    private final Pen pen;
    private final PowerPainter power;
    private final LevelPainter level;
    private final EnergyPainter energy;
    private final StripPainter strip;
    private final GapPainter gaps;

    ChartPainter(Pen pen) {
        this.pen = pen;
        var curves = new CurvePainter(pen.canvas);
        var trace = new Trace();
        var before = new Trace();
        power = new PowerPainter(pen, curves, trace, before);
        level = new LevelPainter(pen, curves, trace, before);
        energy = new EnergyPainter(pen);
        strip = new StripPainter(pen);
        gaps = new GapPainter(pen);
    }

    void paint(ChartModel model, ChartLayout layout, double width, double height) {
        pen.begin();
        GraphicsContext canvas = pen.canvas;
        canvas.clearRect(0, 0, width, height);
        if (model.shadeOffPeak()) {
            shade(model, layout);
        }
        var ticks = TimeTicks.of(layout.time(), pen.zone(), pen.formats.locale(), pen::width);
        for (double x : ticks.lines()) {
            pen.vertical(x, layout.plot().top(), layout.plot().bottom(), "hairline");
        }
        strip.paint(model, layout);
        for (int i = 0; i < model.lanes().size(); i++) {
            paint(model.lanes(), i, layout);
        }
        paintGaps(model, layout);
        if (model.shadeOffPeak()) {
            periods(model, layout);
            now(model, layout);
        }
        axis(ticks, model, layout);
    }

    private void paint(List<Lane> lanes, int index, ChartLayout layout) {
        var box = layout.lanes().get(index);
        if (ChartLayout.named(lanes, index)) {
            double y = box.top() - pen.line() / 2 - 2;
            pen.boldText(lanes.get(index).name(), box.left() + 2, y, TextAlignment.LEFT, "fg");
        }
        switch (lanes.get(index)) {
            case Lane.Power lane -> power.paint(lane, box, layout.time());
            case Lane.Level lane -> level.paint(lane, box, layout.time());
            case Lane.Energy lane -> energy.paint(lane, box, layout.time());
        }
    }

    /** Lanes of one name share their gaps: hatched over all of them but bars below the curves. */
    private void paintGaps(ChartModel model, ChartLayout layout) {
        var lanes = model.lanes();
        int first = 0;
        while (first < lanes.size()) {
            int last = first;
            while (last + 1 < lanes.size()
                    && !ChartLayout.named(lanes, last + 1)
                    && lanes.get(last + 1).name().equals(lanes.get(first).name())) {
                last++;
            }
            Curve told = null;
            int bottom = first;
            for (int i = first; i <= last; i++) {
                var curve = curve(lanes.get(i));
                told = told == null ? curve : told;
                bottom = curve == null ? bottom : i;
            }
            if (told != null) {
                double top = layout.lanes().get(first).top();
                double height = layout.lanes().get(bottom).bottom() - top;
                var plot = layout.plot();
                gaps.paint(told, model, layout, new Box(plot.left(), top, plot.width(), height));
            }
            first = last + 1;
        }
    }

    private static @Nullable Curve curve(Lane lane) {
        return switch (lane) {
            case Lane.Power one -> one.curve();
            case Lane.Level one -> one.curve();
            case Lane.Energy _ -> null;
        };
    }

    private void shade(ChartModel model, ChartLayout layout) {
        var plot = layout.plot();
        pen.canvas.setFill(pen.colour("subtle"));
        for (var stretch : model.tariff()) {
            if (stretch.period() == TempoPeriod.HC) {
                double left = clamp(layout, stretch.from());
                double right = clamp(layout, stretch.until());
                pen.canvas.fillRect(left, plot.top(), right - left, plot.height());
            }
        }
    }

    /** HP and HC at the top of the plot; neighbours of one period are one. */
    private void periods(ChartModel model, ChartLayout layout) {
        var stretches = model.tariff();
        int i = 0;
        while (i < stretches.size()) {
            int j = i;
            while (j + 1 < stretches.size()
                    && stretches.get(j + 1).period() == stretches.get(i).period()) {
                j++;
            }
            double left = clamp(layout, stretches.get(i).from());
            double right = clamp(layout, stretches.get(j).until());
            var word = stretches.get(i).period().name();
            if (right - left > pen.width(word) + 8) {
                double y = layout.plot().top() + pen.line() / 2;
                pen.text(word, (left + right) / 2, y, TextAlignment.CENTER, "muted");
            }
            i = j + 1;
        }
    }

    private double clamp(ChartLayout layout, Instant instant) {
        double x = layout.time().pixel(instant.toEpochMilli());
        return Math.clamp(x, layout.plot().left(), layout.plot().right());
    }

    private void now(ChartModel model, ChartLayout layout) {
        double x = layout.time().pixel(model.now().toEpochMilli());
        if (layout.plot().holds(x)) {
            pen.canvas.setLineDashes(3, 4);
            pen.vertical(x, layout.plot().top(), layout.plot().bottom(), "fg");
            pen.canvas.setLineDashes();
        }
    }

    private void axis(TimeTicks ticks, ChartModel model, ChartLayout layout) {
        var today = model.now().atZone(pen.zone()).toLocalDate();
        boolean days = model.to().toEpochMilli() - model.from().toEpochMilli() > 2 * 86_400_000L;
        for (var label : ticks.labels()) {
            double half = pen.boldWidth(label.text()) / 2;
            double x = Math.min(label.centre(), layout.plot().right() - half);
            if (days && label.date().equals(today)) {
                pen.boldText(label.text(), x, layout.axisY(), TextAlignment.CENTER, "fg");
            } else {
                pen.text(label.text(), x, layout.axisY(), TextAlignment.CENTER, "muted");
            }
        }
    }
}
