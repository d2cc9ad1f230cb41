package pilotempo.alert;

import java.util.List;

/** On the eve of a day that is charged for: the plan rests into its night. */
final class PlanPaused implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.PLAN_PAUSED;
    }

    @Override
    public boolean waitsForPlan() {
        return true;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan();
        var tomorrow = look.dearTomorrow().orElse(null);
        var colour = tomorrow == null ? null : tomorrow.colour();
        if (!plan.paused() || tomorrow == null || colour == null || !look.eve()) {
            return look.house(kind(), _ -> false, false);
        }
        return look.house(
                kind(),
                _ -> look.pausedIntoNight(),
                true,
                new Arg.Day(tomorrow.date()),
                new Arg.Colour(colour),
                new Arg.Variant(look.inNight() ? "night" : "eve"));
    }
}
