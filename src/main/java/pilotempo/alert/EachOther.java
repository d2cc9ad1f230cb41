package pilotempo.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;

/**
 * Batteries in Auto charge each other: one delivers while another charges (field notes: several on
 * a meter that is no CT00x). What went in circles is counted as long as it lasts.
 */
final class EachOther implements Rule {
    private static final double SOME_W = 60;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);
    private static final double WH_ROUNDED_TO = 100;

    private double wattHours;

    @Override
    public AlertKind kind() {
        return AlertKind.CHARGING_EACH_OTHER;
    }

    @Override
    public List<Sighting> look(Look look) {
        var giving = strongest(look, 1);
        var taking = strongest(look, -1);
        if (giving == null || taking == null) {
            if (!look.lasts(new Sighting.Key(kind().word(), ""))) {
                wattHours = 0;
            }
            return look.house(kind(), _ -> false, false);
        }
        double watts = Math.min(sum(look, 1), -sum(look, -1));
        count(watts, look);
        return look.house(
                kind(),
                _ -> true,
                false,
                new Arg.Battery(giving.id()),
                new Arg.Battery(taking.id()),
                new Arg.Amount(Arg.Unit.WATTS, 50.0 * Math.round(watts / 50)),
                new Arg.Amount(
                        Arg.Unit.WATT_HOURS,
                        WH_ROUNDED_TO * Math.round(wattHours / WH_ROUNDED_TO)));
    }

    private void count(double watts, Look look) {
        var previous = look.previous();
        if (previous != null && previous.isBefore(look.now())) {
            var step = Duration.between(previous, look.now());
            var counted = step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
            wattHours += watts * counted.toMillis() / 3_600_000.0;
        }
    }

    private static @Nullable BatteryState strongest(Look look, int sign) {
        BatteryState strongest = null;
        double most = SOME_W;
        for (var battery : look.world().fleet().batteries()) {
            double watts = sign * autoPower(battery, look);
            if (watts >= most) {
                most = watts;
                strongest = battery;
            }
        }
        return strongest;
    }

    private static double sum(Look look, int sign) {
        return look.world().fleet().batteries().stream()
                .mapToDouble(battery -> autoPower(battery, look))
                .filter(watts -> watts * sign > 0)
                .sum();
    }

    /**
     * At the AC port: what panels put into a battery comes from nobody else. 0 when not in Auto.
     */
    private static double autoPower(BatteryState battery, Look look) {
        var port = battery.now(Quantity.ONGRID_POWER_W, look.now());
        var power = port == null ? battery.now(Quantity.POWER_W, look.now()) : port;
        var mode = BatteryState.fresh(battery.mode(), look.now());
        return power == null || mode != OperatingMode.AUTO ? 0 : power;
    }
}
