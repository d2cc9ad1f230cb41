package pilotempo.ui.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The time axis: grid lines and labels that never touch.
 *
 * @param lines pixels of the grid lines
 * @param labels in order of place
 */
record TimeTicks(List<Double> lines, List<Label> labels) {
    private static final int MOST_POINTS = 9;
    private static final int MOST_CELLS = 12;
    private static final double APART = 14;

    /**
     * A text centred on a pixel.
     *
     * @param date the day, month or week it stands for; the day of its instant for a clock time
     */
    record Label(double centre, String text, LocalDate date) {}

    /**
     * Ticks for the window that a scale maps.
     *
     * @param time maps epoch milliseconds to pixels
     * @param width of a text in pixels
     */
    static TimeTicks of(
            PixelScale time, ZoneId zone, Locale locale, ToDoubleFunction<String> width) {
        var from = Instant.ofEpochMilli((long) time.low());
        var to = Instant.ofEpochMilli((long) time.high());
        for (var step : TimeStep.ALL) {
            double apart =
                    step.nominal() / (time.high() - time.low()) * (time.atHigh() - time.atLow());
            if (apart < 16) {
                continue;
            }
            var ticks = step.between(from, to, zone);
            var labels = labels(step, ticks, time, zone, locale, width);
            int most = inCells(step) ? MOST_CELLS : MOST_POINTS;
            if (labels.size() <= most && fit(labels, width)) {
                return new TimeTicks(lines(ticks, time), labels);
            }
        }
        return new TimeTicks(List.of(), List.of());
    }

    /** Whether a label stands for the whole stretch up to the next tick, as a day's name does. */
    private static boolean inCells(TimeStep step) {
        return step.every() == 1
                && Stream.of(ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS)
                        .anyMatch(step.unit()::equals);
    }

    private static List<Double> lines(List<Instant> ticks, PixelScale time) {
        return ticks.stream().map(tick -> time.pixel(tick.toEpochMilli())).toList();
    }

    private static List<Label> labels(
            TimeStep step,
            List<Instant> ticks,
            PixelScale time,
            ZoneId zone,
            Locale locale,
            ToDoubleFunction<String> width) {
        var format = DateTimeFormatter.ofPattern(pattern(step), locale);
        var labels = new ArrayList<Label>();
        if (!inCells(step)) {
            for (var tick : ticks) {
                var local = tick.atZone(zone);
                boolean end =
                        step.unit().isTimeBased()
                                && tick.toEpochMilli() == (long) time.high()
                                && local.toLocalTime().toSecondOfDay() == 0;
                var text = end ? "24:00" : format.format(local);
                double most = time.atHigh() - width.applyAsDouble(text) / 2;
                double centre = Math.min(time.pixel(tick.toEpochMilli()), most);
                labels.add(new Label(centre, text, local.toLocalDate()));
            }
            return labels;
        }
        var edges = new ArrayList<>(ticks);
        var begin = Instant.ofEpochMilli((long) time.low());
        var end = Instant.ofEpochMilli((long) time.high());
        if (edges.isEmpty() || edges.getFirst().isAfter(begin)) {
            edges.addFirst(begin);
        }
        if (edges.getLast().isBefore(end)) {
            edges.addLast(end);
        }
        for (int i = 0; i + 1 < edges.size(); i++) {
            double left = time.pixel(edges.get(i).toEpochMilli());
            double right = time.pixel(edges.get(i + 1).toEpochMilli());
            var local = edges.get(i).atZone(zone);
            var text = format.format(local);
            boolean part = edges.get(i).equals(begin) || edges.get(i + 1).equals(end);
            if (!part || width.applyAsDouble(text) <= right - left) {
                labels.add(new Label((left + right) / 2, text, local.toLocalDate()));
            }
        }
        return labels;
    }

    private static String pattern(TimeStep step) {
        return switch (step.unit()) {
            case MINUTES, HOURS -> "HH:mm";
            case DAYS -> step.every() == 1 ? "EEE d" : "d MMM";
            case WEEKS -> "d MMM";
            case MONTHS -> step.every() == 1 ? "MMM" : "MMM uuuu";
            default -> "uuuu";
        };
    }

    private static boolean fit(List<Label> labels, ToDoubleFunction<String> width) {
        for (int i = 1; i < labels.size(); i++) {
            var left = labels.get(i - 1);
            var right = labels.get(i);
            double free =
                    right.centre()
                            - left.centre()
                            - (width.applyAsDouble(left.text()) + width.applyAsDouble(right.text()))
                                    / 2;
            if (free < APART) {
                return false;
            }
        }
        return true;
    }
}
