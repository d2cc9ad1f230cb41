package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import pilotempo.automation.PlanState;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Tone;

/**
 * What the plan does next, ready to show.
 *
 * @param time when, of a charge until when too; empty while there is nothing to come
 * @param tag why nothing is sent; empty while it is
 * @param headline what, in a few words
 * @param detail why, in a sentence or two
 */
record NextActionState(String time, Tone tagTone, String tag, String headline, String detail) {
    /** Of more batteries the count is told, not the names. */
    private static final int MOST_NAMES = 2;

    /** Later than so, a time of the day alone could be taken for an earlier one. */
    private static final Duration SAME_DAY = Duration.ofHours(20);

    static NextActionState of(
            PlanState state, FleetSnapshot fleet, Instant now, Language language) {
        var texts = language.texts();
        if (!state.enabled()) {
            return quiet(Tone.PLAIN, "", texts.get("next.off"), texts.get("next.offDetail"));
        }
        var tone = state.acts() ? Tone.PLAIN : state.dryRun() ? Tone.STALE : Tone.ATTENTION;
        var tag = tag(state, language);
        var why = why(state, now, language);
        var plan = state.plan();
        if (plan.isEmpty()) {
            return quiet(tone, tag, texts.get("next.waiting"), why);
        }
        var next = next(plan.get(), now);
        if (next.isEmpty()) {
            return quiet(tone, tag, texts.get("next.none"), why);
        }
        var reason = next.getFirst().reason();
        var formats = language.formats();
        return new NextActionState(
                when(next, now, language),
                tone,
                tag,
                headline(next, fleet, language),
                why.isEmpty() ? reason.sentence(formats.locale(), formats.zone()) : why);
    }

    private static NextActionState quiet(Tone tone, String tag, String headline, String detail) {
        return new NextActionState("", tone, tag, headline, detail);
    }

    /** The actions that begin together next, those that do the same as the first of them. */
    private static List<PlannedAction> next(Plan plan, Instant now) {
        var coming = plan.actions().stream().filter(action -> action.from().isAfter(now)).toList();
        return coming.stream()
                .filter(action -> action.from().equals(coming.getFirst().from()))
                .filter(action -> alike(action, coming.getFirst()))
                .toList();
    }

    private static boolean alike(PlannedAction one, PlannedAction other) {
        return one.mode() == other.mode()
                && one.charges() == other.charges()
                && one.holds() == other.holds();
    }

    private static String tag(PlanState state, Language language) {
        var texts = language.texts();
        if (state.paused()) {
            return texts.get("next.paused");
        }
        if (state.dryRun()) {
            return texts.get("next.trial");
        }
        return state.clockDoubted() ? texts.get("next.clock") : "";
    }

    private static String why(PlanState state, Instant now, Language language) {
        var texts = language.texts();
        if (state.paused()) {
            var until = state.pausedUntil();
            return until == null
                    ? texts.get("next.pausedDetail")
                    : texts.get("next.pausedUntil", time(until, now, language));
        }
        if (state.dryRun()) {
            var until = state.dryRunUntil();
            return until == null
                    ? texts.get("next.trialDetail")
                    : texts.get("next.trialUntil", time(until, now, language));
        }
        return state.clockDoubted() ? texts.get("next.clockDetail") : "";
    }

    private static String headline(
            List<PlannedAction> actions, FleetSnapshot fleet, Language language) {
        var what = what(actions.getFirst(), language);
        if (actions.size() >= fleet.batteries().size()) {
            return what;
        }
        if (actions.size() > MOST_NAMES) {
            return language.texts()
                    .get("next.of", what, language.texts().get("next.count", actions.size()));
        }
        var names =
                actions.stream()
                        .map(action -> name(action.battery(), fleet))
                        .collect(Collectors.joining(", "));
        return language.texts().get("next.of", what, names);
    }

    private static String what(PlannedAction action, Language language) {
        var texts = language.texts();
        var formats = language.formats();
        var power = action.powerW();
        if (power == null) {
            return texts.get("next.mode", language.words().mode(action.mode()));
        }
        if (action.holds()) {
            return texts.get("next.hold");
        }
        var watts = formats.wattsWithUnit((double) Math.abs(power));
        if (!action.charges()) {
            return texts.get("next.deliver", watts);
        }
        var target = action.targetSocPct();
        return target == null
                ? texts.get("next.chargeAt", watts)
                : texts.get("next.chargeTo", formats.percentWithUnit(target.doubleValue()));
    }

    /** When they begin; of a charge also when the last of them ends. */
    private static String when(List<PlannedAction> actions, Instant now, Language language) {
        var begin = time(actions.getFirst().from(), now, language);
        return actions.getFirst().charges()
                ? begin + "–" + language.formats().time(end(actions))
                : begin;
    }

    private static Instant end(List<PlannedAction> actions) {
        return actions.stream().map(PlannedAction::until).max(Instant::compareTo).orElseThrow();
    }

    private static String time(Instant at, Instant now, Language language) {
        var formats = language.formats();
        if (Duration.between(now, at).compareTo(SAME_DAY) < 0) {
            return formats.time(at);
        }
        return DateTimeFormatter.ofPattern("EEE HH:mm", formats.locale())
                .format(at.atZone(formats.zone()));
    }

    private static String name(String id, FleetSnapshot fleet) {
        return fleet.battery(id).map(BatteryState::name).orElse(id);
    }
}
