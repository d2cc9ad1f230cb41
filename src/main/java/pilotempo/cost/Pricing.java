package pilotempo.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.cost.CostReport.Line;
import pilotempo.history.EnergyBucket;
import pilotempo.history.HouseQuarter;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TariffView.Stretch;
import pilotempo.tempo.TempoPeriod;

/**
 * Ledger × price, by the stretches of one day, period and price. Those begin and end with quarters
 * of an hour, so that no quarter has two prices; most often with hours. Pure.
 *
 * @param tariff colours, hours and prices
 * @param exportPrice EUR a kWh of surplus sold
 */
record Pricing(Tariff tariff, BigDecimal exportPrice) {
    /** Whether no hour (of UTC) in {@code [from, to)} has two prices. */
    boolean hourly(Instant from, Instant to) {
        return wholeHour(from)
                && wholeHour(to)
                && tariff.stretches(from, to).stream()
                        .allMatch(stretch -> wholeHour(stretch.until()));
    }

    private static boolean wholeHour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).equals(at);
    }

    /**
     * The Tempo days of which the quarters tell anything, in order.
     *
     * @param ledger of {@code [from, to)}, in order
     * @param energy of {@code [from, to)}, in order; by quarters, or by hours where {@link #hourly}
     */
    List<DayLine> days(
            Instant from, Instant to, List<HouseQuarter> ledger, List<EnergyBucket> energy) {
        var days = new LinkedHashMap<LocalDate, DayLine>();
        var house = ledger.listIterator();
        var fleet = energy.listIterator();
        for (var stretch : tariff.stretches(from, to)) {
            var quarters = upTo(stretch, house, HouseQuarter::begin);
            var energies = upTo(stretch, fleet, EnergyBucket::begin);
            if (!quarters.isEmpty() || !energies.isEmpty()) {
                add(days, stretch, sums(quarters, energies, stretch.eurPerKwh()));
            }
        }
        return days.values().stream()
                .map(Pricing::withoutColourNoMoney)
                .map(Pricing::rounded)
                .toList();
    }

    private static void add(Map<LocalDate, DayLine> days, Stretch stretch, Sums sums) {
        var line =
                stretch.period() == TempoPeriod.HP
                        ? new Line(sums, sums, Sums.NOTHING)
                        : new Line(sums, Sums.NOTHING, sums);
        var day = stretch.day();
        days.merge(
                day.date(),
                new DayLine(day.date(), day.colour(), line),
                (old, more) -> new DayLine(old.day(), old.colour(), old.line().plus(more.line())));
    }

    private Sums sums(
            List<HouseQuarter> quarters,
            List<EnergyBucket> energies,
            @Nullable BigDecimal eurPerKwh) {
        double in = energies.stream().mapToDouble(EnergyBucket::inWh).sum();
        double out = energies.stream().mapToDouble(EnergyBucket::outWh).sum();
        if (eurPerKwh == null) {
            return new Sums(in, out, null, null, null);
        }
        double avoided = quarters.stream().mapToDouble(HouseQuarter::importAvoidedWh).sum();
        double added = quarters.stream().mapToDouble(HouseQuarter::importAddedWh).sum();
        double gained = quarters.stream().mapToDouble(HouseQuarter::exportGainedWh).sum();
        double lost = quarters.stream().mapToDouble(HouseQuarter::exportLostWh).sum();
        var charge = eur(added, eurPerKwh).add(eur(lost, exportPrice));
        var avoids = eur(avoided, eurPerKwh).add(eur(gained, exportPrice));
        return new Sums(in, out, charge, avoids, avoids.subtract(charge));
    }

    /** The price of a period without data is no reason to tell money of such a day. */
    private static DayLine withoutColourNoMoney(DayLine day) {
        var line = day.line();
        return day.colour() != null
                ? day
                : new DayLine(
                        day.day(),
                        null,
                        new Line(
                                line.all().unpriced(), line.hp().unpriced(), line.hc().unpriced()));
    }

    /** A day's peak and off-peak money is what is rounded, once; all else is a sum of that. */
    private static DayLine rounded(DayLine day) {
        var hp = day.line().hp().rounded();
        var hc = day.line().hc().rounded();
        return new DayLine(day.day(), day.colour(), new Line(hp.plus(hc), hp, hc));
    }

    private static BigDecimal eur(double wh, BigDecimal eurPerKwh) {
        return BigDecimal.valueOf(wh).movePointLeft(3).multiply(eurPerKwh);
    }

    private interface Begin<T> {
        Instant of(T quarter);
    }

    private static <T> List<T> upTo(Stretch stretch, ListIterator<T> all, Begin<T> begin) {
        var taken = new ArrayList<T>();
        while (all.hasNext()) {
            var next = all.next();
            if (!begin.of(next).isBefore(stretch.until())) {
                all.previous();
                break;
            }
            taken.add(next);
        }
        return taken;
    }
}
