package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.live.FleetSnapshot;
import pilotempo.ui.chart.ChartWindow;
import pilotempo.ui.chart.PeriodBefore;
import pilotempo.ui.chart.TariffBands;

/**
 * What has to be read for a view.
 *
 * @param shown the window
 * @param batteries whose
 * @param now the moment of asking
 */
record HistoryQuestion(Shown shown, List<Battery> batteries, Instant now) {
    private static final int MOST_POINTS = 1_500;
    private static final int QUARTERS_OF_A_DAY = 100;

    /** Up to here curves come first, beyond it energy does. */
    static final Duration MOST_CURVES = Duration.ofDays(62).plusHours(1);

    /** Up to here there are no bars, and HC hours are shaded. */
    static final Duration MOST_DAY = Duration.ofHours(36);

    private static final Set<Quantity> QUANTITIES =
            EnumSet.of(Quantity.POWER_W, Quantity.ONGRID_POWER_W, Quantity.SOC_PCT);

    /**
     * A battery that may have a past.
     *
     * @param weight its capacity in Wh, or 1 for all while one is not known
     */
    record Battery(Mac mac, String id, String name, double weight) {}

    /**
     * What was read of one period.
     *
     * @param range the curves
     * @param energy in quarters of an hour, whose buckets have energies: where there are no bars
     *     the whole period's, of an earlier one the last day's up to the time that it is now; else
     *     null
     * @param days energy by Tempo day: one list for the total, else one a battery
     */
    record Period(Range range, @Nullable Range energy, List<List<DayEnergy>> days) {}

    /**
     * The answer.
     *
     * @param before the period before; null when it is not compared
     * @param first instant of the first reading
     */
    record Answer(Period present, @Nullable Period before, Instant first) {}

    /** All batteries whose identity is known, in the settings' order. */
    static List<Battery> batteries(FleetSnapshot fleet) {
        boolean weighted =
                fleet.batteries().stream().allMatch(one -> one.latest(Quantity.RATED_WH) != null);
        var batteries = new ArrayList<Battery>();
        for (var state : fleet.batteries()) {
            var mac = state.mac();
            var rated = state.latest(Quantity.RATED_WH);
            if (mac != null) {
                double weight = weighted && rated != null && rated.value() > 0 ? rated.value() : 1;
                batteries.add(new Battery(mac, state.id(), state.name(), weight));
            }
        }
        return batteries;
    }

    /** Those of a fleet that a look shows; all when it shows none. */
    static List<Battery> batteries(FleetSnapshot fleet, Look look) {
        var all = batteries(fleet);
        var some = all.stream().filter(one -> look.shows(one.mac())).toList();
        return some.isEmpty() ? all : some;
    }

    /** Reads it all. Waits; interrupting it ends it. */
    Answer ask(Engine engine) throws InterruptedException {
        var zone = engine.zone();
        var window = shown.window();
        var wholeDay = bars() ? null : window;
        var present = read(engine, window, wholeDay);
        var earlier = shown.before(zone);
        var before =
                earlier.isEmpty()
                        ? null
                        : read(
                                engine,
                                earlier.get().window(),
                                bars()
                                        ? runningDay(earlier.get())
                                        : untilNow(earlier.get().window(), earlier.get()));
        return new Answer(present, before, engine.firstReading());
    }

    private Period read(Engine engine, ChartWindow window, @Nullable ChartWindow quarters)
            throws InterruptedException {
        var range = engine.range(query(window, QUANTITIES, MOST_POINTS));
        var energy =
                quarters == null
                        ? null
                        : engine.range(query(quarters, QUANTITIES, QUARTERS_OF_A_DAY));
        return new Period(range, energy, bars() ? days(engine, window) : List.of());
    }

    private RangeQuery query(ChartWindow window, Set<Quantity> quantities, int most) {
        return new RangeQuery(macs(), window.from(), window.to(), quantities, most);
    }

    private List<List<DayEnergy>> days(Engine engine, ChartWindow window)
            throws InterruptedException {
        var zone = engine.zone();
        var from = window.from().atZone(zone).toLocalDate();
        var last = window.to().minusMillis(1).atZone(zone).toLocalDate();
        var days = new ArrayList<List<DayEnergy>>();
        if (shown.look().perBattery() && !curves()) {
            for (var mac : macs()) {
                days.add(engine.dayEnergy(List.of(mac), from, last));
            }
        } else {
            days.add(engine.dayEnergy(macs(), from, last));
        }
        return days;
    }

    private List<Mac> macs() {
        return batteries.stream().map(Battery::mac).toList();
    }

    /** The part of an earlier window that has passed so far in the present one. */
    private @Nullable ChartWindow untilNow(ChartWindow earlier, PeriodBefore period) {
        var now = shown.holds(this.now) ? period.back(this.now) : earlier.to();
        var end = now.isBefore(earlier.to()) ? now : earlier.to();
        return end.isAfter(earlier.from()) ? new ChartWindow(earlier.from(), end) : null;
    }

    /** The day that stands beside the running Tempo day, up to the time that it is now. */
    private @Nullable ChartWindow runningDay(PeriodBefore period) {
        if (!shown.holds(now)) {
            return null;
        }
        var day = TariffBands.dayOf(now, period.zone()).minus(period.amount(), period.unit());
        var begin = TariffBands.begin(day, period.zone());
        return untilNow(new ChartWindow(begin, period.window().to()), period);
    }

    boolean bars() {
        return shown.window().length().compareTo(MOST_DAY) > 0;
    }

    boolean curves() {
        return shown.window().length().compareTo(MOST_CURVES) <= 0;
    }
}
