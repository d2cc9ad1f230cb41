package pilotempo.ui.history;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Quantity;
import pilotempo.history.BatterySeries;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.chart.Curve;
import pilotempo.ui.chart.EnergyBar;
import pilotempo.ui.chart.PeriodBefore;
import pilotempo.ui.chart.TariffBands;

/**
 * The sums of a period.
 *
 * @param deliveredWh Wh delivered; null when nothing is known
 * @param chargedWh Wh charged
 * @param redWh of what was delivered, on red days; null where there are no days
 */
record Totals(@Nullable Double deliveredWh, @Nullable Double chargedWh, @Nullable Double redWh) {
    private static final double MILLIS_OF_AN_HOUR = 3_600_000;

    static final Totals UNKNOWN = new Totals(null, null, null);

    /** The sum of bars. */
    static Totals of(List<EnergyBar> bars) {
        return bars.isEmpty()
                ? UNKNOWN
                : new Totals(
                        bars.stream().mapToDouble(EnergyBar::deliveredWh).sum(),
                        bars.stream().mapToDouble(EnergyBar::chargedWh).sum(),
                        bars.stream().mapToDouble(EnergyBar::redWh).sum());
    }

    /**
     * The sum of a range's buckets, or of raw readings, each of whose power holds until the next.
     */
    static Totals of(@Nullable Range range) {
        if (range == null) {
            return UNKNOWN;
        }
        return range.bucket().isZero()
                ? held(range)
                : new Totals(sum(range, true), sum(range, false), null);
    }

    private static Totals held(Range range) {
        double out = 0;
        double in = 0;
        boolean known = false;
        for (var series : range.series()) {
            var watts =
                    Curve.of(series, range.gapAfter(), Quantity.ONGRID_POWER_W, Quantity.POWER_W);
            for (int i = 0; i + 1 < watts.size(); i++) {
                long millis = watts.times()[i + 1] - watts.times()[i];
                if (millis <= watts.gapAfter()) {
                    double wh = watts.mean()[i] * millis / MILLIS_OF_AN_HOUR;
                    out += Math.max(0, wh);
                    in += Math.max(0, -wh);
                    known = true;
                }
            }
        }
        return known ? new Totals(out, in, null) : UNKNOWN;
    }

    /**
     * The sum of an earlier period, up to the time that it is now when the present one runs.
     *
     * @param question of which period
     * @param period how it stands beside the present one
     * @param before what was read of it
     */
    static Totals before(
            HistoryQuestion question,
            PeriodBefore period,
            HistoryQuestion.Period before,
            ColourBook colours) {
        if (!question.bars()) {
            return of(before.energy());
        }
        var zone = period.zone();
        var from = period.window().from().atZone(zone).toLocalDate();
        var until = period.window().to().minusMillis(1).atZone(zone).toLocalDate().plusDays(1);
        boolean runs = question.shown().holds(question.now());
        var running = TariffBands.dayOf(question.now(), zone).minus(period.amount(), period.unit());
        var end = runs && running.isBefore(until) ? running : until;
        var days = all(before.days()).stream().filter(day -> day.day().isBefore(end)).toList();
        var bars =
                from.isBefore(end) ? EnergyBar.of(days, colours, from, end) : List.<EnergyBar>of();
        return runs ? of(bars).plus(of(before.energy()), red(running, colours)) : of(bars);
    }

    private static boolean red(LocalDate day, ColourBook colours) {
        return colours.day(day).colour() == TempoColour.RED;
    }

    private Totals plus(Totals partOfDay, boolean red) {
        var more = partOfDay.deliveredWh;
        return new Totals(
                sum(deliveredWh, more),
                sum(chargedWh, partOfDay.chargedWh),
                red ? sum(redWh, more) : redWh == null && more != null ? (Double) 0.0 : redWh);
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : other == null ? one : (Double) (one + other);
    }

    private static @Nullable Double sum(Range range, boolean out) {
        double sum = 0;
        boolean known = false;
        for (BatterySeries series : range.series()) {
            for (double wh : out ? series.energyOutWh() : series.energyInWh()) {
                if (Double.isFinite(wh)) {
                    sum += wh;
                    known = true;
                }
            }
        }
        return known ? sum : null;
    }

    /** The days of all batteries together. */
    static List<DayEnergy> all(List<List<DayEnergy>> batteries) {
        if (batteries.size() == 1) {
            return batteries.getFirst();
        }
        var days = new TreeMap<LocalDate, DayEnergy>();
        batteries.stream()
                .flatMap(List::stream)
                .forEach(day -> days.merge(day.day(), day, Totals::sum));
        return List.copyOf(days.values());
    }

    private static DayEnergy sum(DayEnergy one, DayEnergy other) {
        return new DayEnergy(
                one.day(), sum(one.inWh(), other.inWh()), sum(one.outWh(), other.outWh()));
    }

    /** What is unknown counts as nothing beside what is known. */
    private static double sum(double one, double other) {
        return Double.isNaN(one) ? other : Double.isNaN(other) ? one : one + other;
    }
}
