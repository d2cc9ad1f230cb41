package pilotempo.ui.chart;

import java.time.Instant;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Texts;

/**
 * Draws a {@link ChartModel} on one canvas, at most once a pulse. What mouse, fingers and keys do
 * is told by {@link ChartGestures} and {@link ChartKeys}: they move the cross-hair, whose values
 * stand in a box beside it or in the kiosk in the line above, and ask for other windows. FX thread.
 */
public final class HistoryChart extends Region {
    private final Canvas canvas = new Canvas();
    private final ChartLegend legend;
    private final CrossHair cross;
    private final Region mark = new Region();
    private final ChartPainter painter;
    private final ChartLayout.Sizes sizes;
    private final Formats formats;
    private final Texts texts;
    private final boolean kiosk;
    private final double scale;
    private ChartNavigation navigation = ChartNavigation.NONE;
    private @Nullable ChartModel model;
    private @Nullable ChartLayout layout;
    private boolean stale = true;
    private @Nullable Instant pointed;

    /** An empty chart. */
    public HistoryChart(Formats formats, boolean kiosk, boolean dark) {
        this(formats, kiosk, dark, 1);
    }

    /** A chart whose canvas has so many pixels a unit of length, for sharp pictures. */
    HistoryChart(Formats formats, boolean kiosk, boolean dark, double scale) {
        this.formats = formats;
        this.kiosk = kiosk;
        this.scale = scale;
        texts = Texts.of("pilotempo.ui.chart.Chart", formats.locale());
        legend = new ChartLegend(texts, kiosk);
        cross = new CrossHair(!kiosk);
        sizes = ChartLayout.Sizes.of(kiosk);
        var pen = new Pen(canvas.getGraphicsContext2D(), Palette.of(dark), formats, texts, kiosk);
        painter = new ChartPainter(pen);
        getStyleClass().add("history-chart");
        var sheet = Objects.requireNonNull(HistoryChart.class.getResource("chart.css"));
        getStylesheets().add(sheet.toExternalForm());
        mark.getStyleClass().add("chart-mark");
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        for (var part : new javafx.scene.Node[] {canvas, legend, mark, cross}) {
            part.setManaged(false);
            getChildren().add(part);
        }
        canvas.getTransforms().setAll(new Scale(1 / scale, 1 / scale));
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 120);
        var surface = new Surface();
        new ChartGestures(surface, kiosk).listenTo(this);
        new ChartKeys(surface).listenTo(this);
        addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    }

    /** Asks to be told what window the user wants. */
    public void setNavigation(ChartNavigation listener) {
        navigation = listener;
    }

    /** Shows a model. */
    public void show(ChartModel next) {
        if (next.equals(model)) {
            return;
        }
        model = next;
        stale = true;
        if (pointed == null) {
            legend.explain(next);
        }
        setAccessibleText(ChartSummary.of(next, formats, texts));
        requestLayout();
    }

    /** What is shown in words; empty before the first model. */
    public String summary() {
        return model == null ? "" : ChartSummary.of(model, formats, texts);
    }

    /** Moves the cross-hair to an instant, as a pointer there does. */
    public void point(Instant instant) {
        pointed = instant;
        showPointed();
    }

    /** Takes the cross-hair away. */
    public void letGo() {
        if (pointed != null) {
            pointed = null;
            cross.hide();
            if (model != null) {
                legend.explain(model);
            }
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        double head = kiosk ? 30 : 26;
        legend.resizeRelocate(0, 0, width, head - 4);
        if (width * scale != canvas.getWidth() || height * scale != canvas.getHeight()) {
            canvas.setWidth(width * scale);
            canvas.setHeight(height * scale);
            stale = true;
        }
        cross.resizeRelocate(0, 0, width, height);
        var shown = model;
        if (stale && shown != null && width > 0 && height > 0) {
            var parts = ChartLayout.of(shown, head, width, height, sizes);
            layout = parts;
            canvas.getGraphicsContext2D().setTransform(scale, 0, 0, scale, 0, 0);
            painter.paint(shown, parts, width, height);
            stale = false;
            showPointed();
        }
    }

    private void showPointed() {
        var at = pointed;
        if (at == null || model == null || layout == null) {
            return;
        }
        double x = layout.time().pixel(at.toEpochMilli());
        if (!layout.plot().holds(x)) {
            letGo();
            return;
        }
        var values = PointedValues.at(model, at, formats, texts);
        cross.show(values, x, layout.plot());
        if (kiosk) {
            legend.pin(values);
        }
    }

    private final class Surface implements ChartSurface {
        @Override
        public @Nullable ChartLayout layout() {
            return layout;
        }

        @Override
        public @Nullable ChartWindow window() {
            return model == null ? null : new ChartWindow(model.from(), model.to());
        }

        @Override
        public ChartNavigation navigation() {
            return navigation;
        }

        @Override
        public @Nullable Instant pointed() {
            return pointed;
        }

        @Override
        public void pointAt(double x) {
            if (layout != null && layout.plot().holds(x)) {
                point(Instant.ofEpochMilli(Math.round(layout.time().value(x))));
            } else {
                letGo();
            }
        }

        @Override
        public void letGo() {
            HistoryChart.this.letGo();
        }

        @Override
        public void mark(double one, double other) {
            if (layout != null) {
                var plot = layout.plot();
                double left = Math.clamp(Math.min(one, other), plot.left(), plot.right());
                double right = Math.clamp(Math.max(one, other), plot.left(), plot.right());
                mark.resizeRelocate(left, plot.top(), right - left, plot.height());
                mark.setVisible(true);
            }
        }

        @Override
        public void unmark() {
            mark.setVisible(false);
        }
    }
}
