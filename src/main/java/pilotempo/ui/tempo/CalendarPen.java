package pilotempo.ui.tempo;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Palette;
import pilotempo.ui.tempo.SeasonState.Cell;

/** Draws a season's calendar. The kiosk's cells are for the eye: only red has its letter there. */
record CalendarPen(Palette palette, boolean kiosk) {
    /** Narrower columns have a number every five days only. */
    private static final double NUMBERS_FROM = 20;

    /** Narrower cells have no room for more than a letter. */
    private static final double WORDS_FROM = 23;

    private static final double RADIUS = 6;

    void draw(GraphicsContext g, CalendarGrid grid, SeasonState season) {
        g.clearRect(0, 0, grid.width(), grid.height());
        dayNumbers(g, grid);
        for (var row = 0; row < season.months().size(); row++) {
            var month = season.months().get(row);
            g.setTextAlign(TextAlignment.LEFT);
            g.setTextBaseline(VPos.CENTER);
            g.setFont(font(month.current() ? "IBM Plex Sans SemiBold" : "IBM Plex Sans", axis()));
            g.setFill(palette.get(month.current() ? "fg" : "muted"));
            g.fillText(month.name(), 0, grid.y(row) + grid.rowHeight() / 2);
            for (var column = 0; column < month.days().size(); column++) {
                cell(g, grid, row, column, month.days().get(column));
            }
        }
    }

    /** Marks the day that is being read. */
    void mark(GraphicsContext g, CalendarGrid grid, CalendarGrid.Spot spot) {
        ring(g, grid, spot.row(), spot.column(), "accent");
    }

    private void dayNumbers(GraphicsContext g, CalendarGrid grid) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font("IBM Plex Sans", axis()));
        g.setFill(palette.get("muted"));
        for (var day = 1; day <= CalendarGrid.DAYS; day++) {
            boolean all = !kiosk && grid.columnWidth() >= NUMBERS_FROM;
            if (all || day == 1 || day % 5 == 0) {
                var x = grid.x(day - 1) + grid.columnWidth() / 2;
                g.fillText(Integer.toString(day), x, grid.top() / 2);
            }
        }
    }

    private void cell(GraphicsContext g, CalendarGrid grid, int row, int column, Cell cell) {
        var gap = gap();
        var x = Math.rint(grid.x(column)) + gap / 2;
        var y = Math.rint(grid.y(row)) + gap / 2;
        var width = Math.rint(grid.x(column + 1)) - Math.rint(grid.x(column)) - gap;
        var height = Math.rint(grid.y(row + 1)) - Math.rint(grid.y(row)) - gap;
        switch (cell.look()) {
            case SURE -> {
                fill(g, x, y, width, height, fillOf(cell));
                if (cell.colour() == TempoColour.WHITE) {
                    edge(g, x, y, width, height, palette.get("tempo-white-edge"), 1.5);
                }
            }
            case PROVISIONAL -> {
                g.setLineDashes(4, 3);
                edge(g, x, y, width, height, edgeOf(cell), 1.5);
                g.setLineDashes();
            }
            case RULE -> edge(g, x, y, width, height, edgeOf(cell), 1.5);
            case AWAITED -> {
                fill(g, x, y, width, height, palette.get("subtle"));
                edge(g, x, y, width, height, palette.get("hairline"), 1);
            }
            case MISSING -> hatch(g, x, y, width, height);
        }
        if (cell.letter().length() == 1 || width >= WORDS_FROM) {
            letter(g, x + width / 2, y + height / 2, cell);
        }
        if (cell.today()) {
            ring(g, grid, row, column, "fg");
        }
    }

    private void letter(GraphicsContext g, double x, double y, Cell cell) {
        if (cell.letter().isEmpty() || (kiosk && cell.colour() != TempoColour.RED)) {
            return;
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(font("IBM Plex Sans SemiBold", cell.letter().length() > 1 ? 11 : 12));
        g.setFill(
                switch (cell.look()) {
                    case SURE -> textOf(cell);
                    case RULE -> palette.get("muted");
                    case PROVISIONAL, AWAITED, MISSING -> palette.get("fg");
                });
        g.fillText(cell.letter(), x, y);
    }

    private void hatch(GraphicsContext g, double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setStroke(palette.get("outline"));
        g.setLineWidth(1);
        for (var offset = -height; offset < width; offset += 5) {
            g.strokeLine(x + offset, y + height, x + offset + height, y);
        }
        g.restore();
        edge(g, x, y, width, height, palette.get("hairline"), 1);
    }

    private void ring(GraphicsContext g, CalendarGrid grid, int row, int column, String token) {
        g.setStroke(palette.get(token));
        g.setLineWidth(2);
        g.strokeRoundRect(
                Math.rint(grid.x(column)) - 0.5,
                Math.rint(grid.y(row)) - 0.5,
                grid.columnWidth() + 1,
                grid.rowHeight() + 1,
                RADIUS + 6,
                RADIUS + 6);
    }

    private static void fill(
            GraphicsContext g, double x, double y, double width, double height, Color colour) {
        g.setFill(colour);
        g.fillRoundRect(x, y, width, height, RADIUS, RADIUS);
    }

    private static void edge(
            GraphicsContext g,
            double x,
            double y,
            double width,
            double height,
            Color colour,
            double line) {
        g.setStroke(colour);
        g.setLineWidth(line);
        g.strokeRoundRect(x + line / 2, y + line / 2, width - line, height - line, RADIUS, RADIUS);
    }

    private Color fillOf(Cell cell) {
        return switch (cell.colour()) {
            case null -> palette.get("subtle");
            case BLUE -> palette.get("tempo-blue");
            case WHITE -> palette.get("tempo-white");
            case RED -> palette.get("tempo-red");
        };
    }

    private Color edgeOf(Cell cell) {
        return cell.colour() == TempoColour.WHITE ? palette.get("tempo-white-edge") : fillOf(cell);
    }

    private Color textOf(Cell cell) {
        return switch (cell.colour()) {
            case null -> palette.get("fg");
            case BLUE -> palette.get("tempo-blue-text");
            case WHITE -> palette.get("tempo-white-text");
            case RED -> palette.get("tempo-red-text");
        };
    }

    private double axis() {
        return kiosk ? 16 : 12;
    }

    private double gap() {
        return kiosk ? 3 : 4;
    }

    private static Font font(String family, double size) {
        return Font.font(family, size);
    }
}
