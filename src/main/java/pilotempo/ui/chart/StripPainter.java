package pilotempo.ui.chart;

import java.time.Duration;
import javafx.scene.text.TextAlignment;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

/** The Tempo strip: a block from 06:00 to 06:00 in the day's colour, with its word or letter. */
final class StripPainter {
    private final Pen pen;

    StripPainter(Pen pen) {
        this.pen = pen;
    }

    void paint(ChartModel model, ChartLayout layout) {
        var strip = layout.strip();
        for (var day : model.days()) {
            double begin = pixel(day, layout, 0);
            double end = pixel(day, layout, 1);
            double left = Math.max(strip.left(), begin + 1);
            double right = Math.min(strip.right(), end - 1);
            if (right - left >= 1 && !later(day, model)) {
                block(day, new Box(left, strip.top(), right - left, strip.height()));
            }
        }
    }

    /** Nobody can know yet: a day that begins more than a day from now. */
    private boolean later(DayColour day, ChartModel model) {
        var begin = TariffBands.begin(day.date(), pen.zone());
        return day.colour() == null && begin.isAfter(model.now().plus(Duration.ofDays(1)));
    }

    private double pixel(DayColour day, ChartLayout layout, int later) {
        var instant = TariffBands.begin(day.date().plusDays(later), pen.zone());
        return Math.rint(layout.time().pixel(instant.toEpochMilli()));
    }

    private void block(DayColour day, Box box) {
        var colour = day.colour();
        double radius = box.width() > 12 ? 8 : 2;
        var canvas = pen.canvas;
        boolean provisional = day.status() == DayColour.Status.PROVISIONAL;
        if (colour == null) {
            pen.hatch(box, "subtle");
            edge(box, "outline", 1, 0);
            word("—", "", box, "muted");
            return;
        }
        canvas.setFill(pen.colour(provisional ? "surface" : token(colour)));
        canvas.fillRoundRect(box.left(), box.top(), box.width(), box.height(), radius, radius);
        var word = pen.words.colour(colour);
        var letter = pen.words.letter(colour);
        if (provisional) {
            canvas.setLineDashes(4, 3);
            edge(box, colour == TempoColour.WHITE ? "tempo-white-edge" : token(colour), 2, radius);
            canvas.setLineDashes();
            word(word + " ?", letter + " ?", box, "fg");
        } else {
            if (colour == TempoColour.WHITE) {
                edge(box, "tempo-white-edge", 1.5, radius);
            }
            word(word, letter, box, token(colour) + "-text");
        }
    }

    static String token(TempoColour colour) {
        return switch (colour) {
            case BLUE -> "tempo-blue";
            case WHITE -> "tempo-white";
            case RED -> "tempo-red";
        };
    }

    private void edge(Box box, String token, double line, double radius) {
        double inset = line / 2;
        if (box.width() > 2 * line) {
            pen.canvas.setStroke(pen.colour(token));
            pen.canvas.setLineWidth(line);
            pen.canvas.strokeRoundRect(
                    box.left() + inset,
                    box.top() + inset,
                    box.width() - line,
                    box.height() - line,
                    radius,
                    radius);
        }
    }

    private void word(String word, String letter, Box box, String token) {
        double middle = box.top() + box.height() / 2;
        double centre = box.left() + box.width() / 2;
        if (pen.boldWidth(word) + 8 <= box.width()) {
            pen.boldText(word, centre, middle, TextAlignment.CENTER, token);
        } else if (!letter.isEmpty() && pen.boldWidth(letter) + 2 <= box.width()) {
            pen.boldText(letter, centre, middle, TextAlignment.CENTER, token);
        }
    }
}
