package pilotempo.ui.chart;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/** What all parts of a chart draw with: the theme's colours, the face, lines on whole pixels. */
final class Pen {
    final GraphicsContext canvas;
    final Formats formats;
    final Texts texts;
    final Words words;
    final boolean kiosk;
    private final Palette palette;
    private Font plain = Font.getDefault();
    private Font bold = Font.getDefault();
    private final Text ruler = new Text();
    private final Map<String, Double> widths = new HashMap<>();

    Pen(GraphicsContext canvas, Palette palette, Formats formats, Texts texts, boolean kiosk) {
        this.canvas = canvas;
        this.palette = palette;
        this.formats = formats;
        this.texts = texts;
        this.words = new Words(formats);
        this.kiosk = kiosk;
        canvas.setTextBaseline(VPos.CENTER);
    }

    /** Takes the faces, which the style sheets' first use loads, so not before a repaint. */
    void begin() {
        if (!plain.getFamily().equals("IBM Plex Sans")) {
            plain = Font.font("IBM Plex Sans", kiosk ? 16 : 12);
            bold = Font.font("IBM Plex Sans SemiBold", kiosk ? 16 : 12);
            widths.clear();
        }
    }

    ZoneId zone() {
        return formats.zone();
    }

    Color colour(String token) {
        return palette.get(token);
    }

    Color faint(String token, double opacity) {
        var full = palette.get(token);
        return new Color(full.getRed(), full.getGreen(), full.getBlue(), opacity);
    }

    /** Height of a line of text. */
    double line() {
        return kiosk ? 20 : 16;
    }

    /** Least distance of two value labels, middle to middle. */
    double apart() {
        return 1.6 * line();
    }

    double width(String text) {
        return width(text, plain, "p");
    }

    double boldWidth(String text) {
        return width(text, bold, "b");
    }

    private double width(String text, Font font, String key) {
        if (widths.size() > 2_000) {
            widths.clear();
        }
        return widths.computeIfAbsent(
                key + text,
                _ -> {
                    ruler.setFont(font);
                    ruler.setText(text);
                    return ruler.getLayoutBounds().getWidth();
                });
    }

    void text(String text, double x, double middle, TextAlignment align, String token) {
        write(text, x, middle, align, token, plain);
    }

    void boldText(String text, double x, double middle, TextAlignment align, String token) {
        write(text, x, middle, align, token, bold);
    }

    private void write(
            String text, double x, double middle, TextAlignment align, String token, Font font) {
        canvas.setFont(font);
        canvas.setTextAlign(align);
        canvas.setFill(colour(token));
        canvas.fillText(text, Math.rint(x), Math.rint(middle));
    }

    void horizontal(double left, double right, double y, String token) {
        canvas.setStroke(colour(token));
        canvas.setLineWidth(1);
        double crisp = Math.floor(y) + 0.5;
        canvas.strokeLine(left, crisp, right, crisp);
    }

    void vertical(double x, double top, double bottom, String token) {
        canvas.setStroke(colour(token));
        canvas.setLineWidth(1);
        double crisp = Math.floor(x) + 0.5;
        canvas.strokeLine(crisp, top, crisp, bottom);
    }

    /**
     * Draws within a rectangle only, until {@code canvas.restore()}. On whole pixels: any other
     * clip makes the software pipeline blend the whole canvas with a mask at every stroke.
     */
    void clip(double left, double top, double right, double bottom) {
        canvas.save();
        canvas.beginPath();
        double x = Math.rint(left);
        double y = Math.rint(top);
        canvas.rect(x, y, Math.rint(right) - x, Math.rint(bottom) - y);
        canvas.clip();
    }

    /** Diagonal lines, as for "no data" and "colour unknown". */
    void hatch(Box box, String ground) {
        canvas.setFill(colour(ground));
        canvas.fillRect(box.left(), box.top(), box.width(), box.height());
        canvas.setStroke(faint("outline", 0.55));
        canvas.setLineWidth(1);
        double step = 8;
        double first = Math.ceil((box.left() + box.top()) / step) * step;
        for (double sum = first; sum < box.right() + box.bottom(); sum += step) {
            double startX = Math.max(box.left(), sum - box.bottom());
            double endX = Math.min(box.right(), sum - box.top());
            if (endX > startX) {
                canvas.strokeLine(startX, sum - startX, endX, sum - endX);
            }
        }
    }
}
