package pilotempo.ui.tempo;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Palette;
import pilotempo.ui.tempo.CalendarGrid.Spot;
import pilotempo.ui.tempo.SeasonState.Cell;

/**
 * A season on one canvas. A tap, the pointer or the arrow keys choose a day, whose words are told
 * to the listener; screen readers hear the season's summary and the chosen day.
 */
final class SeasonCalendar extends Region {
    private final Canvas canvas = new Canvas();
    private final CalendarPen pen;
    private final boolean kiosk;
    private final Consumer<Optional<Cell>> reading;
    private @Nullable SeasonState season;
    private @Nullable Spot chosen;

    SeasonCalendar(Palette palette, boolean kiosk, Consumer<Optional<Cell>> reading) {
        this.pen = new CalendarPen(palette, kiosk);
        this.kiosk = kiosk;
        this.reading = reading;
        setId("season-calendar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(canvas);
        setMinSize(300, kiosk ? 200 : 260);
        setOnMousePressed(
                press -> {
                    requestFocus();
                    choose(grid().at(press.getX(), press.getY()).orElse(null));
                });
        setOnMouseMoved(move -> choose(grid().at(move.getX(), move.getY()).orElse(null)));
        setOnMouseExited(left -> choose(null));
        setOnKeyPressed(this::move);
    }

    void show(SeasonState next) {
        if (next.equals(season)) {
            return;
        }
        if (season != null && !season.season().equals(next.season())) {
            chosen = null;
        }
        season = next;
        tell();
        draw();
    }

    private void move(KeyEvent key) {
        var from = chosen == null ? today() : chosen;
        var to =
                switch (key.getCode()) {
                    case LEFT -> new Spot(from.row(), from.column() - 1);
                    case RIGHT -> new Spot(from.row(), from.column() + 1);
                    case UP -> new Spot(from.row() - 1, from.column());
                    case DOWN -> new Spot(from.row() + 1, from.column());
                    default -> null;
                };
        if (to != null) {
            key.consume();
            if (cell(to).isPresent()) {
                choose(to);
            }
        }
    }

    private Spot today() {
        var months = season == null ? java.util.List.<SeasonState.Month>of() : season.months();
        for (var row = 0; row < months.size(); row++) {
            for (var column = 0; column < months.get(row).days().size(); column++) {
                if (months.get(row).days().get(column).today()) {
                    return new Spot(row, column);
                }
            }
        }
        return new Spot(0, 0);
    }

    private void choose(@Nullable Spot spot) {
        var next = spot == null || cell(spot).isEmpty() ? null : spot;
        if (next == null ? chosen == null : next.equals(chosen)) {
            return;
        }
        chosen = next;
        tell();
        draw();
    }

    private void tell() {
        var cell = chosen == null ? Optional.<Cell>empty() : cell(chosen);
        setAccessibleText(cell.map(Cell::words).orElse(season == null ? "" : season.summary()));
        reading.accept(cell);
    }

    private Optional<Cell> cell(Spot spot) {
        if (season == null || spot.row() < 0 || spot.row() >= season.months().size()) {
            return Optional.empty();
        }
        var days = season.months().get(spot.row()).days();
        return spot.column() < 0 || spot.column() >= days.size()
                ? Optional.empty()
                : Optional.of(days.get(spot.column()));
    }

    private CalendarGrid grid() {
        return new CalendarGrid(
                kiosk ? 56 : 52, kiosk ? 28 : 24, canvas.getWidth(), canvas.getHeight());
    }

    private void draw() {
        if (season == null || canvas.getWidth() <= 0) {
            return;
        }
        var g = canvas.getGraphicsContext2D();
        pen.draw(g, grid(), season);
        if (chosen != null) {
            pen.mark(g, grid(), chosen);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return kiosk ? 540 : 1090;
    }

    @Override
    protected double computePrefHeight(double width) {
        return kiosk ? 262 : 354;
    }

    @Override
    protected void layoutChildren() {
        var width = Math.floor(getWidth());
        var height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
        }
    }
}
