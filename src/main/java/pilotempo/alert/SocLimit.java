package pilotempo.alert;

import java.util.List;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/**
 * A battery below {@code alerts.soc-low}, or at {@code alerts.soc-full} and above; over 5 % on the
 * other side. Off unless that is set.
 */
enum SocLimit implements Rule {
    LOW(AlertKind.SOC_LOW),
    FULL(AlertKind.SOC_FULL);

    private static final double HYSTERESIS = 5;

    private final AlertKind kind;

    SocLimit(AlertKind kind) {
        this.kind = kind;
    }

    @Override
    public AlertKind kind() {
        return kind;
    }

    @Override
    public List<Sighting> look(Look look) {
        var set = look.settings().notifications();
        var limit = this == LOW ? set.socLow() : set.socFull();
        return limit.isEmpty()
                ? List.of()
                : look.eachBattery(
                        kind, (battery, lasts) -> verdict(battery, lasts, limit.get(), look));
    }

    private Sighting.Verdict verdict(BatteryState battery, boolean lasts, double limit, Look look) {
        var soc = battery.now(Quantity.SOC_PCT, look.now());
        if (soc == null) {
            return new Sighting.Unclear();
        }
        double margin = lasts ? HYSTERESIS : 0;
        boolean beyond = this == LOW ? soc < limit + margin : soc >= limit - margin;
        return beyond
                ? new Sighting.Wrong(false, List.of(Arg.percent((double) Math.round(soc))))
                : new Sighting.Fine();
    }
}
