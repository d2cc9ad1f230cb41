package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.TempoColour;

/** Sums up how the next night with a charge is prepared. */
final class ReadinessCheck {
    /** The family's usual capacity, for a guess where a battery doesn't tell its own. */
    private static final double USUAL_WH = 5120;

    /** Levels are whole per cent. */
    private static final double ROUNDING_PCT = 0.5;

    private final Situation situation;
    private final Night night;
    private final List<PlannedAction> actions;
    private final List<PlannedAction> charges;

    private ReadinessCheck(Situation situation, Night night, List<PlannedAction> actions) {
        this.situation = situation;
        this.night = night;
        this.actions = actions.stream().filter(action -> touches(action, night)).toList();
        this.charges = this.actions.stream().filter(PlannedAction::charges).toList();
    }

    static Optional<Readiness> of(
            Ahead ahead, List<NightPlan> nights, List<PlannedAction> actions) {
        for (var plan : nights) {
            var colour = plan.night().next().colour();
            if (colour != null && plan.charges() && !plan.night().until().isAfter(ahead.until())) {
                return Optional.of(
                        new ReadinessCheck(ahead.situation(), plan.night(), actions).sum(colour));
            }
        }
        return Optional.empty();
    }

    private static boolean touches(PlannedAction action, Night night) {
        return action.until().isAfter(night.from()) && action.from().isBefore(night.until());
    }

    private Readiness sum(TempoColour colour) {
        var batteries = situation.batteries();
        int unable = (int) batteries.stream().filter(battery -> !battery.obeys()).count();
        var begins = charges.stream().map(PlannedAction::from).min(Comparator.naturalOrder());
        return new Readiness(
                night.nextDay(),
                colour,
                (int) batteries.stream().filter(BatteryNow::reachable).count(),
                batteries.size(),
                unable,
                missingWh(),
                needs(),
                (int) roomW(),
                mostW(),
                begins.orElse(null),
                batteries.stream().filter(BatteryNow::obeys).allMatch(this::arrives));
    }

    /** On the eve what the house draws just then says little. */
    private double roomW() {
        return running()
                ? situation.house().room()
                : situation.house().room(situation.clock().local(night.from()).getHour());
    }

    private @Nullable Double missingWh() {
        double sum = 0;
        for (var battery : situation.batteries()) {
            if (battery.obeys()) {
                var missing = missingWh(battery, levelAtBegin(battery));
                if (missing == null) {
                    return null;
                }
                sum += missing;
            }
        }
        return sum;
    }

    private @Nullable Double missingWh(BatteryNow battery, @Nullable Double soc) {
        return new Pack(battery, soc, battery.full() && running(), null)
                .missingWh(situation.rules().targetSoc());
    }

    private boolean running() {
        return night.runsAt(situation.at());
    }

    private @Nullable Double levelAtBegin(BatteryNow battery) {
        for (var action : actions) {
            if (action.battery().equals(battery.id())
                    && (running() || !action.from().isBefore(night.from()))) {
                return action.socFromPct();
            }
        }
        return null;
    }

    /** From the first charge's begin to the last one's end. */
    private @Nullable Duration needs() {
        if (missingWh() == null) {
            return null;
        }
        var begin = charges.stream().map(PlannedAction::from).min(Comparator.naturalOrder());
        var end = charges.stream().map(PlannedAction::until).max(Comparator.naturalOrder());
        return begin.isPresent() && end.isPresent()
                ? Duration.between(begin.get(), end.get())
                : Duration.ZERO;
    }

    private int mostW() {
        return charges.stream().map(PlannedAction::from).mapToInt(this::drawnW).max().orElse(0);
    }

    private int drawnW(Instant at) {
        return charges.stream()
                .filter(charge -> charge.runsAt(at))
                .mapToInt(charge -> charge.powerW() == null ? 0 : -charge.powerW())
                .sum();
    }

    private boolean arrives(BatteryNow battery) {
        if (battery.full() && running()) {
            return true;
        }
        int target = situation.rules().targetSoc();
        var soc = levelAtEnd(battery);
        if (soc != null) {
            return soc >= target - ROUNDING_PCT;
        }
        double capacity = battery.capacityWh() == null ? USUAL_WH : battery.capacityWh();
        double level = battery.socPct() == null ? Losses.RESERVE_PCT : battery.socPct();
        return chargedWh(battery) >= (target - level) / 100 * capacity / Losses.IN;
    }

    private @Nullable Double levelAtEnd(BatteryNow battery) {
        Double level = null;
        for (var action : actions) {
            if (action.battery().equals(battery.id()) && !action.until().isAfter(night.until())) {
                level = action.socUntilPct();
            }
        }
        return level;
    }

    private double chargedWh(BatteryNow battery) {
        return charges.stream()
                .filter(charge -> charge.battery().equals(battery.id()))
                .mapToDouble(
                        charge ->
                                (charge.powerW() == null ? 0 : -charge.powerW())
                                        * Duration.between(charge.from(), charge.until())
                                                .toSeconds()
                                        / 3600.0)
                .sum();
    }
}
