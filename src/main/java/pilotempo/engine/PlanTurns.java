package pilotempo.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.NightResult;
import pilotempo.automation.PlanState;
import pilotempo.planning.Plan;
import pilotempo.planning.Readiness;

/**
 * Listens to the plan, which is made anew every few seconds, and passes on only what somebody may
 * have to be told of. Thread-safe.
 */
final class PlanTurns implements Runnable {
    private final Supplier<PlanState> plan;
    private final Runnable turned;
    private @Nullable Gist last;

    /**
     * @param turned must not wait
     */
    PlanTurns(Supplier<PlanState> plan, Runnable turned) {
        this.plan = plan;
        this.turned = turned;
    }

    @Override
    public void run() {
        if (isNew(Gist.of(plan.get()))) {
            turned.run();
        }
    }

    private synchronized boolean isNew(Gist gist) {
        boolean changed = !gist.equals(last);
        last = gist;
        return changed;
    }

    private record Gist(
            boolean acts,
            boolean paused,
            boolean urgentDryRun,
            Map<String, Standing> standings,
            Optional<LocalDate> prepared,
            Optional<NightResult> night) {
        static Gist of(PlanState state) {
            return new Gist(
                    state.acts(),
                    state.paused(),
                    state.urgentDryRun(),
                    state.batteries().stream()
                            .collect(
                                    Collectors.toMap(
                                            BatteryStanding::battery,
                                            BatteryStanding::standing,
                                            (one, _) -> one)),
                    state.plan().flatMap(Plan::readiness).map(Readiness::day),
                    state.lastNight());
        }
    }
}
