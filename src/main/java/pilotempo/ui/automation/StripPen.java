package pilotempo.ui.automation;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import pilotempo.ui.component.Palette;

/** Boxes, lines and words of this package's canvases, in the theme's colours. FX thread. */
final class StripPen {
    private static final double[][] DASHES = {
        {},
        {8, 4},
        {2, 3},
        {10, 3, 2, 3},
        {14, 4},
        {5, 3},
        {10, 3, 2, 3, 2, 3},
        {2, 6},
        {18, 3, 5, 3},
        {5, 2, 5, 6}
    };

    final GraphicsContext canvas;
    private final Palette palette;
    private final double size;
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private Font plain = Font.getDefault();
    private Font bold = Font.getDefault();

    StripPen(GraphicsContext canvas, Palette palette, boolean kiosk) {
        this.canvas = canvas;
        this.palette = palette;
        this.size = kiosk ? 16 : 12;
    }

    /** Clears; takes the faces, which the first style sheet loads. */
    void begin(double width, double height) {
        canvas.clearRect(0, 0, width, height);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineCap(StrokeLineCap.BUTT);
        if (!plain.getFamily().equals("IBM Plex Sans")) {
            plain = Font.font("IBM Plex Sans", size);
            bold = Font.font("IBM Plex Sans SemiBold", size);
            widths.clear();
        }
    }

    Color colour(String token) {
        return palette.get(token);
    }

    Color faint(String token, double opacity) {
        var full = palette.get(token);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), opacity);
    }

    /** The dash pattern of the so-maniest battery. */
    static double[] dashes(int index) {
        return DASHES[index % DASHES.length].clone();
    }

    double width(String text, boolean heavy) {
        return widths.computeIfAbsent(
                (heavy ? "b" : "p") + text,
                _ -> {
                    ruler.setFont(heavy ? bold : plain);
                    ruler.setText(text);
                    return ruler.getLayoutBounds().getWidth();
                });
    }

    void text(
            String text,
            double x,
            double middle,
            TextAlignment align,
            boolean heavy,
            String token) {
        canvas.setFont(heavy ? bold : plain);
        canvas.setTextAlign(align);
        canvas.setFill(colour(token));
        canvas.fillText(text, Math.rint(x), Math.rint(middle));
    }

    /** As much of a text as there is room for, with an ellipsis where that is not all. */
    String fitted(String text, double room, boolean heavy) {
        if (width(text, heavy) <= room) {
            return text;
        }
        for (int end = text.length() - 1; end > 0; end--) {
            var part = text.substring(0, end).stripTrailing() + "…";
            if (width(part, heavy) <= room) {
                return part;
            }
        }
        return "";
    }

    void fill(double x, double y, double w, double h, double radius, Color colour) {
        canvas.setFill(colour);
        canvas.fillRoundRect(x, y, w, h, radius, radius);
    }

    void edge(
            double x,
            double y,
            double w,
            double h,
            double radius,
            double line,
            Color colour,
            double... dashes) {
        canvas.setStroke(colour);
        canvas.setLineWidth(line);
        canvas.setLineDashes(dashes);
        canvas.strokeRoundRect(
                x + line / 2,
                y + line / 2,
                Math.max(0, w - line),
                Math.max(0, h - line),
                radius,
                radius);
        canvas.setLineDashes();
    }

    void vertical(double x, double top, double bottom, double line, Color colour) {
        canvas.setStroke(colour);
        canvas.setLineWidth(line);
        double crisp = Math.floor(x) + (line % 2 == 1 ? 0.5 : 0);
        canvas.strokeLine(crisp, top, crisp, bottom);
    }

    void horizontal(double left, double right, double y, Color colour, double... dashes) {
        canvas.setStroke(colour);
        canvas.setLineWidth(1);
        canvas.setLineDashes(dashes);
        double crisp = Math.floor(y) + 0.5;
        canvas.strokeLine(left, crisp, right, crisp);
        canvas.setLineDashes();
    }

    /** Diagonals: no data, not known, or over. */
    void hatch(double x, double y, double w, double h, Color colour) {
        canvas.setStroke(colour);
        canvas.setLineWidth(1);
        double step = 8;
        double right = x + w;
        double bottom = y + h;
        for (double sum = Math.ceil((x + y) / step) * step; sum < right + bottom; sum += step) {
            double startX = Math.max(x, sum - bottom);
            double endX = Math.min(right, sum - y);
            if (endX > startX) {
                canvas.strokeLine(startX, sum - startX, endX, sum - endX);
            }
        }
    }

    /** The widest of some words that a box has room for, in its middle; nothing where none fits. */
    void inside(
            double x,
            double y,
            double w,
            double h,
            double margin,
            boolean heavy,
            String token,
            String... widestFirst) {
        for (var word : widestFirst) {
            if (!word.isEmpty() && width(word, heavy) + margin <= w) {
                text(word, x + w / 2, y + h / 2, TextAlignment.CENTER, heavy, token);
                return;
            }
        }
    }
}
