package pilotempo.ui.automation;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.Settings;

/**
 * What stands in the form of the strategy, right or wrong. Pure.
 *
 * @param strategy its word in the settings
 * @param target per cent, as typed
 * @param power W a battery, as typed
 * @param red whether red days are charged for
 * @param white whether white days are
 * @param kva subscribed power; empty = not told
 */
record StrategyEntry(
        String strategy,
        String target,
        String power,
        boolean red,
        boolean white,
        String hold,
        String dayMode,
        boolean trialFirst,
        Optional<Integer> kva) {
    static final int LEAST_TARGET = 1;
    static final int MOST_TARGET = 100;
    static final int LEAST_POWER_W = 50;
    static final int MOST_POWER_W = 10_000;

    /** What may be wrong. */
    enum Fault {
        /** No whole number from 1 to 100. */
        TARGET,
        /** No whole number from 50 to 10,000. */
        POWER,
        /** A strategy that charges for no day at all. */
        NO_COLOUR
    }

    /** As it holds. */
    static StrategyEntry of(Settings settings) {
        var planning = settings.planning();
        return new StrategyEntry(
                planning.strategy(),
                Integer.toString(planning.targetSoc()),
                Integer.toString(planning.chargePowerW()),
                planning.colours().contains("RED"),
                planning.colours().contains("WHITE"),
                planning.hold(),
                planning.dayMode(),
                planning.dryRunFirst(),
                settings.tempo().subscribedKva());
    }

    Set<Fault> faults() {
        var faults = EnumSet.noneOf(Fault.class);
        if (number(target, LEAST_TARGET, MOST_TARGET).isEmpty()) {
            faults.add(Fault.TARGET);
        }
        if (number(power, LEAST_POWER_W, MOST_POWER_W).isEmpty()) {
            faults.add(Fault.POWER);
        }
        if (isOn() && !red && !white) {
            faults.add(Fault.NO_COLOUR);
        }
        return faults;
    }

    /** W a battery; empty while it is no number in the range. */
    OptionalInt powerW() {
        return number(power, LEAST_POWER_W, MOST_POWER_W);
    }

    /** The settings with this in them; only of an entry without a fault. */
    Settings applied(Settings settings) {
        var colours = new HashSet<String>();
        if (red) {
            colours.add("RED");
        }
        if (white) {
            colours.add("WHITE");
        }
        // While no strategy is on, none need be chosen; the file has to name one.
        var kept = colours.isEmpty() ? settings.planning().colours() : colours;
        return settings.withPlanning(
                        new PlanningSettings(
                                strategy,
                                number(target, LEAST_TARGET, MOST_TARGET).orElseThrow(),
                                chargePower(settings.planning()),
                                kept,
                                hold,
                                dayMode,
                                trialFirst))
                .withTempo(settings.tempo().withSubscribedKva(kva));
    }

    /** Left as it was shown, it stays what nobody has set. */
    private Optional<Integer> chargePower(PlanningSettings before) {
        int watts = number(power, LEAST_POWER_W, MOST_POWER_W).orElseThrow();
        return watts == before.chargePowerW() ? before.chargePower() : Optional.of(watts);
    }

    boolean isOn() {
        return !strategy.equals("none");
    }

    private static OptionalInt number(String text, int least, int most) {
        try {
            int value = Integer.parseInt(text.strip());
            return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
        } catch (NumberFormatException none) {
            return OptionalInt.empty();
        }
    }
}
