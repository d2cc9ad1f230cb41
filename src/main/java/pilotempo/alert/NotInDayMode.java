package pilotempo.alert;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import pilotempo.automation.BatteryStanding;
import pilotempo.live.BatteryState;

/**
 * A battery is not in its day mode after 06:00. Minutes of grace, for it is written one battery
 * after the other; what somebody else set is left alone, and the kind's patience lets the plan see
 * that it was somebody else.
 */
final class NotInDayMode implements Rule {
    private static final Duration GRACE = Duration.ofMinutes(4);
    private static final Duration MORNING = Duration.ofHours(4);

    @Override
    public AlertKind kind() {
        return AlertKind.NOT_IN_DAY_MODE;
    }

    @Override
    public boolean waitsForPlan() {
        return true;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan();
        if (!plan.enabled() || plan.dryRun() || plan.clockDoubted() || plan.plan().isEmpty()) {
            return List.of();
        }
        var since = Duration.between(look.clock().startOf(look.today()), look.now());
        return look.eachBattery(
                kind(),
                (battery, lasts) ->
                        since.compareTo(GRACE) < 0 || (since.compareTo(MORNING) > 0 && !lasts)
                                ? new Sighting.Unclear()
                                : verdict(battery, look));
    }

    private static Sighting.Verdict verdict(BatteryState battery, Look look) {
        var plan = look.world().plan();
        var planned = plan.plan().flatMap(it -> it.at(battery.id(), look.now())).orElse(null);
        var mode = BatteryState.fresh(battery.mode(), look.now());
        if (planned == null || planned.powerW() != null || takenOver(battery, look)) {
            return new Sighting.Fine();
        }
        if (mode == null) {
            return new Sighting.Unclear();
        }
        return Objects.equals(mode, planned.mode())
                ? new Sighting.Fine()
                : new Sighting.Wrong(
                        true, List.of(new Arg.Mode(mode), new Arg.Mode(planned.mode())));
    }

    private static boolean takenOver(BatteryState battery, Look look) {
        return look.world().plan().batteries().stream()
                .anyMatch(
                        stands ->
                                stands.battery().equals(battery.id())
                                        && stands.standing()
                                                == BatteryStanding.Standing.TAKEN_OVER);
    }
}
