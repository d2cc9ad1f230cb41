package pilotempo.alert;

import java.util.List;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/** A battery is below {@code alerts.soc-low}; over 5 % above it. Off unless that is set. */
final class SocLow implements Rule {
    private static final double HYSTERESIS = 5;

    @Override
    public AlertKind kind() {
        return AlertKind.SOC_LOW;
    }

    @Override
    public List<Sighting> look(Look look) {
        var limit = look.settings().notifications().socLow();
        return limit.isEmpty()
                ? List.of()
                : look.eachBattery(
                        kind(), (battery, lasts) -> verdict(battery, lasts, limit.get(), look));
    }

    private static Sighting.Verdict verdict(
            BatteryState battery, boolean lasts, double limit, Look look) {
        var soc = battery.now(Quantity.SOC_PCT, look.now());
        if (soc == null) {
            return new Sighting.Unclear();
        }
        return soc < (lasts ? limit + HYSTERESIS : limit)
                ? new Sighting.Wrong(false, List.of(Arg.percent((double) Math.round(soc))))
                : new Sighting.Fine();
    }
}
