package pilotempo.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.live.FleetSnapshot;

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

    /** Up to here curves are drawn, beyond it energy and level. */
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
     * The answer.
     *
     * @param range the curves
     * @param energy the same window in quarters of an hour, whose buckets have energies; used where
     *     there are no bars
     * @param days energy by Tempo day: one list for the total, else one a battery
     * @param first instant of the first reading
     */
    record Answer(Range range, Range energy, List<List<DayEnergy>> days, Instant first) {}

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

    /** Reads it all. Waits. */
    Answer ask(Engine engine) throws InterruptedException {
        var window = shown.window();
        var macs = batteries.stream().map(Battery::mac).toList();
        var range =
                engine.range(
                        new RangeQuery(macs, window.from(), window.to(), QUANTITIES, MOST_POINTS));
        var first = engine.firstReading();
        if (!bars()) {
            var quarters =
                    new RangeQuery(macs, window.from(), window.to(), QUANTITIES, QUARTERS_OF_A_DAY);
            return new Answer(range, engine.range(quarters), List.of(), first);
        }
        var zone = engine.zone();
        var from = window.from().atZone(zone).toLocalDate();
        var last = window.to().minusMillis(1).atZone(zone).toLocalDate();
        var days = new ArrayList<List<DayEnergy>>();
        if (shown.perBattery() && !curves()) {
            for (var mac : macs) {
                days.add(engine.dayEnergy(List.of(mac), from, last));
            }
        } else {
            days.add(engine.dayEnergy(macs, from, last));
        }
        return new Answer(range, range, days, first);
    }

    boolean bars() {
        return shown.window().length().compareTo(MOST_DAY) > 0;
    }

    boolean curves() {
        return shown.window().length().compareTo(MOST_CURVES) <= 0;
    }
}
