package pilotempo.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoPeriod;

/** Costs from the house ledger and the energy of the roll-ups. */
public final class LedgerCosts implements Costs {
    /** So many days' quarters are in memory at once. */
    private static final int DAYS_AT_ONCE = 92;

    private final History history;
    private final TempoClock clock;
    private final Tariff tariff;
    private final Pricing pricing;
    private final Supplier<FleetSnapshot> fleet;
    private final InstantSource now;

    /**
     * Reads nothing yet.
     *
     * @param exportPrice EUR a kWh of surplus sold
     * @param fleet the present
     */
    public LedgerCosts(
            History history,
            TempoClock clock,
            Tariff tariff,
            BigDecimal exportPrice,
            Supplier<FleetSnapshot> fleet,
            InstantSource now) {
        this.history = history;
        this.clock = clock;
        this.tariff = tariff;
        this.pricing = new Pricing(tariff, exportPrice);
        this.fleet = fleet;
        this.now = now;
    }

    @Override
    public CostReport report(CostQuery query) throws InterruptedException {
        var first = history.first();
        var last = last();
        if (first.isEmpty() || last.isEmpty()) {
            return Periods.report(List.of(), query.by());
        }
        var begin = later(clock.startOf(clock.dayOf(first.get())), query.from());
        var end = earlier(clock.endOf(clock.dayOf(last.get())), query.to());
        var days = new ArrayList<DayLine>();
        for (var from = begin; from.isBefore(end); ) {
            var to = earlier(clock.startOf(clock.dayOf(from).plusDays(DAYS_AT_ONCE)), end);
            days.addAll(
                    pricing.days(
                            from,
                            to,
                            history.houseLedger(from, to),
                            history.fleetEnergy(from, to, pricing.hourly(from, to))));
            from = to;
        }
        return Periods.report(days, query.by());
    }

    @Override
    public StoredEnergy stored() {
        var moment = now.instant();
        var leftOut = new ArrayList<String>();
        Double sum = null;
        for (var battery : fleet.get().batteries()) {
            var usable = Reserves.usableWh(battery, moment);
            if (usable == null) {
                leftOut.add(battery.id());
            } else {
                sum = (sum == null ? 0 : sum) + usable;
            }
        }
        var day = served(moment);
        var price = peakPrice(day);
        var worth =
                sum == null || price == null
                        ? null
                        : BigDecimal.valueOf(sum).movePointLeft(3).multiply(price);
        return new StoredEnergy(sum, worth, day, leftOut);
    }

    /** Tomorrow, unless peak hours that are dearer run now or tomorrow's price is unknown. */
    private LocalDate served(Instant moment) {
        var today = clock.dayOf(moment);
        var tomorrow = today.plusDays(1);
        boolean peakLeft =
                tariff.stretches(moment, clock.endOf(today)).stream()
                        .anyMatch(stretch -> stretch.period() == TempoPeriod.HP);
        var priceToday = peakLeft ? peakPrice(today) : null;
        var priceTomorrow = peakPrice(tomorrow);
        return priceToday != null
                        && (priceTomorrow == null || priceToday.compareTo(priceTomorrow) > 0)
                ? today
                : tomorrow;
    }

    private @Nullable BigDecimal peakPrice(LocalDate day) {
        return tariff.stretches(clock.startOf(day), clock.endOf(day)).stream()
                .filter(stretch -> stretch.period() == TempoPeriod.HP)
                .findFirst()
                .orElseThrow()
                .eurPerKwh();
    }

    private Optional<Instant> last() {
        return history.known().keySet().stream()
                .flatMap(battery -> history.newest(battery).stream())
                .map(Reading::at)
                .max(Instant::compareTo);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
