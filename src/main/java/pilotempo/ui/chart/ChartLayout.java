package pilotempo.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a chart lie.
 *
 * @param strip the Tempo strip; without height when there is none
 * @param plot all lanes together
 * @param lanes one a lane of the model, in order
 * @param axisY middle of the time labels
 * @param time epoch milliseconds to pixels
 */
record ChartLayout(Box strip, Box plot, List<Box> lanes, double axisY, PixelScale time) {
    /** Sizes that differ between desktop and kiosk, in pixels. */
    record Sizes(double axisWidth, double axisHeight, double strip, double between, double name) {
        static Sizes of(boolean kiosk) {
            return kiosk ? new Sizes(70, 26, 26, 20, 22) : new Sizes(56, 24, 24, 18, 18);
        }
    }

    static ChartLayout of(ChartModel model, double top, double width, double height, Sizes sizes) {
        double left = sizes.axisWidth();
        double plotWidth = Math.max(1, width - left - 1);
        double stripHeight = model.days().isEmpty() ? 0 : sizes.strip();
        var strip = new Box(left, top, plotWidth, stripHeight);
        double plotTop = strip.bottom() + (stripHeight > 0 ? 12 : 6);
        double plotBottom = Math.max(plotTop + 1, height - sizes.axisHeight());
        var plot = new Box(left, plotTop, plotWidth, plotBottom - plotTop);
        var time =
                PixelScale.ofTime(
                        model.from().toEpochMilli(),
                        model.to().toEpochMilli(),
                        plot.left(),
                        plot.right());
        return new ChartLayout(
                strip,
                plot,
                lanes(model, plot, sizes),
                plotBottom + sizes.axisHeight() / 2 + 2,
                time);
    }

    private static List<Box> lanes(ChartModel model, Box plot, Sizes sizes) {
        var lanes = model.lanes();
        double weights = lanes.stream().mapToDouble(Lane::weight).sum();
        double taken = 0;
        for (int i = 0; i < lanes.size(); i++) {
            taken += (i > 0 ? sizes.between() : 0) + head(model, i, sizes);
        }
        double free = Math.max(lanes.size(), plot.height() - taken);
        var boxes = new ArrayList<Box>();
        double top = plot.top();
        for (int i = 0; i < lanes.size(); i++) {
            top += (i > 0 ? sizes.between() : 0) + head(model, i, sizes);
            double height = free * lanes.get(i).weight() / weights;
            boxes.add(new Box(plot.left(), top, plot.width(), height));
            top += height;
        }
        return boxes;
    }

    /** Room for words above a lane: its name, and above the first HP and HC. */
    private static double head(ChartModel model, int index, Sizes sizes) {
        boolean words = named(model.lanes(), index) || (index == 0 && model.shadeOffPeak());
        return words ? sizes.name() : 0;
    }

    /** Whether a lane's name stands above it: the first of its name. */
    static boolean named(List<Lane> lanes, int index) {
        var name = lanes.get(index).name();
        return !name.isEmpty() && (index == 0 || !lanes.get(index - 1).name().equals(name));
    }
}
