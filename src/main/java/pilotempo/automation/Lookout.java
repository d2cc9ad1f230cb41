package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.control.Limits;
import pilotempo.control.ReversedPower;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.control.SlotLedger;
import pilotempo.history.Facts;
import pilotempo.history.JournalEntry.Author;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.TempoClock;

/**
 * Gathers what is known of each battery at a moment. Confined to the automation thread, or to the
 * one that asks for a plan of another moment.
 */
final class Lookout {
    /** All known models have that many. */
    private static final int LEAST_SLOTS = 6;

    private static final Duration STOPPED = Duration.ofMinutes(2);

    /** So long a mode may be missing while powers are told. */
    private static final Duration MODE_OWED = Duration.ofMinutes(15);

    private final Control control;
    private final DayModes dayModes;
    private final ReversedPower reversed;
    private final Fullness fullness;
    private final Map<String, Watch> watches = new HashMap<>();

    Lookout(Control control, Facts facts, TempoClock clock) {
        this.control = control;
        dayModes = new DayModes(facts);
        reversed = new ReversedPower(facts);
        fullness = new Fullness(facts, clock);
    }

    /**
     * What does not belong to one battery.
     *
     * @param now the moment
     * @param changes around it
     * @param watching since when this run looks without a break
     * @param acts whether the plan steers
     * @param dayMode word of the settings
     * @param whys in the language of the settings
     */
    record Moment(
            Instant now,
            PlannedChanges changes,
            Instant watching,
            boolean acts,
            String dayMode,
            Whys whys) {}

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
        var dayMode = dayMode(mac, moment.dayMode());
        var decided = Relation.passed(past.lastDecided().orElse(Instant.MIN), now);
        var here = Relation.passed(decidedHere, now);
        decided = decided.isAfter(here) ? decided : here;
        var relation = watch.steady(Relation.of(past, seen, dayMode, decided, now), seen, now);
        var limits = limits(state.id());
        var trust = mac == null ? new Trust.Full() : reversed.of(mac, now);
        var base =
                new BatteryCase(
                        now,
                        moment.changes(),
                        moment.watching(),
                        moment.acts(),
                        null,
                        past,
                        seen,
                        relation,
                        decided,
                        watch.stalledFor(now),
                        false,
                        answers,
                        unable(limits, state, seen, relation, moment),
                        trust,
                        dayMode,
                        mac != null && dayModes.of(mac).isPresent(),
                        limits.map(Limits::slots).orElse(LEAST_SLOTS),
                        Optional.empty(),
                        () -> "",
                        moment.whys());
        return new Member(
                state.id(),
                mac,
                state,
                base,
                mac != null && full(mac, base),
                mac != null && fullness.lately(mac, now),
                limits.map(Limits::chargeW).orElse(0));
    }

    /**
     * Without its mode nobody knows what it goes back to, nor whether it holds still as told; its
     * power alone would tell of a charge only.
     */
    private static @Nullable String unable(
            Optional<Limits> limits,
            BatteryState state,
            Seen seen,
            Relation relation,
            Moment moment) {
        if (limits.filter(known -> !known.passive()).isPresent()) {
            return "its firmware does not take a power for a time";
        }
        var mode = state.mode();
        var since = mode == null ? Instant.MIN : mode.at();
        since = since.isAfter(moment.watching()) ? since : moment.watching();
        boolean silentOnIt =
                seen.mode() == null
                        && seen.power() != null
                        && relation.kind() == Relation.Kind.NONE
                        && !moment.now().isBefore(since.plus(MODE_OWED));
        return silentOnIt
                ? "it answers, but does not tell its mode: what it goes back to is not known, and a"
                        + " hold could not be checked"
                : null;
    }

    /** A mode that a person chose with Pilotempo is what the battery goes back to. */
    private void keepPersonsChoice(@Nullable Mac mac, Past past) {
        var head = past.head().orElse(null);
        if (mac != null && head != null && Past.byPerson(head) && head.result().took()) {
            dayModes.note(mac, Past.command(head).mode());
        }
    }

    private OperatingMode dayMode(@Nullable Mac mac, String setting) {
        return switch (setting) {
            case "auto" -> OperatingMode.AUTO;
            case "ai" -> OperatingMode.AI;
            default -> Optional.ofNullable(mac).flatMap(dayModes::of).orElse(OperatingMode.AUTO);
        };
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

    /** Whether it is in what an order of the plan was undone by, which need not be its day mode. */
    private static boolean undone(BatteryCase it, @Nullable OperatingMode mode) {
        return it.past()
                .head()
                .filter(head -> head.author() == Author.SAFETY)
                .filter(head -> Past.command(head).mode() == mode)
                .isPresent();
    }

    /**
     * What a battery is in before a plan's command is what it goes back to; but not what the plan
     * itself, or the device in the middle of its command, put it in.
     */
    void noteDayMode(Member member) {
        var it = member.base();
        var mode = it.seen().modeAfter(it.decided());
        boolean own =
                (it.relation().kind() != Relation.Kind.NONE
                                && it.relation().kind() != Relation.Kind.FOREIGN)
                        || undone(it, mode);
        if (member.mac() != null && mode != null && !own) {
            dayModes.note(member.mac(), mode);
        }
    }
}
