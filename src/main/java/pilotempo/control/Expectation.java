package pilotempo.control;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

/**
 * What a battery that obeys shows when its mode is read. Pure.
 *
 * <p>Power shows at the AC port or, where a load hangs on the emergency socket or panels give, only
 * in the cells: what either of them confirms is believed, and it is reversed only if both are.
 *
 * @param mode the mode it is in
 * @param powerW the power it was given, W, positive = delivers; null where it decides by itself
 * @param strict whether a power that does not come is a failure; of a weekly program we know only
 *     the slots we wrote ourselves
 */
record Expectation(OperatingMode mode, @Nullable Integer powerW, boolean strict) {
    /** Below this an inverter's own consumption and its error hide the sign. */
    private static final int SMALLEST_TOLD_W = 100;

    private static final int NEAR_W = 150;

    /** What a battery at its end may do by itself, against what it was told. */
    private static final double OWN_W = 350;

    /** What to expect of a mode's command at a local time. */
    static Expectation of(ModeCommand command, LocalDateTime now) {
        return switch (command) {
            case ModeCommand.Passive(var power, _) ->
                    new Expectation(OperatingMode.PASSIVE, power, true);
            case ModeCommand.Manual(var slot) ->
                    new Expectation(
                            OperatingMode.MANUAL, covers(slot, now) ? slot.powerW() : null, false);
            case ModeCommand.ClearSlot _, ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ ->
                    new Expectation(command.mode(), null, false);
        };
    }

    private static boolean covers(ManualSlot slot, LocalDateTime now) {
        var time = now.toLocalTime();
        return slot.days().contains(now.getDayOfWeek())
                && !time.isBefore(slot.from())
                && time.isBefore(slot.to());
    }

    /** What a reading of the mode shows. */
    Effect seen(Observation read, Surroundings around) {
        var told = read.mode();
        if (told != null && told != mode) {
            return new Effect(Effect.Kind.OTHER_MODE, "is in " + told.word());
        }
        var effect = power(read, around);
        if (told == null
                && effect.kind() != Effect.Kind.REVERSED
                && !(effect.done() && along(read, around))) {
            return new Effect(Effect.Kind.UNTOLD, "does not tell its mode");
        }
        return effect.kind() == Effect.Kind.NO_POWER && !strict
                ? Effect.done(effect.detail())
                : effect;
    }

    /** Whether power flows the other way round, in whatever mode. */
    boolean opposed(Observation read, Surroundings around) {
        return power(read, around).kind() == Effect.Kind.REVERSED;
    }

    /** Whether a power that tells its sign flows the way it was asked to. */
    boolean along(Observation read, Surroundings around) {
        var ongrid = read.number(Quantity.ONGRID_POWER_W);
        if (powerW == null || Math.abs(powerW) < SMALLEST_TOLD_W || ongrid == null) {
            return false;
        }
        var cells = around.cellsW(read);
        double shown = cells == null ? ongrid : cells;
        return shown * Integer.signum(powerW) >= least(Math.abs(powerW));
    }

    private Effect power(Observation read, Surroundings around) {
        var ongrid = read.number(Quantity.ONGRID_POWER_W);
        if (powerW == null || ongrid == null) {
            return Effect.done("");
        }
        var shown = new ArrayList<Double>(List.of(ongrid));
        var cells = around.cellsW(read);
        if (cells != null) {
            shown.add(cells);
        }
        return Math.abs(powerW) < SMALLEST_TOLD_W
                ? little(powerW, shown, around)
                : much(powerW, shown, cells != null, around);
    }

    /** Hardly any power, or none: it must be still. */
    private static Effect little(int wanted, List<Double> shown, Surroundings around) {
        if (shown.stream().anyMatch(power -> Math.abs(power - wanted) <= NEAR_W)) {
            return Effect.done("");
        }
        var words = words(shown.getFirst());
        return around.panels() && shown.getFirst() > 0
                ? Effect.done(words + ", maybe from its panels")
                : new Effect(Effect.Kind.NO_POWER, words);
    }

    private Effect much(int wanted, List<Double> shown, boolean cellsKnown, Surroundings around) {
        int size = Math.abs(wanted);
        var along = shown.stream().map(power -> power * Integer.signum(wanted)).toList();
        var words = words(shown.getFirst());
        if (along.stream().anyMatch(power -> power >= 0.7 * size - 50 && power <= most(size))) {
            return Effect.done(words);
        }
        double against = size < 300 ? 0.5 * size : Math.max(NEAR_W, 0.25 * size);
        var why = wanted < 0 ? around.full() : around.empty();
        boolean opposed = along.stream().allMatch(power -> power <= -against);
        // A battery at its end looks after itself: it charges a little when empty.
        boolean own =
                why != null
                        && along.stream().anyMatch(power -> power > -Math.min(OWN_W, 0.5 * size));
        // Panels that nobody asked may be what comes out of a battery that should charge.
        if (opposed && !own && (cellsKnown || wanted > 0)) {
            return new Effect(Effect.Kind.REVERSED, words + " instead");
        }
        if (along.stream().anyMatch(power -> power >= least(size) && power <= most(size))) {
            if (why != null) {
                return Effect.done(words + ", less than asked so near its end");
            }
            return strict
                    ? new Effect(Effect.Kind.PARTLY, words)
                    : Effect.done(words + ", less than asked");
        }
        boolean still =
                along.stream().anyMatch(power -> Math.abs(power) < Math.max(least(size), against));
        return why != null && still
                ? Effect.done(words + ": it " + why)
                : new Effect(Effect.Kind.NO_POWER, words);
    }

    private static double least(int size) {
        return Math.max(50, 0.2 * size);
    }

    private static double most(int size) {
        return 1.3 * size + 100;
    }

    private static String words(double power) {
        long watts = Math.round(power);
        if (watts == 0) {
            return "moves 0 W";
        }
        return watts < 0 ? "charges with " + -watts + " W" : "delivers " + watts + " W";
    }
}
