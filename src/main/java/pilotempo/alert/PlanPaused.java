package pilotempo.alert;

import java.time.LocalTime;
import java.util.List;

/** On the eve of a day that is charged for: the plan rests into its night. */
final class PlanPaused implements Rule {
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    @Override
    public AlertKind kind() {
        return AlertKind.PLAN_PAUSED;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan();
        var tomorrow = look.dearTomorrow().orElse(null);
        var colour = tomorrow == null ? null : tomorrow.colour();
        if (!plan.paused() || tomorrow == null || colour == null || !look.eve()) {
            return look.house(kind(), _ -> false, false);
        }
        var until = plan.pausedUntil();
        boolean overNight = until == null || until.isAfter(look.clock().at(look.today(), NIGHT));
        return look.house(
                kind(), _ -> overNight, true, new Arg.Day(tomorrow.date()), new Arg.Colour(colour));
    }
}
