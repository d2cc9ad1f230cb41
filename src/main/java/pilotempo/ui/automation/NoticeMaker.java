package pilotempo.ui.automation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.NightResult;
import pilotempo.automation.PlanState;
import pilotempo.planning.Readiness;
import pilotempo.ui.automation.Notice.Remedy;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** What there is to tell about a plan beside the plan itself, the most urgent first. Pure. */
final class NoticeMaker {
    private final ActionWords words;
    private final Texts texts;

    NoticeMaker(ActionWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    /**
     * All of it; none while the plan is off.
     *
     * @param names of all batteries by id, in the fleet's order
     */
    List<Notice> notices(PlanState state, Map<String, String> names, Instant now) {
        var notices = new ArrayList<Notice>();
        if (!state.enabled()) {
            return notices;
        }
        if (state.clockDoubted()) {
            notices.add(notice(Tone.ATTENTION, "clock", Remedy.NONE));
        }
        if (state.paused()) {
            notices.add(paused(state, now));
        }
        if (state.dryRun()) {
            notices.add(trial(state, now));
        }
        standings(state, names, notices);
        state.plan()
                .flatMap(plan -> plan.readiness())
                .filter(readiness -> !readiness.fits())
                .ifPresent(readiness -> notices.add(unready(readiness)));
        state.lastNight()
                .filter(night -> isThisMorning(night, now))
                .filter(night -> !met(night, names))
                .ifPresent(night -> notices.add(night(night, names)));
        return notices;
    }

    /** Why a battery's lane is as it is; empty where it follows. */
    Map<String, String> troubles(PlanState state) {
        var troubles = new java.util.HashMap<String, String>();
        for (var standing : state.batteries()) {
            switch (standing.standing()) {
                case IDLE, FOLLOWS, COMMANDED -> {}
                default -> troubles.put(standing.battery(), word(standing.standing()));
            }
        }
        return troubles;
    }

    /** "muette", "reprise en main". */
    private String word(Standing standing) {
        return texts.get("standing." + key(standing));
    }

    private static String key(Standing standing) {
        return standing.name().toLowerCase(java.util.Locale.ROOT);
    }

    private Notice notice(Tone tone, String key, Remedy remedy) {
        return new Notice(
                tone, texts.get("notice." + key), texts.get("notice." + key + ".then"), remedy);
    }

    private Notice paused(PlanState state, Instant now) {
        var until = state.pausedUntil();
        return new Notice(
                Tone.ATTENTION,
                until == null
                        ? texts.get("notice.paused.open")
                        : texts.get("notice.paused.until", words.moment(until, now)),
                texts.get("notice.paused.then"),
                Remedy.RESUME);
    }

    private Notice trial(PlanState state, Instant now) {
        var until = state.dryRunUntil();
        return new Notice(
                state.urgentDryRun() ? Tone.ATTENTION : Tone.PLAIN,
                until == null
                        ? texts.get("notice.trial.open")
                        : texts.get("notice.trial.until", words.moment(until, now)),
                texts.get(state.urgentDryRun() ? "notice.trial.urgent" : "notice.trial.then"),
                Remedy.ACT);
    }

    private void standings(PlanState state, Map<String, String> names, List<Notice> notices) {
        var byKind = new EnumMap<Standing, List<String>>(Standing.class);
        for (var standing : state.batteries()) {
            var name = names.getOrDefault(standing.battery(), standing.battery());
            byKind.computeIfAbsent(standing.standing(), _ -> new ArrayList<>()).add(name);
        }
        for (var kind :
                List.of(
                        Standing.REVERSED,
                        Standing.FAILING,
                        Standing.DROPPING,
                        Standing.AWAY,
                        Standing.TAKEN_OVER,
                        Standing.UNABLE)) {
            var whose = byKind.get(kind);
            if (whose != null) {
                notices.add(standing(kind, whose));
            }
        }
    }

    private Notice standing(Standing kind, List<String> names) {
        var tone =
                switch (kind) {
                    case REVERSED -> Tone.ERROR;
                    case TAKEN_OVER, UNABLE -> Tone.PLAIN;
                    default -> Tone.ATTENTION;
                };
        var remedy =
                switch (kind) {
                    case AWAY, FAILING, DROPPING -> Remedy.DIAGNOSE;
                    default -> Remedy.NONE;
                };
        var key = "standing." + key(kind);
        return new Notice(
                tone,
                texts.get(key + ".what", words.list(names), names.size()),
                texts.get(key + ".then", names.size()),
                remedy);
    }

    private Notice unready(Readiness ready) {
        var day = words.day(ready.day());
        var missing = missing(ready);
        return new Notice(
                Tone.ATTENTION,
                texts.get("notice.unready", day),
                missing == null
                        ? texts.get("notice.unready.then")
                        : texts.get("notice.unready.power", missing),
                Remedy.ADJUST);
    }

    private @Nullable String missing(Readiness ready) {
        var energy = ready.missingWh();
        return energy == null ? null : words.formats().kwhWithUnit(energy);
    }

    private boolean isThisMorning(NightResult night, Instant now) {
        var zone = words.formats().zone();
        return night.day().equals(now.atZone(zone).toLocalDate());
    }

    /** A battery that was not heard is not known to be full. */
    private static boolean met(NightResult night, Map<String, String> names) {
        return night.belowTarget().isEmpty() && night.levels().keySet().containsAll(names.keySet());
    }

    private Notice night(NightResult night, Map<String, String> names) {
        var formats = words.formats();
        var below = new ArrayList<String>();
        names.forEach(
                (id, name) -> {
                    var level = night.levels().get(id);
                    if (level == null || night.belowTarget().contains(id)) {
                        below.add(
                                level == null
                                        ? name + " " + Formats.UNKNOWN
                                        : name + " " + formats.percentWithUnit((double) level));
                    }
                });
        return new Notice(
                Tone.ATTENTION,
                texts.get(
                        "notice.night",
                        new Words(formats).colour(night.colour()).toLowerCase(formats.locale()),
                        formats.percentWithUnit((double) night.targetSocPct())),
                String.join(", ", below) + ".",
                Remedy.NONE);
    }
}
