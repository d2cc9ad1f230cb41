package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.BatteryNow.Running;

/**
 * A fleet that does what a strategy says, through a past stretch. It plans again whenever an action
 * ends, and each quarter of an hour while a battery charges. Confined.
 */
final class Follower {
    private final Strategy strategy;
    private final BacktestSetup setup;
    private final ModelFleet fleet;
    private final Map<String, Running> running = new HashMap<>();
    private @Nullable Plan plan;
    private Instant planAgain = Instant.MIN;
    private final Map<Instant, Double> lived = new HashMap<>();
    private HouseDays lastDays = HouseDays.UNKNOWN;
    private Instant lastDaysOf = Instant.MIN;

    Follower(Strategy strategy, BacktestSetup setup) {
        this.strategy = strategy;
        this.setup = setup;
        this.fleet = new ModelFleet(setup.batteries());
    }

    /** Lives through a quarter and tells what the grid gave, Wh. */
    double live(PastDay.Quarter quarter) {
        lived.merge(
                PastDay.quarterOf(quarter.begin()), quarter.netW() * quarter.hours(), Double::sum);
        double sum = 0;
        var at = quarter.begin();
        while (at.isBefore(quarter.end())) {
            var now = current(at, quarter.netW());
            var end = planAgain.isBefore(quarter.end()) ? planAgain : quarter.end();
            double hours = Duration.between(at, end).toMillis() / 3_600_000.0;
            sum += live(now, at, quarter.netW(), hours) * hours;
            at = end;
        }
        return sum;
    }

    /** What happened since is not known: what was planned does not hold. */
    void gap() {
        planAgain = Instant.MIN;
        running.clear();
    }

    /** What the batteries hold, Wh. */
    double storedWh() {
        return fleet.batteries().stream().mapToDouble(ModelBattery::storedWh).sum();
    }

    /** Whether all are at the target, to a per cent. */
    boolean ready() {
        return !fleet.batteries().isEmpty()
                && fleet.batteries().stream()
                        .allMatch(battery -> battery.socPct() >= setup.rules().targetSoc() - 1);
    }

    private double live(Plan now, Instant at, double netW, double hours) {
        var following = new ArrayList<ModelBattery>();
        double meterW = netW;
        for (var battery : fleet.batteries()) {
            var action = now.at(battery.kind().id(), at).orElse(null);
            if (action == null || action.mode() != OperatingMode.PASSIVE) {
                following.add(battery);
                running.remove(battery.kind().id());
            } else {
                meterW += obey(battery, action, at, hours);
            }
        }
        return ModelFleet.follow(following, meterW, hours);
    }

    /** What a charge draws, W. */
    private double obey(ModelBattery battery, PlannedAction action, Instant at, double hours) {
        int wanted = Objects.requireNonNullElse(action.powerW(), 0);
        var id = battery.kind().id();
        var before = running.get(id);
        if (before == null || before.powerW() != wanted) {
            running.put(id, new Running(wanted, at));
        }
        if (wanted >= 0) {
            return 0;
        }
        double power = Math.min(-wanted, battery.mostInW(hours, upTo(action)));
        battery.run(-power, hours);
        return power;
    }

    private static double upTo(PlannedAction action) {
        return Objects.requireNonNullElse(action.targetSocPct(), 100);
    }

    private Plan current(Instant at, double netW) {
        var now = plan;
        if (now == null || !at.isBefore(planAgain)) {
            now = strategy.plan(situation(at, netW));
            plan = now;
            planAgain = planAgain(now, at);
        }
        return now;
    }

    private static Instant planAgain(Plan plan, Instant at) {
        var next = plan.until();
        boolean charges = false;
        for (var action : plan.actions()) {
            if (action.runsAt(at)) {
                next = action.until().isBefore(next) ? action.until() : next;
                charges |= action.charges();
            }
        }
        long step = charges ? 900 : 3600;
        var soon = Instant.ofEpochSecond((at.getEpochSecond() / step + 1) * step);
        return soon.isBefore(next) ? soon : next;
    }

    private Situation situation(Instant at, double netW) {
        return new Situation(
                at,
                setup.clock(),
                setup.tariff(),
                batteries(),
                new HouseNow(
                        netW,
                        setup.subscribedKva(),
                        null,
                        lastDays(at),
                        setup.exportPrice().doubleValue()),
                setup.rules());
    }

    private HouseDays lastDays(Instant at) {
        var begin = HouseDays.begin(setup.clock(), at);
        if (!begin.equals(lastDaysOf)) {
            lived.keySet().removeIf(quarter -> quarter.isBefore(begin));
            lastDays = HouseDays.of(setup.clock(), at, lived);
            lastDaysOf = begin;
        }
        return lastDays;
    }

    private List<BatteryNow> batteries() {
        return fleet.batteries().stream().map(this::now).toList();
    }

    private BatteryNow now(ModelBattery battery) {
        var kind = battery.kind();
        return new BatteryNow(
                kind.id(),
                true,
                true,
                battery.socPct(),
                kind.capacityWh(),
                battery.full() || battery.socPct() >= setup.rules().targetSoc() - 1e-6,
                kind.chargeW(),
                OperatingMode.AUTO,
                running.get(kind.id()));
    }
}
