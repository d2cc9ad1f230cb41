package pilotempo.ui.automation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.automation.StripState.Block;
import pilotempo.ui.automation.StripState.Day;
import pilotempo.ui.automation.StripState.Lane;
import pilotempo.ui.automation.StripState.Price;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Texts;

/** Draws the strip. FX thread. */
final class StripPainter {
    private static final double RADIUS = 6;

    private final StripPen pen;
    private final ActionWords words;
    private final Texts texts;
    private final Formats formats;
    private final boolean kiosk;

    StripPainter(Canvas canvas, Palette palette, ActionWords words, boolean kiosk) {
        this.pen = new StripPen(canvas.getGraphicsContext2D(), palette, kiosk);
        this.words = words;
        this.texts = words.texts();
        this.formats = words.formats();
        this.kiosk = kiosk;
    }

    /** Between two words of the level's scale that do not touch, px. */
    private static final double LEVEL_WORD = 20;

    /** Room for the names and the words of the rows. */
    double gutter(StripState state, boolean samples) {
        pen.begin(0, 0);
        double widest = Math.max(width("row.colour"), width("row.tariff"));
        for (var lane : state.lanes()) {
            widest = Math.max(widest, pen.width(lane.name(), false) + (samples ? 32 : 0));
        }
        if (!state.lanes().isEmpty()) {
            widest = Math.max(widest, pen.width(formats.percentWithUnit(100.0), false));
        }
        return Math.clamp(Math.ceil(widest) + 12, kiosk ? 76 : 86, kiosk ? 124 : 160);
    }

    private double width(String key) {
        return pen.width(texts.get(key), false);
    }

    /**
     * Draws all.
     *
     * @param first the first lane that is shown
     * @param samples whether each name has a sample of its line beside it
     * @param chosen the block to be marked; null = none
     */
    void paint(
            StripState state,
            StripGeometry grid,
            int first,
            boolean samples,
            @Nullable Block chosen) {
        pen.begin(grid.width(), grid.height());
        var axis = AxisMarks.of(state.span(), zone(), grid.right() - grid.gutter(), apart());
        gridLines(state, grid, axis);
        past(state, grid);
        rowName(texts.get("row.colour"), grid.dayTop() + grid.dayHeight() / 2, "muted");
        state.days().forEach(day -> day(day, state, grid));
        rowName(texts.get("row.tariff"), grid.tariffTop() + grid.tariffHeight() / 2, "muted");
        state.prices().forEach(price -> price(price, state, grid));
        for (int place = 0; place < grid.shown(); place++) {
            int index = first + place;
            lane(state.lanes().get(index), index, place, state, grid, samples, chosen);
        }
        if (!state.lanes().isEmpty()) {
            levels(state, grid, first);
        }
        now(state, grid);
        axis(axis, state, grid);
    }

    private ZoneId zone() {
        return formats.zone();
    }

    private double apart() {
        return pen.width("00:00", false) + 14;
    }

    private void rowName(String word, double middle, String token) {
        pen.text(word, 0, middle, TextAlignment.LEFT, false, token);
    }

    private void gridLines(StripState state, StripGeometry grid, List<AxisMarks.Mark> axis) {
        for (var mark : axis) {
            double x = grid.x(state.span(), mark.at());
            pen.vertical(
                    Math.min(x, grid.right() - 1),
                    grid.lanesTop(),
                    grid.bottom(),
                    1,
                    pen.colour("hairline"));
        }
    }

    private void past(StripState state, StripGeometry grid) {
        double width = grid.x(state.span(), state.now()) - grid.gutter();
        pen.hatch(
                grid.gutter(),
                grid.lanesTop(),
                width,
                grid.bottom() - grid.lanesTop(),
                pen.faint("outline", 0.5));
    }

    private void day(Day day, StripState state, StripGeometry grid) {
        double x = Math.rint(grid.x(state.span(), day.from())) + 1;
        double w = Math.rint(grid.x(state.span(), day.until())) - x;
        double y = grid.dayTop();
        double h = grid.dayHeight();
        var colour = day.colour();
        if (w < 2) {
            return;
        }
        if (colour == null) {
            pen.fill(x, y, w, h, RADIUS, pen.colour("subtle"));
            pen.hatch(x, y, w, h, pen.faint("outline", 0.5));
            pen.edge(x, y, w, h, RADIUS, 1, pen.colour("outline"), 4, 3);
            pen.inside(x, y, w, h, 4, true, "fg", day.word());
        } else if (day.provisional()) {
            boolean white = colour == TempoColour.WHITE;
            var edge = pen.colour(white ? "tempo-white-edge" : token(colour));
            pen.fill(x, y, w, h, RADIUS, pen.colour("surface"));
            pen.edge(x, y, w, h, RADIUS, 2, edge, 5, 4);
            pen.inside(x, y, w, h, 10, true, "fg", day.word(), day.letter());
        } else {
            pen.fill(x, y, w, h, RADIUS, pen.colour(token(colour)));
            if (colour == TempoColour.WHITE) {
                pen.edge(x, y, w, h, RADIUS, 1.5, pen.colour("tempo-white-edge"));
            }
            pen.inside(x, y, w, h, 10, true, token(colour) + "-text", day.word(), day.letter());
        }
    }

    private static String token(TempoColour colour) {
        return switch (colour) {
            case BLUE -> "tempo-blue";
            case WHITE -> "tempo-white";
            case RED -> "tempo-red";
        };
    }

    private void price(Price price, StripState state, StripGeometry grid) {
        double x = Math.rint(grid.x(state.span(), price.from())) + 1;
        double w = Math.rint(grid.x(state.span(), price.until())) - x;
        double y = grid.tariffTop();
        double h = grid.tariffHeight();
        if (w < 2) {
            return;
        }
        pen.fill(x, y, w, h, RADIUS, pen.colour(price.peak() ? "track" : "subtle"));
        pen.edge(x, y, w, h, RADIUS, 1, pen.colour("hairline"));
        pen.inside(x, y, w, h, 6, false, "fg", price.word(), price.brief());
    }

    private void lane(
            Lane lane,
            int index,
            int place,
            StripState state,
            StripGeometry grid,
            boolean samples,
            @Nullable Block chosen) {
        double y = grid.laneTop(place);
        double h = grid.laneHeight();
        double room = grid.gutter() - 12 - (samples ? 32 : 0);
        rowName(pen.fitted(lane.name(), room, false), y + h / 2, "fg");
        if (samples) {
            sample(index, grid.gutter() - 38, y + h / 2, 28);
        }
        double from = grid.x(state.span(), state.now());
        if (lane.blocks().isEmpty()) {
            double w = grid.right() - from;
            pen.edge(from + 1, y, w - 1, h, RADIUS, 1, pen.colour("outline"), 2, 3);
            pen.inside(from, y, w, h, 10, false, "muted", lane.trouble(), Formats.UNKNOWN);
        }
        for (var block : lane.blocks()) {
            block(block, y, h, state, grid, block.equals(chosen));
        }
    }

    private void sample(int index, double x, double y, double length) {
        var canvas = pen.canvas;
        canvas.setStroke(pen.colour("fg"));
        canvas.setLineWidth(2);
        canvas.setLineDashes(StripPen.dashes(index));
        canvas.strokeLine(x, Math.rint(y), x + length, Math.rint(y));
        canvas.setLineDashes();
    }

    private void block(
            Block block, double y, double h, StripState state, StripGeometry grid, boolean chosen) {
        double x = Math.rint(grid.x(state.span(), block.from())) + 1;
        double w = Math.rint(grid.x(state.span(), block.until())) - x;
        if (w < 2) {
            return;
        }
        pen.fill(x, y, w, h, RADIUS, pen.colour("surface"));
        switch (block.kind()) {
            case CHARGE -> {
                pen.fill(x, y, w, h, RADIUS, pen.faint("charge", 0.34));
                pen.edge(x, y, w, h, RADIUS, 1, pen.colour("charge"));
            }
            case HOLD -> {
                pen.fill(x, y, w, h, RADIUS, pen.faint("house", 0.16));
                pen.edge(x, y, w, h, RADIUS, 1, pen.colour("house"), 4, 3);
            }
            case DELIVER -> {
                pen.fill(x, y, w, h, RADIUS, pen.faint("discharge", 0.3));
                pen.edge(x, y, w, h, RADIUS, 1, pen.colour("discharge"));
            }
            case MODE -> {
                pen.fill(x, y, w, h, RADIUS, pen.faint("accent", 0.08));
                pen.edge(x, y, w, h, RADIUS, 1, pen.colour("accent"));
            }
        }
        if (chosen) {
            pen.edge(x - 1, y - 1, w + 2, h + 2, RADIUS + 2, 2.5, pen.colour("fg"));
        }
        pen.inside(x, y, w, h, 8, chosen, "fg", block.word(), block.brief());
    }

    private void levels(StripState state, StripGeometry grid, int first) {
        double room = grid.y(0) - grid.y(100);
        for (int pct = 0; pct <= 100; pct += room < 2 * LEVEL_WORD ? 100 : 50) {
            double y = grid.y(pct);
            pen.horizontal(grid.gutter(), grid.right(), y, pen.colour("hairline"));
            if (pct > 0 || room >= LEVEL_WORD) {
                var word = formats.percentWithUnit((double) pct);
                pen.text(word, grid.gutter() - 8, y, TextAlignment.RIGHT, false, "muted");
            }
        }
        double from = grid.x(state.span(), state.now());
        var target = state.targetPct();
        if (target != null) {
            pen.horizontal(from, grid.right(), grid.y(target), pen.colour("charge"), 5, 3);
            var word = texts.get("level.target", formats.percentWithUnit(target.doubleValue()));
            if (!kiosk) {
                beside(word, grid.right() - 4, grid.y(target) + 10, TextAlignment.RIGHT);
            }
        }
        var reserve = state.reservePct();
        if (reserve != null) {
            pen.horizontal(from, grid.right(), grid.y(reserve), pen.colour("outline"), 2, 3);
            var word = texts.get("level.reserve", formats.percentWithUnit(reserve.doubleValue()));
            if (!kiosk) {
                double x = Math.max(grid.gutter() + (grid.right() - grid.gutter()) * 0.31, from);
                beside(word, x, grid.y(reserve) - 9, TextAlignment.RIGHT);
            }
        }
        for (int place = 0; place < grid.shown(); place++) {
            int index = first + place;
            lines(state.lanes().get(index), index, state, grid);
        }
    }

    private void beside(String word, double x, double y, TextAlignment align) {
        pen.text(word, x, y, align, false, "muted");
    }

    private void lines(Lane lane, int index, StripState state, StripGeometry grid) {
        var canvas = pen.canvas;
        canvas.setStroke(pen.colour("fg"));
        canvas.setLineWidth(2);
        canvas.setLineDashes(StripPen.dashes(index));
        for (var line : lane.levels()) {
            canvas.beginPath();
            for (int i = 0; i < line.size(); i++) {
                double x = grid.x(state.span(), line.get(i).at());
                double y = grid.y(line.get(i).pct());
                if (i == 0) {
                    canvas.moveTo(x, y);
                } else {
                    canvas.lineTo(x, y);
                }
            }
            canvas.stroke();
        }
        canvas.setLineDashes();
    }

    private void now(StripState state, StripGeometry grid) {
        double x = grid.x(state.span(), state.now());
        double end = state.lanes().isEmpty() ? grid.lanesTop() : grid.bottom();
        pen.vertical(x, grid.dayTop(), end, 2, pen.colour("fg"));
    }

    private void axis(List<AxisMarks.Mark> axis, StripState state, StripGeometry grid) {
        double middle = grid.bottom() + (kiosk ? 13 : 12);
        for (var mark : axis) {
            var word = formats.time(mark.at());
            double half = pen.width(word, false) / 2;
            double x = grid.x(state.span(), mark.at());
            double centre = Math.clamp(x, grid.gutter() + half, grid.right() - half);
            pen.text(word, centre, middle, TextAlignment.CENTER, false, "muted");
            if (!kiosk && mark.hour() == 6) {
                date(mark.at(), x, middle + 16, grid);
            }
        }
    }

    /** The day that begins at 06:00, where its whole name has room. */
    private void date(Instant at, double x, double middle, StripGeometry grid) {
        var word = words.day(at.atZone(zone()).toLocalDate(), "EEEE d MMM");
        double half = pen.width(word, true) / 2;
        if (x - half >= grid.gutter() && x + half <= grid.right()) {
            pen.text(word, x, middle, TextAlignment.CENTER, true, "fg");
        }
    }
}
