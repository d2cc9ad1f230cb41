package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.PlanState;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;

/**
 * Writes a plan: for scripts and for people.
 *
 * @param plan what is to be done
 * @param state how automation stands
 * @param running whether a program polls, so that it is known who answers
 * @param zone in which people are told times
 */
record PlanOutput(Plan plan, PlanState state, boolean running, ZoneId zone) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE dd HH:mm", Locale.ENGLISH);
    private static final Set<Standing> OTHERS =
            EnumSet.of(Standing.TAKEN_OVER, Standing.UNABLE, Standing.REVERSED);
    private static final Set<Standing> TROUBLED =
            EnumSet.of(Standing.AWAY, Standing.FAILING, Standing.DROPPING);

    void json(OutputStream out) throws IOException {
        Json.print(out, this::document);
    }

    private void document(JsonGenerator json) throws IOException {
        json.writeStartObject();
        Json.instant(json, "at", plan.at());
        json.writeStringField("strategy", plan.strategy());
        json.writeBooleanField("enabled", state.enabled());
        json.writeBooleanField("paused", pausedThen());
        json.writeBooleanField("dry_run", state.dryRun());
        json.writeArrayFieldStart("actions");
        for (var action : actions()) {
            action(json, action);
        }
        json.writeEndArray();
        Json.instant(json, "paused_until", state.pausedUntil());
        Json.instant(json, "dry_run_until", state.dryRunUntil());
        json.writeBooleanField("clock_doubted", state.clockDoubted());
        json.writeArrayFieldStart("left_alone");
        for (var standing : leftAlone()) {
            json.writeStartObject();
            json.writeStringField("battery", standing.battery());
            json.writeStringField("standing", word(standing));
            Json.instant(json, "since", standing.since());
            json.writeStringField("reason", standing.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void action(JsonGenerator json, PlannedAction action) throws IOException {
        json.writeStartObject();
        Json.instant(json, "from", action.from());
        Json.instant(json, "until", action.until());
        json.writeStringField("battery", action.battery());
        json.writeStringField("mode", action.mode().word());
        number(json, "power_w", action.powerW());
        number(json, "target_soc_pct", action.targetSocPct());
        json.writeStringField("reason", action.reason().sentence(Locale.ENGLISH, zone));
        Json.number(json, "expected_from_soc_pct", rounded(action.socFromPct()));
        Json.number(json, "expected_until_soc_pct", rounded(action.socUntilPct()));
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Integer value)
            throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }

    void text(PrintWriter out) {
        out.println(head());
        var actions = actions();
        if (!actions.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %-12s %-12s %-18s %-12s %s%n",
                    "from",
                    "until",
                    "battery",
                    "does",
                    "level",
                    "because");
        }
        for (var action : actions) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %-12s %-12s %-18s %-12s %s%n",
                    when(action.from()),
                    when(action.until()),
                    action.battery(),
                    does(action),
                    level(action.socFromPct()) + " → " + level(action.socUntilPct()),
                    action.reason().sentence(Locale.ENGLISH, zone));
        }
        plan.readiness().ifPresent(ready -> out.println(readiness(ready)));
        for (var standing : leftAlone()) {
            out.println(
                    (OTHERS.contains(standing.standing()) ? "left alone: " : "trouble: ")
                            + standing.battery()
                            + ": "
                            + standing.detail());
        }
    }

    private String head() {
        var head = "strategy " + plan.strategy() + ", at " + when(plan.at());
        if (!state.enabled()) {
            return head
                    + "; no strategy is switched on"
                    + (plan.actions().isEmpty() ? ": look at one with --strategy tempo" : "");
        }
        if (state.clockDoubted()) {
            return head + "; the clock is not plausible, nothing is written";
        }
        if (pausedThen()) {
            var until = state.pausedUntil();
            return head
                    + "; paused "
                    + (until == null ? "until it is resumed" : "until " + when(until))
                    + ", nothing is ordered before";
        }
        var trial = state.dryRunUntil();
        return state.dryRun() && trial != null
                ? head + "; on trial until " + when(trial) + ", nothing is ordered"
                : head;
    }

    /** Whether it rests at the moment that the plan is of. */
    private boolean pausedThen() {
        var until = state.pausedUntil();
        return state.paused() && (until == null || plan.at().isBefore(until));
    }

    /** What runs now is not told of a battery that somebody else commands. */
    private List<PlannedAction> actions() {
        return plan.actions().stream()
                .filter(action -> !(action.runsAt(plan.at()) && isTakenOver(action.battery())))
                .toList();
    }

    private boolean isTakenOver(String battery) {
        return leftAlone().stream()
                .filter(standing -> OTHERS.contains(standing.standing()))
                .anyMatch(standing -> standing.battery().equals(battery));
    }

    private List<BatteryStanding> leftAlone() {
        return state.batteries().stream()
                .filter(
                        standing ->
                                OTHERS.contains(standing.standing())
                                        || (running && TROUBLED.contains(standing.standing())))
                .toList();
    }

    private String readiness(Readiness ready) {
        var missing = ready.missingWh();
        var needs = ready.needs();
        var begins = ready.begins();
        return "for "
                + ready.day()
                + " ("
                + ready.colour().name().toLowerCase(Locale.ROOT)
                + "): "
                + ready.reachable()
                + " of "
                + ready.batteries()
                + (running ? " batteries reachable, " : " batteries, as stored last, ")
                + (missing == null
                        ? "a level is not known"
                        : String.format(Locale.ROOT, "%.1f kWh to charge", missing / 1000))
                + ", at most "
                + ready.powerW()
                + " of "
                + ready.roomW()
                + " W"
                + (begins == null ? "" : ", from " + when(begins))
                + (needs == null ? "" : ", " + hours(needs))
                + (ready.unable() == 0 ? "" : "; " + ready.unable() + " not steered by the plan")
                + (ready.fits() ? "" : "; not all will reach the target");
    }

    private static String hours(Duration time) {
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    private String when(Instant instant) {
        return when(instant, zone);
    }

    /** "Mon 05 22:05". */
    static String when(Instant instant, ZoneId zone) {
        return WHEN.format(instant.atZone(zone));
    }

    private static String does(PlannedAction action) {
        var power = action.powerW();
        if (power == null) {
            return action.mode().word();
        }
        if (power == 0) {
            return "hold, 0 W";
        }
        return (power < 0 ? "charge, " : "deliver, ") + Math.abs(power) + " W";
    }

    private static String level(@Nullable Double soc) {
        return soc == null ? "—" : Math.round(soc) + " %";
    }

    private static String word(BatteryStanding standing) {
        return standing.standing().name().toLowerCase(Locale.ROOT);
    }
}
