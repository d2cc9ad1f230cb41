package pilotempo.planning;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Batteries on one meter. In Auto they share what the house needs, or what the sun leaves over, as
 * each can. Confined.
 */
final class ModelFleet {
    private static final double FULL_PCT = 100;

    private final List<ModelBattery> batteries;

    ModelFleet(List<BacktestBattery> kinds) {
        batteries = kinds.stream().map(ModelBattery::new).toList();
    }

    List<ModelBattery> batteries() {
        return batteries;
    }

    /**
     * Batteries follow the meter for a stretch.
     *
     * @param following those in Auto
     * @param meterW what the meter tells without them; positive = import
     * @return what it tells with them, W
     */
    static double follow(List<ModelBattery> following, double meterW, double hours) {
        return meterW > 0
                ? meterW - share(following, meterW, hours, battery -> battery.mostOutW(hours), 1)
                : meterW
                        + share(
                                following,
                                -meterW,
                                hours,
                                battery -> battery.mostInW(hours, FULL_PCT),
                                -1);
    }

    private static double share(
            List<ModelBattery> batteries,
            double wantedW,
            double hours,
            ToDoubleFunction<ModelBattery> most,
            int sign) {
        double can = batteries.stream().mapToDouble(most).sum();
        if (can <= 0) {
            return 0;
        }
        double part = Math.min(1, wantedW / can);
        for (var battery : batteries) {
            battery.run(sign * part * most.applyAsDouble(battery), hours);
        }
        return can * part;
    }
}
