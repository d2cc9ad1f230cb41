package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.PlanState;
import pilotempo.engine.Engine;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Tone;

/**
 * The plan's page, ready to show.
 *
 * @param phase in one word
 * @param tone of the tag
 * @param tag how the plan stands, short
 * @param subtitle when something happens next
 * @param notices most urgent first
 * @param why rows in order of time
 * @param next the row that begins next, else the one that runs
 */
record PlanPageState(
        Phase phase,
        Tone tone,
        String tag,
        String subtitle,
        List<Notice> notices,
        StripState strip,
        List<WhyRow> why,
        Optional<WhyRow> next) {
    /** What the page is about. */
    enum Phase {
        /** There is no battery yet. */
        NO_BATTERY,
        /** No strategy is on. */
        OFF,
        /** A strategy is on, its first plan not made yet. */
        WAITING,
        /** There is a plan. */
        PLANNED
    }

    /** Names of all batteries by id, in the fleet's order. */
    static Map<String, String> names(Engine engine) {
        var names = new LinkedHashMap<String, String>();
        engine.fleet().batteries().forEach(battery -> names.put(battery.id(), battery.name()));
        return names;
    }

    /**
     * As the engine stands.
     *
     * @param reservePct null = not known
     * @param preview what the strategy would do, drawn while none is on; null = not known
     */
    static PlanPageState of(
            Engine engine,
            ActionWords words,
            @Nullable Integer reservePct,
            @Nullable Plan preview) {
        var state = engine.steering().plan();
        var now = engine.now();
        var names = names(engine);
        var plan = state.enabled() ? state.plan().orElse(null) : null;
        var notices = new NoticeMaker(words);
        var why = plan == null ? List.<WhyRow>of() : new WhyMaker(words).rows(plan, names, now);
        return new PlanPageState(
                phase(state, plan, names),
                tone(state),
                tag(state, words),
                plan == null ? "" : subtitle(plan, words, now),
                notices.notices(state, names, now),
                new StripMaker(words)
                        .strip(
                                engine,
                                state.enabled() ? plan : preview,
                                notices.troubles(state),
                                reservePct),
                why,
                next(why, now));
    }

    private static Phase phase(PlanState state, @Nullable Plan plan, Map<String, String> names) {
        if (names.isEmpty()) {
            return Phase.NO_BATTERY;
        }
        return !state.enabled() ? Phase.OFF : plan == null ? Phase.WAITING : Phase.PLANNED;
    }

    private static Tone tone(PlanState state) {
        if (!state.enabled()) {
            return Tone.PLAIN;
        }
        boolean rests = state.paused() || state.clockDoubted();
        return rests ? Tone.ATTENTION : state.dryRun() ? Tone.PLAIN : Tone.OK;
    }

    private static String tag(PlanState state, ActionWords words) {
        var texts = words.texts();
        if (!state.enabled()) {
            return texts.get("tag.off");
        }
        if (state.paused()) {
            return texts.get("tag.paused");
        }
        if (state.clockDoubted()) {
            return texts.get("tag.clock");
        }
        return state.dryRun() ? texts.get("tag.trial") : words.active(state.strategy());
    }

    private static String subtitle(Plan plan, ActionWords words, Instant now) {
        return plan.actions().stream()
                .map(PlannedAction::from)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .map(
                        at ->
                                words.texts()
                                        .get(
                                                "subtitle.next",
                                                words.formats().time(at),
                                                words.formats()
                                                        .duration(Duration.between(now, at))))
                .orElseGet(() -> words.texts().get("subtitle.none"));
    }

    private static Optional<WhyRow> next(List<WhyRow> why, Instant now) {
        return why.stream()
                .filter(row -> row.actions().getFirst().from().isAfter(now))
                .findFirst()
                .or(() -> why.stream().findFirst());
    }
}
