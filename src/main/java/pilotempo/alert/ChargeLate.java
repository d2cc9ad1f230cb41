package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;

/**
 * The charge for a dear day is late or has failed: looked at 23:00, 02:00 and 05:15 of the night.
 * What was found late is looked at all the time, until it is on its way again or the night ends.
 */
final class ChargeLate implements Rule {
    private static final LocalTime DONE = LocalTime.of(5, 50);
    private static final List<LocalTime> CHECKS =
            List.of(LocalTime.of(23, 0), LocalTime.of(2, 0), LocalTime.of(5, 15));
    private static final double NEARLY_PCT = 1;

    /** Design §6: a BMS that stops from here on is full. */
    private static final double FULL_FROM_PCT = 92;

    /** What of the energy taken is stored. */
    private static final double STORED = 0.92;

    /** A charge that was told so long ago should be seen in the power. */
    private static final Duration SHOULD_RUN = Duration.ofMinutes(10);

    private static final double RUNS_SHARE = 0.3;

    private final Map<String, Instant> judged = new HashMap<>();
    private Instant nothingToJudge = Instant.MIN;

    @Override
    public AlertKind kind() {
        return AlertKind.CHARGE_LATE;
    }

    @Override
    public boolean waitsForPlan() {
        return true;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan().plan();
        if (plan.isEmpty()
                || !look.world().plan().acts()
                || look.dearTomorrow().isEmpty()
                || !look.inNight()) {
            judged.clear();
            nothingToJudge = look.now();
            return List.of();
        }
        return look.eachBattery(
                kind(), (battery, lasts) -> verdict(battery, lasts, plan.get(), look));
    }

    private Sighting.Verdict verdict(BatteryState battery, boolean lasts, Plan plan, Look look) {
        if (!lasts && !checkDue(battery, look)) {
            return new Sighting.Fine();
        }
        if (look.stillStarting(battery)) {
            return new Sighting.Unclear();
        }
        judged.put(battery.id(), look.now());
        return verdict(battery, plan, look);
    }

    /** Whether a time to look has come since it was judged, or since there is anything to judge. */
    private boolean checkDue(BatteryState battery, Look look) {
        var since = judged.getOrDefault(battery.id(), nothingToJudge);
        return CHECKS.stream()
                .map(time -> look.clock().at(dateOf(time, look.today()), time))
                .anyMatch(check -> check.isAfter(since) && !check.isAfter(look.now()));
    }

    private static LocalDate dateOf(LocalTime time, LocalDate tempoDay) {
        return time.isBefore(LocalTime.NOON) ? tempoDay.plusDays(1) : tempoDay;
    }

    private static Sighting.Verdict verdict(BatteryState battery, Plan plan, Look look) {
        var soc = battery.now(Quantity.SOC_PCT, look.now());
        double target = look.settings().planning().targetSoc();
        var standing = look.standing(battery);
        if (soc != null && soc >= target - NEARLY_PCT) {
            return new Sighting.Fine();
        }
        if (soc == null || standing == Standing.AWAY) {
            return wrong("away", soc, target);
        }
        var orders = OrdersTonight.of(battery, look);
        return switch (standing) {
            case TAKEN_OVER -> inHands(battery, soc, target, look);
            case UNABLE -> wrong("unable", soc, target);
            case REVERSED -> wrong("reversed", soc, target);
            case DROPPING -> wrong("dropped", soc, target);
            case FAILING -> failed(orders, soc, target);
            case IDLE, FOLLOWS, COMMANDED, AWAY ->
                    orders.failed() > 0
                            ? failed(orders, soc, target)
                            : underWay(battery, soc, target, plan, look);
        };
    }

    /** A person's own charge may do; what another message of the night told is not told again. */
    private static Sighting.Verdict inHands(
            BatteryState battery, double soc, double target, Look look) {
        var power = battery.now(Quantity.POWER_W, look.now());
        boolean charged = power != null && arrives(battery, soc, target, -power, look);
        return charged || isTold(battery, look) ? new Sighting.Fine() : wrong("hands", soc, target);
    }

    private static boolean isTold(BatteryState battery, Look look) {
        var foreign =
                new Sighting.Key(
                        AlertKind.MODE_FOREIGN.word(), new Arg.Battery(battery.id()).kept());
        if (look.episode()
                .apply(foreign)
                .filter(mode -> mode.urgent() && !mode.raisedAt().isBefore(look.night()))
                .isPresent()) {
            return true;
        }
        var quiet = QuietHours.of(look.settings().notifications().quietHours(), look.zone());
        var day = new Arg.Day(look.world().tariff().tomorrow().date());
        return look.episode()
                .apply(new Sighting.Key(AlertKind.DAY_AHEAD.word(), day.kept()))
                .filter(eve -> eve.urgent() || !quiet.at(eve.raisedAt()))
                .filter(eve -> !eve.raisedAt().isBefore(look.night()))
                .filter(
                        eve ->
                                eve.args().stream()
                                        .map(Arg::of)
                                        .anyMatch(
                                                arg ->
                                                        arg instanceof Arg.Levels(var hands)
                                                                && hands.containsKey(battery.id())))
                .isPresent();
    }

    private static Sighting.Verdict underWay(
            BatteryState battery, double soc, double target, Plan plan, Look look) {
        var charges = charges(battery, plan, look.now());
        if (charges.isEmpty()) {
            // The plan is done with it below the target: its BMS calls it full, or nobody planned.
            return soc >= FULL_FROM_PCT ? new Sighting.Fine() : wrong("late", soc, target);
        }
        if (soc < FULL_FROM_PCT && idle(battery, charges.getFirst(), look.now())) {
            return failed(OrdersTonight.NONE, soc, target);
        }
        return reaches(battery, soc, target, charges, look)
                ? new Sighting.Fine()
                : wrong("late", soc, target);
    }

    private static boolean reaches(
            BatteryState battery,
            double soc,
            double target,
            List<PlannedAction> charges,
            Look look) {
        var expected = charges.getLast().socUntilPct();
        if (expected != null && expected < target - NEARLY_PCT) {
            return false;
        }
        int most = look.settings().planning().chargePower().orElse(Integer.MAX_VALUE);
        return arrives(battery, soc, target, most, look);
    }

    /** Whether a charging power, W, does until the night ends. */
    private static boolean arrives(
            BatteryState battery, double soc, double target, double watts, Look look) {
        var rated = battery.latest(Quantity.RATED_WH);
        if (rated == null) {
            return watts > 0;
        }
        var end = look.clock().at(look.today().plusDays(1), DONE);
        double hours = Math.max(0, Duration.between(look.now(), end).toSeconds() / 3600.0);
        double missing = (target - NEARLY_PCT - soc) / 100 * rated.value() / STORED;
        return missing <= watts * hours;
    }

    private static boolean idle(BatteryState battery, PlannedAction charge, Instant now) {
        var power = battery.now(Quantity.POWER_W, now);
        var planned = charge.powerW();
        return power != null
                && planned != null
                && charge.runsAt(now)
                && Duration.between(charge.from(), now).compareTo(SHOULD_RUN) >= 0
                && power > RUNS_SHARE * planned;
    }

    private static List<PlannedAction> charges(BatteryState battery, Plan plan, Instant now) {
        return plan.actions().stream()
                .filter(action -> action.battery().equals(battery.id()))
                .filter(PlannedAction::charges)
                .filter(action -> action.until().isAfter(now))
                .toList();
    }

    private static Sighting.Verdict failed(OrdersTonight orders, double soc, double target) {
        var last = orders.last();
        return wrong(
                "failed",
                soc,
                target,
                Arg.count(orders.failed()),
                last == null ? new Arg.Text("—") : new Arg.Moment(last));
    }

    private static Sighting.Verdict wrong(
            String variant, @Nullable Double soc, double target, Arg... more) {
        var args = new ArrayList<Arg>();
        args.add(new Arg.Variant(variant));
        args.add(Arg.percent(soc));
        args.add(Arg.percent(target));
        args.addAll(List.of(more));
        return new Sighting.Wrong(true, args);
    }
}
