package pilotempo.automation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.Plan;

/**
 * How automation stands.
 *
 * @param strategy word of the settings; {@code none} = off
 * @param enabled whether a strategy is on
 * @param paused whether somebody paused it
 * @param pausedUntil when it goes on by itself; null = not paused, or until it is resumed
 * @param dryRun whether it only shows what it would do
 * @param dryRunUntil when the trial day ends; null when it is none
 * @param urgentDryRun whether the trial day costs something: a day that is charged for begins
 *     within it, so the user is to be asked
 * @param clockDoubted whether nothing is written since the clock is not plausible
 * @param plan what is to be done; empty while off or before the first look
 * @param batteries how each stands
 * @param lastNight what the last charged night came to; empty when there was none
 */
public record PlanState(
        String strategy,
        boolean enabled,
        boolean paused,
        @Nullable Instant pausedUntil,
        boolean dryRun,
        @Nullable Instant dryRunUntil,
        boolean urgentDryRun,
        boolean clockDoubted,
        Optional<Plan> plan,
        List<BatteryStanding> batteries,
        Optional<NightResult> lastNight) {
    /** Off. */
    public static final PlanState OFF =
            new PlanState(
                    "none",
                    false,
                    false,
                    null,
                    false,
                    null,
                    false,
                    false,
                    Optional.empty(),
                    List.of(),
                    Optional.empty());

    /** Copies the list. */
    public PlanState {
        batteries = List.copyOf(batteries);
    }

    /** The same with how the batteries stand. */
    PlanState with(List<BatteryStanding> standings) {
        return new PlanState(
                strategy,
                enabled,
                paused,
                pausedUntil,
                dryRun,
                dryRunUntil,
                urgentDryRun,
                clockDoubted,
                plan,
                standings,
                lastNight);
    }

    /** Whether the plan has a battery charge at a moment. */
    public boolean charges(Instant at) {
        return acts()
                && plan.stream()
                        .flatMap(some -> some.actions().stream())
                        .anyMatch(action -> action.charges() && action.runsAt(at));
    }

    /** Whether commands are really sent. */
    public boolean acts() {
        return enabled && !paused && !dryRun && !clockDoubted;
    }
}
