package pilotempo.settings;

import java.util.List;
import java.util.Set;

/**
 * Section {@code planning}; read and checked from the first version on, used by automation.
 *
 * @param strategy name of the strategy, {@code none} = off
 * @param targetSoc per cent, 1 to 100
 * @param chargePowerW W a battery
 * @param colours colours of days that are charged for: {@code RED}, {@code WHITE}
 * @param hold auto, always, never
 * @param dayMode restore, auto, ai
 * @param dryRunFirst whether the first day only shows what would be done
 */
public record PlanningSettings(
        String strategy,
        int targetSoc,
        int chargePowerW,
        Set<String> colours,
        String hold,
        String dayMode,
        boolean dryRunFirst) {
    /** Words of {@code planning.strategy}. */
    public static final List<String> STRATEGIES = List.of("none", "tempo", "peak-shift");

    /** What holds when nothing is set. */
    public static final PlanningSettings DEFAULT =
            new PlanningSettings("none", 100, 1000, Set.of("RED"), "auto", "restore", true);

    /** This with another strategy. */
    public PlanningSettings withStrategy(String other) {
        return new PlanningSettings(
                other, targetSoc, chargePowerW, colours, hold, dayMode, dryRunFirst);
    }
}
