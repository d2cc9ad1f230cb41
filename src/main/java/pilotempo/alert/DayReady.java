package pilotempo.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.planning.Readiness;

/**
 * Whether all is ready for a dear day, and if not, why: what to do hangs on that.
 *
 * @param variant which sentence tells it
 * @param readiness the plan's figures; null where there is no plan for the day
 * @param culprits whom it hangs on
 * @param hands batteries that a person has taken over for the night: nothing is broken
 */
record DayReady(
        Arg.Variant variant,
        @Nullable Readiness readiness,
        List<BatteryState> culprits,
        List<BatteryState> hands) {
    /** Nothing but the colour. */
    static final Arg.Variant PLAIN = new Arg.Variant("plain");

    private static final String SLOW = "slow";
    private static final double NOTHING_MISSING_WH = 100;

    /** Design §6: where the user told none. */
    private static final int KVA_UNTOLD = 6;

    static DayReady of(Optional<Readiness> readiness, Look look) {
        if (readiness.isEmpty() || look.world().plan().dryRun() || look.pausedIntoNight()) {
            return new DayReady(PLAIN, null, List.of(), List.of());
        }
        var ready = readiness.get();
        var fleet = look.world().fleet().batteries();
        var hands = inHands(look);
        var unsteered =
                fleet.stream()
                        .filter(
                                battery ->
                                        look.standing(battery) == Standing.UNABLE
                                                || look.standing(battery) == Standing.REVERSED)
                        .toList();
        var silent = silent(look);
        if (!silent.isEmpty()) {
            return new DayReady(new Arg.Variant("silent"), ready, silent, hands);
        }
        if (!unsteered.isEmpty()) {
            return new DayReady(new Arg.Variant("unsteered"), ready, unsteered, hands);
        }
        if (ready.unable() >= ready.batteries()) {
            return new DayReady(PLAIN, ready, List.of(), hands);
        }
        return new DayReady(new Arg.Variant(word(ready)), ready, List.of(), hands);
    }

    /** Who does not answer now; the plan may be some seconds older. */
    static List<BatteryState> silent(Look look) {
        return look.world().fleet().batteries().stream()
                .filter(battery -> battery.mac() == null || !battery.reachable(look.now()))
                .toList();
    }

    /** By day the plan takes over what somebody has set; only in the night it leaves it alone. */
    static List<BatteryState> inHands(Look look) {
        return look.inNight()
                ? look.world().fleet().batteries().stream()
                        .filter(battery -> look.standing(battery) == Standing.TAKEN_OVER)
                        .toList()
                : List.of();
    }

    private static String word(Readiness ready) {
        var missing = ready.missingWh();
        if (!ready.fits()) {
            return SLOW;
        }
        return missing != null && missing < NOTHING_MISSING_WH ? "full" : "ready";
    }

    /** Whether the day will cost money if nobody does anything. */
    boolean urgent() {
        return !culprits.isEmpty() || slow();
    }

    /** Whether the power or the room for it is too small. */
    boolean slow() {
        return variant.key().equals(SLOW);
    }

    List<Arg> args(Look look) {
        var args = new ArrayList<Arg>();
        args.add(variant);
        args.addAll(figures(look));
        args.add(levels(look));
        args.add(Arg.count(hands.size()));
        args.add(new Arg.Names(culprits.stream().map(BatteryState::id).toList()));
        args.add(Arg.count(culprits.size()));
        return args;
    }

    private List<Arg> figures(Look look) {
        var unknown = new Arg.Text("—");
        if (readiness == null) {
            return List.of(unknown, unknown, unknown, unknown, unknown, unknown, unknown);
        }
        int batteries = look.world().fleet().batteries().size();
        var needs = readiness.needs();
        var begins = readiness.begins();
        return List.of(
                Arg.count(batteries - silent(look).size()),
                Arg.count(batteries),
                new Arg.Amount(Arg.Unit.WATT_HOURS, readiness.missingWh()),
                needs == null ? unknown : new Arg.Span(needs),
                new Arg.Amount(Arg.Unit.WATTS, (double) readiness.powerW()),
                new Arg.Amount(
                        Arg.Unit.KVA,
                        (double) look.settings().tempo().subscribedKva().orElse(KVA_UNTOLD)),
                begins == null ? unknown : new Arg.Moment(begins));
    }

    private Arg.Levels levels(Look look) {
        var levels = new HashMap<String, @Nullable Integer>();
        for (var battery : hands) {
            var soc = battery.now(Quantity.SOC_PCT, look.now());
            levels.put(battery.id(), soc == null ? null : (int) Math.round(soc));
        }
        return new Arg.Levels(levels);
    }
}
