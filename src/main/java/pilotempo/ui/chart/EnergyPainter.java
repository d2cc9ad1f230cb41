package pilotempo.ui.chart;

import java.time.LocalDate;
import javafx.scene.text.TextAlignment;

/** Energy bars: delivered above zero in the Tempo colours, charged below. */
final class EnergyPainter {
    private static final double SMALLEST_WH = 1_000;

    /** Narrower than so many pixels a dashed outline is a thicket. */
    private static final double NARROW = 40;

    private final Pen pen;

    EnergyPainter(Pen pen) {
        this.pen = pen;
    }

    void paint(Lane.Energy lane, Box box, PixelScale time) {
        double delivered = SMALLEST_WH;
        double charged = 0;
        for (var bar : lane.bars()) {
            delivered = Math.max(delivered, bar.deliveredWh());
            charged = Math.max(charged, bar.chargedWh());
        }
        for (var bar : lane.before()) {
            delivered = Math.max(delivered, bar.deliveredWh());
            charged = Math.max(charged, bar.chargedWh());
        }
        boolean labels = !lane.bars().isEmpty() && labelsFit(lane, time);
        double room = labels ? pen.line() + 2 : 4;
        PixelScale value;
        if (labels) {
            value = new PixelScale(-charged, delivered, box.bottom() - 2, box.top() + room);
            pen.text("kWh", box.left() - 8, value.pixel(delivered), TextAlignment.RIGHT, "muted");
        } else {
            double air = (delivered + charged) * 0.04;
            value = new PixelScale(-charged - air, delivered + air, box.bottom(), box.top());
            grid(value, box);
        }
        for (var bar : lane.bars()) {
            paint(bar, box, value, time);
        }
        for (var bar : lane.before()) {
            outline(bar, box, value, time);
        }
        if (labels) {
            lane.bars().forEach(bar -> label(bar, lane, box, value, time));
        }
        pen.horizontal(box.left(), box.right(), value.pixel(0), "outline");
    }

    private void grid(PixelScale value, Box box) {
        var ticks =
                ValueTicks.spaced(
                        value.low() / 1000, value.high() / 1000, box.height(), pen.apart());
        for (int i = 0; i < ticks.count(); i++) {
            double tick = ticks.tick(i);
            double y = value.pixel(tick * 1000);
            pen.horizontal(box.left(), box.right(), y, "hairline");
            var text = pen.formats.number(Math.abs(tick), ticks.step() < 1 ? 1 : 0);
            boolean zero = tick == 0;
            pen.text(zero ? "0 kWh" : text, box.left() - 8, y, TextAlignment.RIGHT, "muted");
        }
    }

    private boolean labelsFit(Lane.Energy lane, PixelScale time) {
        return lane.bars().stream()
                .allMatch(
                        bar -> pen.boldWidth(label(bar)) + 6 <= right(bar, time) - left(bar, time));
    }

    private String label(EnergyBar bar) {
        return pen.formats.number(bar.deliveredWh() / 1000, 1);
    }

    private void paint(EnergyBar bar, Box box, PixelScale value, PixelScale time) {
        double cell = right(bar, time) - left(bar, time);
        double width = width(bar, cell);
        double x = Math.rint((left(bar, time) + right(bar, time) - width) / 2);
        if (x + width < box.left() || x > box.right()) {
            return;
        }
        double shownLeft = Math.max(x, box.left());
        double shownRight = Math.min(x + width, box.right());
        double base = 0;
        base = part(bar.redWh(), base, shownLeft, shownRight, value, "tempo-red");
        base = part(bar.whiteWh(), base, shownLeft, shownRight, value, "tempo-white");
        base = part(bar.blueWh(), base, shownLeft, shownRight, value, "tempo-blue");
        part(bar.unknownWh(), base, shownLeft, shownRight, value, "");
        double zero = value.pixel(0);
        pen.canvas.setFill(pen.faint("charge", 0.55));
        pen.canvas.fillRect(
                shownLeft, zero, shownRight - shownLeft, value.pixel(-bar.chargedWh()) - zero);
    }

    /** Above the bar, and above the outline around it. */
    private void label(
            EnergyBar bar, Lane.Energy lane, Box box, PixelScale value, PixelScale time) {
        double middle = (left(bar, time) + right(bar, time)) / 2;
        if (middle >= box.left() && middle <= box.right()) {
            double top = bar.deliveredWh();
            for (var earlier : lane.before()) {
                if (earlier.from().equals(bar.from())) {
                    top = Math.max(top, earlier.deliveredWh());
                }
            }
            double y = value.pixel(top) - pen.line() / 2 - 2;
            pen.boldText(label(bar), middle, y, TextAlignment.CENTER, "fg");
        }
    }

    /** The period before: an empty bar, a little wider, dashed as its curves are. */
    private void outline(EnergyBar bar, Box box, PixelScale value, PixelScale time) {
        double cell = right(bar, time) - left(bar, time);
        boolean narrow = cell < NARROW;
        double width = width(bar, cell) + (narrow ? 0 : Math.min(8, cell * 0.12));
        double middle = (left(bar, time) + right(bar, time)) / 2;
        double left = Math.max(box.left(), Math.floor(middle - width / 2)) + 0.5;
        double right = Math.min(box.right(), Math.floor(middle + width / 2)) - 0.5;
        if (right <= left) {
            return;
        }
        double top = Math.floor(value.pixel(bar.deliveredWh())) + 0.5;
        double bottom = Math.floor(value.pixel(-bar.chargedWh())) + 0.5;
        var canvas = pen.canvas;
        canvas.setStroke(narrow ? pen.faint("muted", 0.7) : pen.colour("muted"));
        canvas.setLineWidth(narrow ? 1 : 1.25);
        if (!narrow) {
            canvas.setLineDashes(5, 4);
        }
        canvas.strokeRect(left, top, right - left, Math.max(1, bottom - top));
        canvas.setLineDashes();
    }

    private static double width(EnergyBar bar, double cell) {
        return Math.max(2, Math.min(64, cell * (bar.oneDay() ? 0.62 : 0.76)));
    }

    /** One colour of the stack; the new top in Wh. */
    private double part(
            double wh, double base, double left, double right, PixelScale value, String token) {
        if (wh <= 0) {
            return base;
        }
        double top = value.pixel(base + wh);
        double height = value.pixel(base) - top;
        var canvas = pen.canvas;
        if (token.isEmpty()) {
            pen.hatch(new Box(left, top, right - left, height), "subtle");
            edge(left, top, right - left, height, "outline", 1);
        } else {
            canvas.setFill(pen.colour(token));
            canvas.fillRect(left, top, right - left, height);
            if (token.equals("tempo-white")) {
                edge(left, top, right - left, height, "tempo-white-edge", 1.5);
            }
        }
        return base + wh;
    }

    private void edge(
            double left, double top, double width, double height, String token, double line) {
        if (width > 3 && height > 2) {
            pen.canvas.setStroke(pen.colour(token));
            pen.canvas.setLineWidth(line);
            double inset = line / 2;
            pen.canvas.strokeRect(left + inset, top + inset, width - line, height - line);
        }
    }

    private double left(EnergyBar bar, PixelScale time) {
        return pixel(bar.from(), time);
    }

    private double right(EnergyBar bar, PixelScale time) {
        return pixel(bar.until(), time);
    }

    private double pixel(LocalDate date, PixelScale time) {
        return time.pixel(date.atStartOfDay(pen.zone()).toInstant().toEpochMilli());
    }
}
