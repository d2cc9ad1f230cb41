package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a night would come to, in money, if the day after it were like one of the last days: the
 * batteries taken as one, hour by hour, from a moment of the night until the next day's peak hours
 * end. What is left then is worth what it saves in the night after.
 *
 * @param tonight EUR/kWh
 * @param peak the next day's, EUR/kWh
 * @param after of the night after it, EUR/kWh
 */
record NightTrial(
        Situation situation,
        Night night,
        List<Pack> packs,
        Instant from,
        double tonight,
        double peak,
        double after) {
    /** For less nothing is begun. */
    private static final double BEGIN_EUR = 0.002;

    private static final double NOTHING_EUR = 0.001;

    private static final double MORE_SUN = 1.25;

    /** Null where a price, a level, a capacity or the house's days are not known. */
    static @Nullable NightTrial of(
            Situation situation, Night night, List<Pack> packs, Instant from) {
        var tonight = night.price();
        var peak = night.peakPrice();
        var after = night.priceAfter();
        boolean known =
                packs.stream()
                        .allMatch(
                                pack ->
                                        pack.socPct() != null
                                                && pack.battery().capacityWh() != null);
        if (tonight == null
                || peak == null
                || after == null
                || !known
                || !situation.house().lastDays().tell()) {
            return null;
        }
        return new NightTrial(
                situation,
                night,
                packs,
                from,
                tonight.doubleValue(),
                peak.doubleValue(),
                after.doubleValue());
    }

    /** What a night can be for the batteries. */
    enum Way {
        STAY,
        HOLD,
        CHARGE
    }

    /**
     * Whether one way is better than another: on average of the last days, and on none of them
     * worse. What runs already goes on while it is no worse.
     */
    boolean pays(Way way, Way than, boolean runs) {
        var gains = gains(way, than);
        double mean = gains.stream().mapToDouble(gain -> gain).average().orElse(0);
        double least = gains.stream().mapToDouble(gain -> gain).min().orElse(0);
        return mean > (runs ? -NOTHING_EUR : BEGIN_EUR) && least > -NOTHING_EUR;
    }

    /** By how much one way is better than another, EUR, day by day. */
    private List<Double> gains(Way way, Way than) {
        return situation.house().lastDays().days().stream()
                .map(day -> cost(than, day) - cost(way, day))
                .toList();
    }

    private double cost(Way way, List<Double> netW) {
        var battery = new TrialBattery(packs);
        double charged = way == Way.CHARGE ? battery.charge(situation.rules().targetSoc()) : 0;
        double eur = charged * tonight;
        var until = night.peakUntil();
        for (var at = from; at.isBefore(until); ) {
            var end = sooner(nextHour(at), until);
            double hours = Duration.between(at, end).toMillis() / 3_600_000.0;
            double net = sunnier(netW.get(situation.clock().local(at).getHour()));
            boolean dark = at.isBefore(night.until());
            double meterW = dark && way != Way.STAY ? net : battery.follow(net, hours);
            eur += meterW * hours * price(meterW, dark);
            at = end;
        }
        return (eur - battery.deliverableWh() * after) / 1000;
    }

    /** What spills costs four times what is won: more may be left over than on any of the days. */
    private static double sunnier(double netW) {
        return netW < 0 ? netW * MORE_SUN : netW;
    }

    private double price(double meterW, boolean dark) {
        return meterW < 0 ? situation.house().exportEurPerKwh() : dark ? tonight : peak;
    }

    private static Instant nextHour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
