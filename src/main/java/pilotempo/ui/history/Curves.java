package pilotempo.ui.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.history.Range;
import pilotempo.ui.chart.Curve;
import pilotempo.ui.chart.CurveSum;
import pilotempo.ui.chart.PeriodBefore;

/**
 * The curves of a period, one a battery in the question's order.
 *
 * @param powers in W
 * @param levels in %
 */
record Curves(List<Curve> powers, List<Curve> levels) {
    /** None, for so many batteries. */
    static Curves none(int batteries) {
        var empty = java.util.Collections.nCopies(batteries, Curve.EMPTY);
        return new Curves(empty, empty);
    }

    static Curves of(Range range) {
        var powers = new ArrayList<Curve>();
        var levels = new ArrayList<Curve>();
        for (var series : range.series()) {
            powers.add(
                    Curve.of(series, range.gapAfter(), Quantity.POWER_W, Quantity.ONGRID_POWER_W));
            levels.add(Curve.of(series, range.gapAfter(), Quantity.SOC_PCT));
        }
        return new Curves(powers, levels);
    }

    /** Of an earlier period, moved to where they stand beside the present one. */
    static Curves before(
            HistoryQuestion.@Nullable Period earlier,
            @Nullable PeriodBefore period,
            int batteries) {
        if (earlier == null || period == null) {
            return none(batteries);
        }
        var old = of(earlier.range());
        return new Curves(
                old.powers.stream().map(period::present).toList(),
                old.levels.stream().map(period::present).toList());
    }

    Curve power() {
        return CurveSum.power(powers);
    }

    /** The mean level, by capacity. */
    Curve level(List<HistoryQuestion.Battery> batteries) {
        var weights = batteries.stream().mapToDouble(HistoryQuestion.Battery::weight).toArray();
        return CurveSum.level(levels, weights);
    }

    boolean isEmpty() {
        return powers.stream().allMatch(Curve::isEmpty) && levels.stream().allMatch(Curve::isEmpty);
    }
}
