package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import pilotempo.battery.Reading;

/**
 * The past of a household on Tempo, as a collector would have stored it: charging in off-peak
 * hours, covering the house by day, and one gap of some hours on the third day.
 */
public final class SimulatedPast {
    private static final Duration LONGEST_CELL = Duration.ofSeconds(10);
    private static final LocalTime GAP_BEGINS = LocalTime.of(11, 12);
    private static final Duration GAP_LASTS = Duration.ofMinutes(7 * 60 + 36);

    private SimulatedPast() {}

    /**
     * Lives through the time and tells each reading, in order of time, then of the plan.
     *
     * @param plan with the household's red days; without them its batteries only follow the meter
     * @param from the first reading's instant, cut to whole seconds
     * @param to exclusive
     * @param step between two readings of a battery, at least a second
     * @return the plan with which a fleet started at {@code to} goes on from there
     */
    public static FleetPlan tell(
            FleetPlan plan, Instant from, Instant to, Duration step, Consumer<Reading> listener) {
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("step " + step + " is below a second");
        }
        var cell = step.compareTo(LONGEST_CELL) < 0 ? step : LONGEST_CELL;
        var model = new FleetModel(plan, from, cell);
        var gapFrom = gapFrom(from, plan.zone());
        var gapTo = gapFrom.plus(GAP_LASTS);
        for (var at = model.at(); at.isBefore(to); at = at.plus(step)) {
            model.advanceTo(at);
            if (at.isBefore(gapFrom) || !at.isBefore(gapTo)) {
                tell(plan, model, at, listener);
            }
        }
        model.advanceTo(to);
        return model.continuing(plan);
    }

    private static Instant gapFrom(Instant from, ZoneId zone) {
        return from.atZone(zone)
                .toLocalDate()
                .plusDays(2)
                .atTime(GAP_BEGINS)
                .atZone(zone)
                .toInstant();
    }

    private static void tell(
            FleetPlan plan, FleetModel model, Instant at, Consumer<Reading> listener) {
        for (int n = 0; n < plan.batteries().size(); n++) {
            var device = plan.batteries().get(n).device();
            listener.accept(new Reading(device.mac(), at, model.now(n).understood(device)));
        }
    }
}
