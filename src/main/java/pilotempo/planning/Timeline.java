package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;

/**
 * Lives through the next 36 hours as they are foreseen, in steps: from change to change of the
 * hours, and from quarter to quarter while batteries charge. The first step is what is to be done
 * now. Ends of charges so fall on quarters, and don't move with each reading.
 */
final class Timeline {
    private static final Duration HORIZON = Duration.ofHours(36);
    private static final long QUARTER_S = 900;

    private final Situation situation;
    private final NightRule rule;
    private final Ahead ahead;
    private final List<NightPlan> nights = new ArrayList<>();
    private final Projection projection;
    private final Lanes lanes = new Lanes();

    private Timeline(Situation situation, NightRule rule, Ahead ahead) {
        this.situation = situation;
        this.rule = rule;
        this.ahead = ahead;
        boolean sunny = Boolean.TRUE.equals(situation.house().sunFilled());
        this.projection = new Projection(situation.clock(), situation.batteries().size(), sunny);
    }

    static Plan of(Situation situation, String strategy, NightRule rule) {
        var until = situation.at().plus(HORIZON);
        var ahead = Ahead.of(situation, until);
        var timeline = new Timeline(situation, rule, ahead);
        var actions = timeline.actions();
        var readiness = ReadinessCheck.of(ahead, timeline.nights, actions);
        return new Plan(strategy, situation.at(), until, actions, readiness);
    }

    private List<PlannedAction> actions() {
        List<Pack> packs =
                situation.batteries().stream().filter(BatteryNow::obeys).map(Pack::now).toList();
        var changes = ahead.changes();
        var at = situation.at();
        for (var change = changes.higher(at); change != null; change = changes.higher(at)) {
            var night = night(at, packs);
            boolean charging =
                    night != null && night.charges() && at.isBefore(night.night().chargeUntil());
            if (charging && at.equals(situation.at())) {
                packs = packs.stream().map(Pack::atLeast).toList();
            }
            var end = charging ? sooner(change, nextQuarter(at)) : change;
            packs = step(packs, at, end, night);
            at = end;
        }
        return lanes.actions();
    }

    /** The night that runs, decided on as it begins, with the levels foreseen then. */
    private @Nullable NightPlan night(Instant at, List<Pack> packs) {
        var night = ahead.nightAt(at);
        if (night == null) {
            return null;
        }
        if (nights.isEmpty() || !nights.getLast().night().equals(night)) {
            nights.add(new NightPlan(night, rule.of(night, packs, at)));
        }
        return nights.getLast();
    }

    private static Instant nextQuarter(Instant at) {
        return Instant.ofEpochSecond((at.getEpochSecond() / QUARTER_S + 1) * QUARTER_S);
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<Pack> step(
            List<Pack> packs, Instant from, Instant until, @Nullable NightPlan night) {
        var doings = doings(packs, from, until, night);
        var after = new ArrayList<Pack>();
        for (int i = 0; i < packs.size(); i++) {
            lanes.add(
                    from, until, packs.get(i).battery(), level(packs.get(i), from), doings.get(i));
            after.add(doings.get(i).after());
        }
        return after;
    }

    /** What is told now, then what is foreseen. */
    private @Nullable Double level(Pack pack, Instant at) {
        return at.equals(situation.at()) ? pack.battery().socPct() : pack.socPct();
    }

    private List<Doing> doings(
            List<Pack> packs, Instant from, Instant until, @Nullable NightPlan plan) {
        if (plan == null) {
            return packs.stream().map(pack -> day(pack, from, until)).toList();
        }
        return switch (plan.intent()) {
            case NightIntent.Stay stay ->
                    packs.stream().map(pack -> free(pack, from, until, stay.why())).toList();
            case NightIntent.Hold hold ->
                    packs.stream().map(pack -> hold(pack, from, hold.why())).toList();
            case NightIntent.Charge charge ->
                    charge(packs, from, until, plan.night(), charge.why());
        };
    }

    private Doing day(Pack pack, Instant from, Instant until) {
        var why = Reasons.day(pack.battery().dayMode(), ahead.peakAt(from));
        return free(pack, from, until, why);
    }

    private Doing free(Pack pack, Instant from, Instant until, Reason why) {
        var after = pack.free().withSoc(projection.free(pack, from, until));
        return new Doing(pack.battery().dayMode(), null, null, why, after);
    }

    private static Doing hold(Pack pack, Instant from, Reason why) {
        return new Doing(OperatingMode.PASSIVE, 0, null, why, pack.told(0, from));
    }

    private List<Doing> charge(
            List<Pack> packs, Instant from, Instant until, Night night, Reason why) {
        var powers =
                from.isBefore(night.chargeUntil())
                        ? new Charging(night, situation).powers(packs, from)
                        : new int[packs.size()];
        var time = Duration.between(from, until);
        int target = situation.rules().targetSoc();
        var doings = new ArrayList<Doing>();
        for (int i = 0; i < powers.length; i++) {
            var pack = packs.get(i);
            int power = powers[i];
            if (power == 0) {
                doings.add(hold(pack, from, Reasons.afterCharge(pack, from, night, situation)));
            } else {
                var soc = Projection.charged(pack, power, target, time);
                var after = pack.told(-power, from).withSoc(soc);
                doings.add(
                        new Doing(
                                OperatingMode.PASSIVE,
                                -power,
                                target,
                                Reasons.charging(pack, why, night),
                                after));
            }
        }
        return doings;
    }
}
