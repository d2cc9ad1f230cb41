package pilotempo.alert;

import java.util.List;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/** A battery is at {@code alerts.temperature-high} or above; over 3 °C below it. */
final class TemperatureHigh implements Rule {
    private static final double HYSTERESIS = 3;
    private static final double DANGER = 10;

    @Override
    public AlertKind kind() {
        return AlertKind.TEMPERATURE_HIGH;
    }

    @Override
    public List<Sighting> look(Look look) {
        return look.eachBattery(kind(), (battery, lasts) -> verdict(battery, lasts, look));
    }

    private static Sighting.Verdict verdict(BatteryState battery, boolean lasts, Look look) {
        var celsius = battery.now(Quantity.TEMPERATURE_C, look.now());
        if (celsius == null) {
            return new Sighting.Unclear();
        }
        double limit = look.settings().notifications().temperatureHigh();
        if (celsius < (lasts ? limit - HYSTERESIS : limit)) {
            return new Sighting.Fine();
        }
        boolean danger = celsius >= limit + DANGER;
        return new Sighting.Wrong(
                danger,
                List.of(
                        new Arg.Amount(Arg.Unit.CELSIUS, (double) Math.round(celsius)),
                        new Arg.Amount(Arg.Unit.CELSIUS, limit),
                        new Arg.Variant(danger ? "danger" : "warm")));
    }
}
