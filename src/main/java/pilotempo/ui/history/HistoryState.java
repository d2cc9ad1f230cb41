package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.history.Range;
import pilotempo.history.Step;
import pilotempo.ui.chart.ChartModel;
import pilotempo.ui.chart.Comparison;
import pilotempo.ui.chart.Lane;
import pilotempo.ui.chart.PeriodBefore;
import pilotempo.ui.chart.TariffBands;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/**
 * What the view shows of a window.
 *
 * @param chart for the chart
 * @param totals the window's sums
 * @param before the sums of the period before; null when it is not compared
 * @param coverage share of the window so far of which data is known, 0 to 1, mean of the batteries
 * @param step how finely it was read
 * @param rows how many rows an export of it has, about
 * @param first instant of the first reading of all
 * @param empty whether nothing at all is known of the window
 */
record HistoryState(
        ChartModel chart,
        Totals totals,
        @Nullable Totals before,
        double coverage,
        Step step,
        long rows,
        Instant first,
        boolean empty) {
    /** From an answer; pure but for reading colours and prices that are in memory. */
    static HistoryState of(
            HistoryQuestion question, HistoryQuestion.Answer answer, UiContext context) {
        var engine = context.engine();
        var zone = engine.zone();
        var period = question.shown().before(zone).orElse(null);
        var range = answer.present().range();
        var curves = Curves.of(range);
        var made =
                new LaneMaker(
                        question, answer, curves, period, engine.colours(), zone, context.kiosk());
        boolean empty =
                curves.isEmpty() && answer.present().days().stream().allMatch(List::isEmpty);
        var totals =
                question.bars() ? Totals.of(made.bars()) : Totals.of(answer.present().energy());
        var earlier = answer.before();
        return new HistoryState(
                chart(question, range, made, period, context),
                empty ? Totals.UNKNOWN : totals,
                earlier == null || period == null
                        ? null
                        : Totals.before(question, period, earlier, engine.colours()),
                coverage(question, curves, answer.first()),
                range.step(),
                rows(range),
                answer.first(),
                empty);
    }

    private static ChartModel chart(
            HistoryQuestion question,
            Range range,
            LaneMaker made,
            @Nullable PeriodBefore period,
            UiContext context) {
        var engine = context.engine();
        var zone = engine.zone();
        var shown = question.shown();
        var window = shown.window();
        var colours = engine.colours();
        boolean curves = question.curves();
        var lanes = made.lanes();
        return new ChartModel(
                window.from(),
                window.to(),
                window.from(),
                window.to(),
                question.now(),
                curves ? TariffBands.days(colours, window.from(), window.to(), zone) : List.of(),
                curves
                        ? TariffBands.stretches(
                                engine.tariff(),
                                colours,
                                engine.prices(),
                                window.from(),
                                window.to(),
                                zone)
                        : List.of(),
                !question.bars(),
                lanes,
                note(
                        range,
                        lanes,
                        context.texts("pilotempo.ui.history.History"),
                        context.formats()),
                period == null
                        ? null
                        : new Comparison(period, shown.title(period.window(), context.formats())));
    }

    private static double coverage(HistoryQuestion question, Curves curves, Instant first) {
        var window = question.shown().window();
        var from = first.isAfter(window.from()) ? first : window.from();
        var until = window.to().isAfter(question.now()) ? question.now() : window.to();
        double sum = 0;
        for (int i = 0; i < curves.powers().size(); i++) {
            var power = curves.powers().get(i);
            var told = power.isEmpty() ? curves.levels().get(i) : power;
            sum += told.coverage(from, until);
        }
        return curves.powers().isEmpty() ? 0 : sum / curves.powers().size();
    }

    private static long rows(Range range) {
        long points = range.series().stream().mapToLong(series -> series.times().length).sum();
        var each = range.step().nominal();
        return each.isZero() ? points : points * Math.max(1, range.bucket().dividedBy(each));
    }

    private static String note(Range range, List<Lane> lanes, Texts texts, Formats formats) {
        var bucket = range.bucket();
        if (lanes.stream().allMatch(Lane.Energy.class::isInstance)) {
            return "";
        }
        if (bucket.isZero()) {
            return texts.get("note.raw");
        }
        return bucket.compareTo(Duration.ofDays(1)) >= 0
                ? texts.get("note.days", bucket.toDays())
                : texts.get("note.band", formats.duration(bucket));
    }
}
