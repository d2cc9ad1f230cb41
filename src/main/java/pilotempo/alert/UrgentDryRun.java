package pilotempo.alert;

import java.util.List;

/** The trial day would let a day that matters pass: told at once, not only at 17:00. */
final class UrgentDryRun implements Rule {
    @Override
    public AlertKind kind() {
        return AlertKind.DRY_RUN_URGENT;
    }

    @Override
    public boolean waitsForPlan() {
        return true;
    }

    @Override
    public List<Sighting> look(Look look) {
        var plan = look.world().plan();
        var until = plan.dryRunUntil();
        return look.house(
                kind(),
                _ -> plan.urgentDryRun(),
                true,
                until == null ? new Arg.Text("—") : new Arg.Moment(until));
    }
}
