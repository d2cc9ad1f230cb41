package pilotempo.alert;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.AlertEntry;
import pilotempo.live.BatteryState;

/**
 * Batteries in Auto charge each other: one delivers while another charges (field notes: several on
 * a meter that is no CT00x). What goes in circles is counted as long as it lasts, and what that
 * loses: a fifth of it, at the price of each moment.
 */
final class EachOther implements Rule {
    private static final double SOME_W = 60;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);
    private static final double WH_ROUNDED_TO = 100;

    /** Out of one battery's socket and again out of the other's about 80 % is left. */
    private static final double LOST = 0.2;

    /** Less is told as what a day of it would lose. */
    private static final double WORTH_TELLING_WH = 500;

    private static final int WATT_HOURS_AT = 3;
    private static final int EURO_AT = 5;
    private static final Sighting.Key KEY =
            new Sighting.Key(AlertKind.CHARGING_EACH_OTHER.word(), "");

    private double wattHours;
    private @Nullable Double euro = 0.0;

    @Override
    public AlertKind kind() {
        return AlertKind.CHARGING_EACH_OTHER;
    }

    @Override
    public List<Sighting> look(Look look) {
        remember(look);
        var giving = strongest(look, 1);
        var taking = strongest(look, -1);
        if (giving == null || taking == null) {
            if (!look.lasts(KEY)) {
                wattHours = 0;
                euro = 0.0;
            }
            return look.house(kind(), _ -> false, false);
        }
        var now = look.world().tariff().now().eurPerKwh();
        @Nullable Double price = now == null ? null : now.doubleValue();
        double watts = Math.min(sum(look, 1), -sum(look, -1));
        count(watts, price, look);
        return look.house(kind(), _ -> true, false, told(giving, taking, watts, price));
    }

    /** An earlier run counted, too. */
    private void remember(Look look) {
        if (look.previous() == null) {
            look.episode()
                    .apply(KEY)
                    .map(AlertEntry::args)
                    .filter(args -> args.size() > EURO_AT)
                    .ifPresent(
                            args -> {
                                var counted = value(args.get(WATT_HOURS_AT));
                                wattHours = counted == null ? 0 : counted;
                                euro = value(args.get(EURO_AT));
                            });
        }
    }

    private static @Nullable Double value(String kept) {
        return Arg.of(kept) instanceof Arg.Amount amount ? amount.value() : null;
    }

    private Arg[] told(
            BatteryState giving, BatteryState taking, double watts, @Nullable Double price) {
        double rounded = 50.0 * Math.round(watts / 50);
        double daily = rounded * 24 * LOST;
        double circled = WH_ROUNDED_TO * Math.round(wattHours / WH_ROUNDED_TO);
        boolean much = wattHours >= WORTH_TELLING_WH;
        boolean priced = (much ? euro : price) != null;
        return new Arg[] {
            new Arg.Battery(giving.id()),
            new Arg.Battery(taking.id()),
            new Arg.Amount(Arg.Unit.WATTS, rounded),
            new Arg.Amount(Arg.Unit.WATT_HOURS, circled),
            new Arg.Amount(Arg.Unit.WATT_HOURS, circled * LOST),
            new Arg.Amount(Arg.Unit.EURO, cents(euro)),
            new Arg.Amount(Arg.Unit.WATT_HOURS, daily),
            new Arg.Amount(Arg.Unit.EURO, cents(price == null ? null : daily / 1000 * price)),
            new Arg.Variant((much ? "much" : "begun") + (priced ? "" : "-unpriced"))
        };
    }

    private static @Nullable Double cents(@Nullable Double amount) {
        return amount == null ? null : Math.round(amount * 100) / 100.0;
    }

    private void count(double watts, @Nullable Double price, Look look) {
        var previous = look.previous();
        if (previous != null && previous.isBefore(look.now())) {
            var step = Duration.between(previous, look.now());
            var counted = step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
            double more = watts * counted.toMillis() / 3_600_000.0;
            wattHours += more;
            euro = euro == null || price == null ? null : euro + more * LOST / 1000 * price;
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
