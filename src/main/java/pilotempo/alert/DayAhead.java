package pilotempo.alert;

import java.util.ArrayList;
import java.util.List;
import pilotempo.battery.Quantity;
import pilotempo.planning.Plan;
import pilotempo.planning.Readiness;
import pilotempo.tempo.TempoColour;

/** From 17:00 on the eve: tomorrow is red or white, and whether everything is ready for it. */
final class DayAhead implements Rule {
    private static final double NOTHING_MISSING_WH = 100;

    /** Two rounds of questions; who has told no level by then may never tell one. */
    private static final int FIRST_QUESTIONS = 12;

    /** Design §6: where the user told none. */
    private static final int KVA_UNTOLD = 6;

    @Override
    public AlertKind kind() {
        return AlertKind.DAY_AHEAD;
    }

    @Override
    public List<Sighting> look(Look look) {
        var tomorrow = look.world().tariff().tomorrow();
        var colour = tomorrow.colour();
        if (colour == null || colour == TempoColour.BLUE || !look.eve()) {
            return List.of();
        }
        var readiness =
                look.world()
                        .plan()
                        .plan()
                        .flatMap(Plan::readiness)
                        .filter(ready -> ready.day().equals(tomorrow.date()))
                        .filter(_ -> look.chargedFor().contains(colour));
        var args = new ArrayList<Arg>();
        args.add(new Arg.Colour(colour));
        readiness.ifPresent(ready -> args.addAll(told(ready, look)));
        if (look.chargedFor().contains(colour) && stillStarting(look)) {
            return List.of(
                    new Sighting(
                            kind(), new Arg.Day(tomorrow.date()), null, new Sighting.Unclear()));
        }
        boolean urgent = readiness.filter(ready -> !good(ready)).isPresent();
        return List.of(
                new Sighting(
                        kind(),
                        new Arg.Day(tomorrow.date()),
                        null,
                        new Sighting.Wrong(urgent, args)));
    }

    private static List<Arg> told(Readiness ready, Look look) {
        var missing = ready.missingWh();
        var needs = ready.needs();
        var begins = ready.begins();
        boolean nothing = missing != null && missing < NOTHING_MISSING_WH;
        return List.of(
                new Arg.Variant(good(ready) ? nothing ? "full" : "ready" : "short"),
                Arg.count(ready.reachable()),
                Arg.count(ready.batteries()),
                new Arg.Amount(Arg.Unit.WATT_HOURS, missing),
                needs == null ? new Arg.Text("—") : new Arg.Span(needs),
                new Arg.Amount(Arg.Unit.WATTS, (double) ready.powerW()),
                new Arg.Amount(Arg.Unit.KVA, (double) kva(look)),
                begins == null ? new Arg.Text("—") : new Arg.Moment(begins));
    }

    /** Whether a battery has not had the time yet to tell its level to this run. */
    private static boolean stillStarting(Look look) {
        int offlineAfter = look.settings().notifications().offlineAfter();
        return look.world().fleet().batteries().stream()
                .anyMatch(
                        battery ->
                                battery.latest(Quantity.SOC_PCT) == null
                                        && battery.link().missedRounds() < offlineAfter
                                        && battery.link().sent() < FIRST_QUESTIONS);
    }

    private static boolean good(Readiness ready) {
        return ready.fits() && ready.reachable() == ready.batteries();
    }

    private static int kva(Look look) {
        return look.settings().tempo().subscribedKva().orElse(KVA_UNTOLD);
    }
}
