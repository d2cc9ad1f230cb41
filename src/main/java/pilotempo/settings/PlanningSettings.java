package pilotempo.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Section {@code planning}; read and checked from the first version on, used by automation.
 *
 * @param strategy name of the strategy, {@code none} = off
 * @param targetSoc per cent, 1 to 100
 * @param chargePower W a battery, which a charge does not exceed; absent = {@link #USUAL_POWER_W},
 *     and more where the target can't be reached otherwise
 * @param colours colours of days that are charged for: {@code RED}, {@code WHITE}
 * @param hold auto, always, never
 * @param dayMode restore, auto, ai
 * @param dryRunFirst whether the first day only shows what would be done
 */
public record PlanningSettings(
        String strategy,
        int targetSoc,
        Optional<Integer> chargePower,
        Set<String> colours,
        String hold,
        String dayMode,
        boolean dryRunFirst) {
    /** Words of {@code planning.strategy}. */
    public static final List<String> STRATEGIES = List.of("none", "tempo", "peak-shift");

    /** W: gentle, and enough for one night. */
    public static final int USUAL_POWER_W = 1000;

    /** What holds when nothing is set. */
    public static final PlanningSettings DEFAULT =
            new PlanningSettings(
                    "none", 100, Optional.empty(), Set.of("RED"), "auto", "restore", true);

    /** With a power that is not exceeded. */
    public PlanningSettings(
            String strategy,
            int targetSoc,
            int chargePowerW,
            Set<String> colours,
            String hold,
            String dayMode,
            boolean dryRunFirst) {
        this(strategy, targetSoc, Optional.of(chargePowerW), colours, hold, dayMode, dryRunFirst);
    }

    /** The power of a charge that has the whole night, W a battery. */
    public int chargePowerW() {
        return chargePower.orElse(USUAL_POWER_W);
    }

    /** This with another strategy. */
    public PlanningSettings withStrategy(String other) {
        return new PlanningSettings(
                other, targetSoc, chargePower, colours, hold, dayMode, dryRunFirst);
    }
}
