package pilotempo.automation;

import org.jspecify.annotations.Nullable;

import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.control.Limits;
import pilotempo.control.SlotLedger;
import pilotempo.history.Facts;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.TempoClock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers what is known of each battery at a moment. Confined to the automation thread, or to the
 * one that asks for a plan of another moment.
 */
final class Lookout {
    private static final Duration STOPPED = Duration.ofMinutes(2);

    private final Control control;
    private final DayModes dayModes;
    private final Fullness fullness;
    private final Map<String, Watch> watches = new HashMap<>();

    Lookout(Control control, Facts facts, TempoClock clock) {
        this.control = control;
        dayModes = new DayModes(facts);
        fullness = new Fullness(facts, clock);
    }

    /**
     * What does not belong to one battery.
     *
     * @param now the moment
     * @param changes around it
     * @param watching since when this run looks without a break
     * @param switchedOn since when a strategy is on; null = it is off
     * @param dayMode word of the settings
     */
    record Moment(
            Instant now,
            PlannedChanges changes,
            Instant watching,
            @Nullable Instant switchedOn,
            String dayMode) {}

    /** All batteries, by live readings. */
    List<Member> live(FleetSnapshot fleet, Moment moment, Journals journals, Errands errands) {
        watches.keySet().removeIf(id -> fleet.battery(id).isEmpty());
        return fleet.batteries().stream()
                .map(
                        state ->
                                member(
                                        state,
                                        Seen.of(state, moment.now()),
                                        state.mac() != null && state.reachable(moment.now()),
                                        past(state, journals),
                                        errands.decided(state.id()),
                                        watches.computeIfAbsent(state.id(), _ -> new Watch()),
                                        moment))
                .toList();
    }

    /** One battery by its newest stored reading, however old. */
    Member stored(BatteryState state, Moment moment, Journals journals) {
        return member(
                state,
                Seen.stored(state),
                true,
                past(state, journals),
                Instant.MIN,
                new Watch(),
                moment);
    }

    private static Past past(BatteryState state, Journals journals) {
        var mac = state.mac();
        return mac == null ? new Past(List.of(), null) : journals.of(mac);
    }

    private Member member(
            BatteryState state,
            Seen seen,
            boolean answers,
            Past past,
            Instant decidedHere,
            Watch watch,
            Moment moment) {
        var mac = state.mac();
        var now = moment.now();
        keepPersonsChoice(mac, past);
        var dayMode = mac == null ? OperatingMode.AUTO : dayModes.of(mac, moment.dayMode());
        var decided = past.lastDecided().orElse(Instant.MIN);
        decided = decided.isAfter(decidedHere) ? decided : decidedHere;
        var relation = watch.steady(Relation.of(past, seen, dayMode, decided, now), seen, now);
        var limits = limits(state.id());
        var base =
                new BatteryCase(
                        now,
                        moment.changes(),
                        moment.watching(),
                        null,
                        past,
                        seen,
                        relation,
                        decided,
                        watch.stalledFor(now),
                        false,
                        answers,
                        limits.filter(known -> !known.passive()).isPresent()
                                ? "its firmware does not take a power for a time"
                                : null,
                        past.reversed(moment.switchedOn()).orElse(null),
                        dayMode,
                        mac != null && dayModes.kept(mac).isPresent(),
                        Optional.empty(),
                        "");
        return new Member(
                state.id(),
                mac,
                state,
                base,
                mac != null && full(mac, base),
                mac != null && fullness.lately(mac, now),
                limits.map(Limits::chargeW).orElse(0));
    }

    /** A mode that a person chose with Pilotempo is what the battery goes back to. */
    private void keepPersonsChoice(@Nullable Mac mac, Past past) {
        var head = past.head().orElse(null);
        if (mac != null && head != null && Past.byPerson(head) && head.result().took()) {
            dayModes.keep(mac, Past.command(head).mode());
        }
    }

    /** Told to charge, at 92 % or above, and nothing flows for minutes: its BMS has stopped. */
    private boolean full(Mac mac, BatteryCase it) {
        var level = it.seen().socPct();
        var entry = it.relation().entry();
        if (it.relation().kind() == Relation.Kind.STALLED
                && entry != null
                && Past.powerW(entry) < 0
                && level != null
                && level >= Fullness.LEAST_PCT
                && it.stalledFor().compareTo(STOPPED) >= 0) {
            fullness.reached(mac, level, it.now());
            return true;
        }
        return fullness.is(mac, level, it.now());
    }

    private Optional<Limits> limits(String battery) {
        try {
            return Optional.of(control.limits(battery));
        } catch (BadOrder unknown) {
            return Optional.empty();
        }
    }

    /** What Pilotempo wrote into its program, for the way back to Manual. Waits for the disk. */
    Optional<SlotLedger> slots(String battery) {
        try {
            return Optional.of(control.slots(battery));
        } catch (BadOrder unknown) {
            return Optional.empty();
        }
    }

    /** The mode that it is in before a plan's first command. */
    void noteDayMode(Member member) {
        var mode = member.base().seen().mode();
        if (member.mac() != null && mode != null) {
            dayModes.keep(member.mac(), mode.value());
        }
    }

    /** It had reached its target when it was told to hold. */
    void noteReached(Member member) {
        var level = member.base().seen().socPct();
        if (member.mac() != null && level != null) {
            fullness.reached(member.mac(), level, member.base().now());
        }
    }
}
