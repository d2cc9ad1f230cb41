package pilotempo.ui.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.PlanState;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Reason;
import pilotempo.tempo.TempoColour;

/** A plan for the still evening: charging from 22:05, holding, feeding the house by day. */
public final class StillPlan {
    private static final Instant CHARGE = Instant.parse("2026-01-06T21:05:00Z");
    private static final Instant HOLD = Instant.parse("2026-01-07T00:46:00Z");
    private static final Instant DAY = Instant.parse("2026-01-07T05:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-01-07T21:05:00Z");

    private StillPlan() {}

    /** It acts, for these batteries. */
    public static PlanState acting(String... batteries) {
        return state(false, null, false, null, false, plan(batteries));
    }

    /** It is paused until an instant; null = until it is resumed. */
    public static PlanState paused(@Nullable Instant until, String... batteries) {
        return state(true, until, false, null, false, plan(batteries));
    }

    /** It only shows what it would do. */
    public static PlanState trial(Instant until, String... batteries) {
        return state(false, null, true, until, false, plan(batteries));
    }

    /** Nothing is written, for the clock is not plausible. */
    public static PlanState doubted(String... batteries) {
        return state(false, null, false, null, true, plan(batteries));
    }

    /** It is on, and has not looked yet, or found nothing. */
    public static PlanState with(@Nullable Plan plan) {
        return state(false, null, false, null, false, plan);
    }

    /** The plan itself. */
    public static Plan plan(String... batteries) {
        var actions = new ArrayList<PlannedAction>();
        for (var battery : batteries) {
            actions.add(action(StillEngine.NOW, CHARGE, battery, null, null, day()));
        }
        for (var battery : batteries) {
            actions.add(action(CHARGE, HOLD, battery, -1000, 95, charge()));
        }
        for (var battery : batteries) {
            actions.add(action(HOLD, DAY, battery, 0, null, Reason.of("hold.done", 95)));
        }
        for (var battery : batteries) {
            actions.add(action(DAY, NIGHT, battery, null, null, day()));
        }
        return of(actions);
    }

    /** A plan of these actions. */
    public static Plan of(List<PlannedAction> actions) {
        return new Plan(
                "tempo",
                StillEngine.NOW,
                StillEngine.NOW.plusSeconds(36 * 3600),
                actions,
                Optional.empty());
    }

    /** What one battery does; without a power it is in Auto. */
    public static PlannedAction action(
            Instant from,
            Instant until,
            String battery,
            @Nullable Integer powerW,
            @Nullable Integer target,
            Reason reason) {
        return new PlannedAction(
                from,
                until,
                battery,
                powerW == null ? OperatingMode.AUTO : OperatingMode.PASSIVE,
                powerW,
                target,
                reason,
                null,
                null);
    }

    private static Reason charge() {
        return Reason.of(
                "charge.price",
                StillTempo.january(7),
                TempoColour.RED,
                new BigDecimal("0.6468"),
                new BigDecimal("0.1460"));
    }

    private static Reason day() {
        return Reason.of(
                "day.price", StillTempo.january(7), TempoColour.RED, new BigDecimal("0.6468"));
    }

    private static PlanState state(
            boolean paused,
            @Nullable Instant pausedUntil,
            boolean dryRun,
            @Nullable Instant dryRunUntil,
            boolean doubted,
            @Nullable Plan plan) {
        return new PlanState(
                "tempo",
                true,
                paused,
                pausedUntil,
                dryRun,
                dryRunUntil,
                false,
                doubted,
                Optional.ofNullable(plan),
                List.of(),
                Optional.empty());
    }
}
