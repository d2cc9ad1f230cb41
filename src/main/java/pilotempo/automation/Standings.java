package pilotempo.automation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.Relation.Kind;
import pilotempo.battery.OperatingMode;

/** How batteries stand after a look, and since when. Confined to the looks. */
final class Standings {
    private final Lookout lookout;
    private final Errands errands;
    private Map<String, BatteryStanding> standings = Map.of();

    Standings(Lookout lookout, Errands errands) {
        this.lookout = lookout;
        this.errands = errands;
    }

    /**
     * What belongs to one look.
     *
     * @param now the moment
     * @param changes around it
     * @param state how the plan stands, batteries aside
     * @param over whether all charging together is too much
     * @param whys in the language of the settings
     * @param dispatcher carries out what is judged
     */
    record Look(
            Instant now,
            PlannedChanges changes,
            PlanState state,
            boolean over,
            Whys whys,
            Dispatcher dispatcher) {}

    /** Judges each battery, and has done what that says. */
    List<BatteryStanding> of(List<Member> members, Look look) {
        var now = members.stream().map(member -> stand(member, look)).toList();
        var kept = new HashMap<String, BatteryStanding>();
        now.forEach(standing -> kept.put(standing.battery(), standing));
        standings = Map.copyOf(kept);
        return now;
    }

    private BatteryStanding stand(Member member, Look look) {
        var verdict =
                errands.busy(member.id())
                        ? Verdict.nothing(Standing.COMMANDED, null, "")
                        : look.dispatcher().carryOut(member, Judge.of(judged(member, look)));
        var since = verdict.since();
        if (since == null || verdict.standing() == Standing.COMMANDED) {
            var before = standings.get(member.id());
            since =
                    before != null && before.standing() == verdict.standing()
                            ? before.since()
                            : look.now();
        }
        return new BatteryStanding(member.id(), verdict.standing(), since, verdict.detail());
    }

    private BatteryCase judged(Member member, Look look) {
        var plan = look.state().plan();
        Want want = null;
        if (look.state().acts() && plan.isPresent()) {
            want =
                    Want.of(plan.get(), member.id(), look.now(), look.changes().dayEnds())
                            .map(wanted -> wanted.within(member.base().trust().mostW()))
                            .orElse(null);
        }
        boolean program =
                want == null
                        && member.base().dayMode() == OperatingMode.MANUAL
                        && member.base().relation().kind() != Kind.NONE;
        return member.base()
                .with(
                        want,
                        look.over(),
                        program ? lookout.slots(member.id()) : Optional.empty(),
                        () -> leaving(member, look));
    }

    private String leaving(Member member, Look look) {
        var state = look.state();
        if (!state.enabled()) {
            return look.whys().of("leaving.off");
        }
        if (state.paused()) {
            return look.whys().of("leaving.paused");
        }
        if (state.dryRun()) {
            return look.whys().of("leaving.trial");
        }
        return state.plan()
                .flatMap(plan -> plan.at(member.id(), look.now()))
                .map(action -> look.whys().of(action.reason()))
                .orElseGet(() -> look.whys().of("leaving.nothing"));
    }
}
