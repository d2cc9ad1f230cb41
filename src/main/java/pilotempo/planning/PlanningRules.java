package pilotempo.planning;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.settings.PlanningSettings;
import pilotempo.tempo.TempoColour;

/**
 * What the user wants of a plan, from the settings.
 *
 * @param targetSoc per cent, 1 to 100
 * @param chargePowerW W a battery, positive
 * @param fasterIfNeeded whether more is charged, within what battery and house bear, where the
 *     target can't be reached with that
 * @param chargeFor colours of days that are charged for the night before
 * @param hold when batteries are held through the off-peak hours
 */
public record PlanningRules(
        int targetSoc,
        int chargePowerW,
        boolean fasterIfNeeded,
        Set<TempoColour> chargeFor,
        Hold hold) {
    /** Copies the set. */
    public PlanningRules {
        chargeFor = Set.copyOf(chargeFor);
    }

    /** With a power that is not exceeded. */
    public PlanningRules(int targetSoc, int chargePowerW, Set<TempoColour> chargeFor, Hold hold) {
        this(targetSoc, chargePowerW, false, chargeFor, hold);
    }

    /** As the settings say. */
    public static PlanningRules of(PlanningSettings settings) {
        return new PlanningRules(
                settings.targetSoc(),
                settings.chargePowerW(),
                settings.chargePower().isEmpty(),
                settings.colours().stream()
                        .map(word -> TempoColour.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                Hold.valueOf(settings.hold().toUpperCase(Locale.ROOT)));
    }

    /** When to hold at 0 W through the night. */
    public enum Hold {
        /** Before a red or white day, or where the sun does not fill the batteries. */
        AUTO,
        /** Every night. */
        ALWAYS,
        /** Never, but after a charge. */
        NEVER
    }
}
