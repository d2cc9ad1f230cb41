package pilotempo.ui.chart;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Texts;

/**
 * Draws a {@link ChartModel} on one canvas, at most once a pulse. A mouse's hover shows the values
 * in a box, its drag pans, its wheel zooms; a finger's drag moves the cross-hair; in the kiosk a
 * tap pins the values in the line above. Keys: arrows pan, + and − zoom. FX thread.
 */
public final class HistoryChart extends Region {
    private static final double WHEEL_STEP = 0.8;
    private static final double KEY_STEP = 0.2;

    private final Canvas canvas = new Canvas();
    private final ChartLegend legend;
    private final CrossHair cross;
    private final ChartPainter painter;
    private final ChartLayout.Sizes sizes;
    private final Formats formats;
    private final Texts texts;
    private final boolean kiosk;
    private Consumer<ChartWindow> navigate = _ -> {};
    private @Nullable ChartModel model;
    private @Nullable ChartLayout layout;
    private boolean stale = true;
    private @Nullable Instant pointed;
    private double dragFrom = Double.NaN;
    private @Nullable ChartWindow dragged;

    /** An empty chart. */
    public HistoryChart(Formats formats, boolean kiosk, boolean dark) {
        this.formats = formats;
        this.kiosk = kiosk;
        texts = Texts.of("pilotempo.ui.chart.Chart", formats.locale());
        legend = new ChartLegend(texts, kiosk);
        cross = new CrossHair(!kiosk);
        sizes = ChartLayout.Sizes.of(kiosk);
        var pen = new Pen(canvas.getGraphicsContext2D(), Palette.of(dark), formats, texts, kiosk);
        painter = new ChartPainter(pen);
        getStyleClass().add("history-chart");
        var sheet = Objects.requireNonNull(HistoryChart.class.getResource("chart.css"));
        getStylesheets().add(sheet.toExternalForm());
        getChildren().setAll(canvas, legend, cross);
        canvas.setManaged(false);
        legend.setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 120);
        listen();
    }

    /** Asks to be told of the window that the user wants: zoomed, panned. */
    public void setOnNavigate(Consumer<ChartWindow> listener) {
        navigate = listener;
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
        pointed = null;
        cross.hide();
        if (model != null) {
            legend.explain(model);
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
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        cross.resizeRelocate(0, 0, width, height);
        var shown = model;
        if (stale && shown != null && width > 0 && height > 0) {
            var parts = ChartLayout.of(shown, head, width, height, sizes);
            layout = parts;
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

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> exited());
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        if (kiosk || event.isSynthesized()) {
            pointAt(event.getX());
        } else if (model != null) {
            dragFrom = event.getX();
            dragged = new ChartWindow(model.from(), model.to());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        var from = dragged;
        if (kiosk || event.isSynthesized()) {
            pointAt(event.getX());
        } else if (from != null && layout != null && Math.abs(event.getX() - dragFrom) > 3) {
            cross.hide();
            pointed = null;
            navigate.accept(from.panned((dragFrom - event.getX()) / layout.plot().width()));
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        dragged = null;
        if (event.isSynthesized() && !kiosk) {
            letGo();
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        if (!kiosk && !event.isSynthesized()) {
            pointAt(event.getX());
        }
    }

    private void exited() {
        if (!kiosk) {
            letGo();
        }
    }

    private void pointAt(double x) {
        if (layout != null && layout.plot().holds(x)) {
            point(Instant.ofEpochMilli(Math.round(layout.time().value(x))));
        } else {
            letGo();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (model != null && layout != null && event.getDeltaY() != 0 && !event.isInertia()) {
            double x = Math.clamp(event.getX(), layout.plot().left(), layout.plot().right());
            var around = Instant.ofEpochMilli(Math.round(layout.time().value(x)));
            zoom(event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP, around);
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (model == null) {
            return;
        }
        var window = new ChartWindow(model.from(), model.to());
        var middle = window.from().plus(window.length().dividedBy(2));
        boolean used = true;
        switch (event.getCode()) {
            case LEFT -> navigate.accept(window.panned(-KEY_STEP));
            case RIGHT -> navigate.accept(window.panned(KEY_STEP));
            case PLUS, ADD, EQUALS -> zoom(WHEEL_STEP, middle);
            case MINUS, SUBTRACT -> zoom(1 / WHEEL_STEP, middle);
            case ESCAPE -> letGo();
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void zoom(double factor, Instant around) {
        if (model != null) {
            navigate.accept(new ChartWindow(model.from(), model.to()).zoomed(factor, around));
        }
    }
}
