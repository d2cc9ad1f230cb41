package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.source.ShippedPrices;

/** Steps through nights and days minute by minute, does as the plan says, and checks each step. */
final class TriedHouse {
    private static final LocalTime FIRST = LocalTime.of(22, 5);
    private static final LocalTime LAST = LocalTime.of(5, 50);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    final List<TriedBattery> batteries = new ArrayList<>();
    final List<Morning> mornings = new ArrayList<>();
    int mostSendsANight;
    int plans;

    private final Strategy strategy;
    private final ToldColours colours;
    private final Tariff tariff;
    private final PlanningRules rules;
    private final int kva;
    private final @Nullable ToDoubleFunction<Instant> loadW;
    private boolean forgetful;
    private boolean habit;
    private HouseDays lastDays = HouseDays.UNKNOWN;
    private Runnable eachMinute = () -> {};
    private double leastRoom;
    private boolean allReachable;
    private boolean charging;
    private boolean possible;
    private double missingWh;
    private double nightHours;
    private double roomyHours;
    private double roomyWh;
    private double slowestHours;

    TriedHouse(
            Strategy strategy,
            ToldColours colours,
            PlanningRules rules,
            int kva,
            @Nullable ToDoubleFunction<Instant> loadW) {
        this.strategy = strategy;
        this.colours = colours;
        this.tariff = new Tariff(Scene.CLOCK, ShippedPrices.offer(TempoSettings.DEFAULT), colours);
        this.rules = rules;
        this.kva = kva;
        this.loadW = loadW;
    }

    /** As if the program were started anew each minute, without a memory. */
    TriedHouse forgetful() {
        forgetful = true;
        return this;
    }

    boolean isForgetful() {
        return forgetful;
    }

    /** Its last days are known, as the engine reads them. */
    TriedHouse knowsItsHabit() {
        habit = true;
        return this;
    }

    TriedHouse eachMinute(Runnable happening) {
        eachMinute = happening;
        return this;
    }

    void live(Instant from, Instant until) {
        var plan = planned(from, house(from));
        for (var at = from; at.isBefore(until); at = at.plusSeconds(60)) {
            colours.at(at);
            eachMinute.run();
            var local = Scene.CLOCK.local(at).toLocalTime();
            var house = house(at);
            if (isDue(at, local)) {
                plan = planned(at, house);
            }
            if (local.equals(FIRST)) {
                evening(at);
            }
            follow(plan, at, house);
            count(at, local, house);
            var end = at.plusSeconds(60);
            double each = dayModeW(local);
            batteries.forEach(battery -> battery.live(end, each));
        }
    }

    private HouseNow house(Instant at) {
        return new HouseNow(
                loadW == null ? null : loadW.applyAsDouble(at), kva, null, lastDays(at), 0);
    }

    private HouseDays lastDays(Instant at) {
        var load = loadW;
        if (habit
                && load != null
                && (lastDays.days().isEmpty() || at.getEpochSecond() % 3600 == 0)) {
            var netWh = new HashMap<Instant, Double>();
            var quarter = HouseDays.begin(Scene.CLOCK, at);
            for (; quarter.isBefore(at); quarter = quarter.plusSeconds(900)) {
                netWh.put(quarter, load.applyAsDouble(quarter) / 4);
            }
            lastDays = HouseDays.of(Scene.CLOCK, at, netWh);
        }
        return lastDays;
    }

    /** Each minute of a night that matters, at times otherwise. */
    private boolean isDue(Instant at, LocalTime local) {
        boolean night = inNight(local, LocalTime.of(21, 58), MORNING);
        return local.getMinute() % 30 == 0 || (night && (matters(at) || local.getMinute() == 5));
    }

    /** Whether each minute counts: a charge may run, or a colour come. */
    private boolean matters(Instant at) {
        var next = colours.day(Scene.CLOCK.dayOf(at).plusDays(1)).colour();
        return next == null || rules.chargeFor().contains(next);
    }

    private Plan planned(Instant at, HouseNow house) {
        var now = batteries.stream().map(battery -> battery.now(forgetful)).toList();
        var plan = strategy.plan(new Situation(at, Scene.CLOCK, tariff, now, house, rules));
        plans++;
        check(plan, house);
        return plan;
    }

    private void check(Plan plan, HouseNow house) {
        assertThat(plan.until()).isEqualTo(plan.at().plus(Duration.ofHours(36)));
        for (var battery : batteries) {
            var at = plan.at();
            for (var action : plan.actions()) {
                if (action.battery().equals(battery.id)) {
                    assertThat(action.from()).isEqualTo(at);
                    assertThat(action.until()).isAfter(at);
                    at = action.until();
                    check(action);
                }
            }
            assertThat(at).isEqualTo(plan.until());
        }
        for (int i = 1; i < plan.actions().size(); i++) {
            assertThat(plan.actions().get(i).from())
                    .isAfterOrEqualTo(plan.actions().get(i - 1).from());
        }
        for (var action : plan.actions()) {
            assertThat(action.reason().sentence(Locale.FRENCH, Scene.PARIS)).isNotBlank();
            if (action.charges()) {
                double room =
                        action.from().equals(plan.at())
                                ? house.room()
                                : house.room(Scene.CLOCK.local(action.from()).getHour());
                int sum = 0;
                for (var battery : batteries) {
                    sum += chargeW(plan, battery, action.from());
                }
                assertThat(sum).isLessThanOrEqualTo((int) Math.max(room, lostW()));
            }
        }
    }

    private int chargeW(Plan plan, TriedBattery battery, Instant at) {
        var power = plan.at(battery.id, at).orElseThrow().powerW();
        return power == null ? 0 : Math.max(0, -power);
    }

    private static void check(PlannedAction action) {
        var from = Scene.CLOCK.local(action.from());
        var until = Scene.CLOCK.local(action.until());
        if (action.mode() != OperatingMode.PASSIVE) {
            assertThat(action.powerW()).as("%s", action).isNull();
            return;
        }
        assertThat(inNight(from.toLocalTime(), FIRST, MORNING)).as("%s", action).isTrue();
        assertThat(until.toLocalTime().isAfter(FIRST) || !until.toLocalTime().isAfter(MORNING))
                .as("%s", action)
                .isTrue();
        assertThat(Duration.between(action.from(), action.until()))
                .as("%s", action)
                .isLessThanOrEqualTo(Duration.ofHours(9));
        assertThat(action.powerW()).as("%s", action).isLessThanOrEqualTo(0);
        if (action.charges()) {
            assertThat(inNight(from.toLocalTime(), FIRST, LAST)).as("%s", action).isTrue();
            assertThat(until.toLocalTime().isAfter(FIRST) || !until.toLocalTime().isAfter(LAST))
                    .as("%s", action)
                    .isTrue();
        }
    }

    private static boolean inNight(LocalTime time, LocalTime from, LocalTime until) {
        return !time.isBefore(from) || time.isBefore(until);
    }

    private void follow(Plan plan, Instant at, HouseNow house) {
        for (var battery : batteries) {
            battery.follow(plan.at(battery.id, at).orElseThrow(), at);
        }
        int lost = lostW();
        int told = batteries.stream().mapToInt(TriedBattery::chargingW).sum() - lost;
        if (told > 0) {
            // without a memory nobody knows what a lost battery was told
            assertThat(forgetful ? told : told + lost)
                    .as("%s", at)
                    .isLessThanOrEqualTo((int) house.room());
        }
    }

    /** What batteries that can't be told otherwise draw. */
    private int lostW() {
        return batteries.stream()
                .filter(battery -> !battery.reachable)
                .mapToInt(TriedBattery::chargingW)
                .sum();
    }

    private void count(Instant at, LocalTime local, HouseNow house) {
        boolean hp = !inNight(local, LocalTime.of(22, 0), MORNING);
        for (var battery : batteries) {
            var running = battery.running();
            if (running != null && battery.reachable) {
                assertThat(hp).as("%s passive in peak hours", at).isFalse();
                if (running.chargeW() > 0) {
                    assertThat(inNight(local, FIRST, LAST)).as("%s", at).isTrue();
                }
            }
        }
        leastRoom = Math.min(leastRoom, house.room());
        allReachable &= batteries.stream().allMatch(battery -> battery.reachable);
        if (!local.isBefore(FIRST) || local.isBefore(LAST)) {
            charging &= toBeCharged(at);
            if (house.room() >= 300 * batteries.size()) {
                roomyHours += 1 / 60.0;
                roomyWh += (house.room() - 100) / 60;
            }
        }
        if (local.equals(MORNING)) {
            morning(at);
        }
    }

    private boolean toBeCharged(Instant at) {
        var next = colours.day(Scene.CLOCK.dayOf(at).plusDays(1)).colour();
        return next != null && rules.chargeFor().contains(next);
    }

    private void evening(Instant at) {
        leastRoom = Double.MAX_VALUE;
        roomyHours = 0;
        roomyWh = 0;
        slowestHours = 0;
        allReachable = true;
        charging = true;
        missingWh = 0;
        possible = true;
        double hours =
                Duration.between(at, Scene.CLOCK.endOf(Scene.CLOCK.dayOf(at))).toMinutes() / 60.0
                        - 0.25;
        for (var battery : batteries) {
            battery.sends = 0;
            battery.misled = false;
            double missing = battery.missingWh(rules.targetSoc());
            double most =
                    rules.fasterIfNeeded()
                            ? battery.limitW
                            : Math.min(battery.limitW, rules.chargePowerW());
            possible &= missing <= 0.85 * most * hours;
            missingWh += missing;
            slowestHours = Math.max(slowestHours, missing / most);
        }
        nightHours = hours;
    }

    /** Whether the night that ends now left no excuse: known, all there, and enough room. */
    private boolean possible() {
        boolean undisturbed =
                charging && allReachable && batteries.stream().noneMatch(battery -> battery.misled);
        boolean foreseen =
                habit && slowestHours <= 0.75 * roomyHours && missingWh <= 0.75 * roomyWh;
        return undisturbed && (foreseen || anyway());
    }

    /** Whether there was room all night. */
    private boolean anyway() {
        double room = leastRoom - 100;
        return possible && room >= 200 * batteries.size() && missingWh <= 0.85 * room * nightHours;
    }

    private void morning(Instant at) {
        mostSendsANight =
                Math.max(
                        mostSendsANight,
                        batteries.stream().mapToInt(battery -> battery.sends).max().orElse(0));
        var today = colours.day(Scene.CLOCK.dayOf(at));
        var colour = today.colour();
        if (colour != null && rules.chargeFor().contains(colour)) {
            boolean met =
                    batteries.stream().allMatch(battery -> battery.charged(rules.targetSoc()));
            mornings.add(new Morning(today.date(), possible(), met, levels()));
        }
    }

    private List<Integer> levels() {
        return batteries.stream().map(battery -> (int) Math.round(battery.soc)).toList();
    }

    /**
     * How a day that was charged for began.
     *
     * @param possible whether the night left no excuse
     * @param met whether all batteries are at their target, or stopped by themselves
     */
    record Morning(LocalDate day, boolean possible, boolean met, List<Integer> levels) {}

    private double dayModeW(LocalTime local) {
        double house = local.getHour() >= 17 && local.getHour() < 22 ? 900 : 350;
        return house / batteries.size();
    }
}
