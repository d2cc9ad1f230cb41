package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.control.SlotLedger;
import pilotempo.history.JournalEntry;

/**
 * All that counts for what one battery is to be told.
 *
 * @param now the moment
 * @param changes the planned changes around it
 * @param watching since when this run has looked without a break; what was before is judged by what
 *     is seen alone
 * @param acts whether the plan steers; else its planned changes come to nothing
 * @param want what the plan wants now; null = that the battery is on its own
 * @param past the journal
 * @param seen the newest readings
 * @param relation between the two
 * @param decided when the last command was decided
 * @param stalledFor how long no power has flowed although it should
 * @param over whether all charging together draws more than the house bears
 * @param reachable whether it answers
 * @param unable why it can't be steered; null = it can
 * @param trust what may be ordered of it since its power came out reversed
 * @param dayMode what it goes back to
 * @param dayModeKept whether that was seen, not assumed
 * @param slots how many its program has
 * @param manualSlots what Pilotempo wrote into them; empty unless it goes back to Manual
 * @param leaving tells why the plan is left, in words
 * @param whys for the journal
 */
record BatteryCase(
        Instant now,
        PlannedChanges changes,
        Instant watching,
        boolean acts,
        @Nullable Want want,
        Past past,
        Seen seen,
        Relation relation,
        Instant decided,
        Duration stalledFor,
        boolean over,
        boolean reachable,
        @Nullable String unable,
        Trust trust,
        OperatingMode dayMode,
        boolean dayModeKept,
        int slots,
        Optional<SlotLedger> manualSlots,
        Supplier<String> leaving,
        Whys whys) {
    /** The plan's Passive that the relation is about. */
    JournalEntry entry() {
        var entry = relation.entry();
        if (entry == null) {
            throw new IllegalStateException(relation.kind() + " without its command");
        }
        return entry;
    }

    /** Whether no power may be ordered of it, as it came out reversed. */
    boolean reversed() {
        return trust instanceof Trust.Stopped;
    }

    /** The mode it was seen in; the day mode where none was. */
    OperatingMode mode() {
        var mode = seen.mode();
        return mode == null ? dayMode : mode.value();
    }

    /** When it was seen in its mode. */
    Instant modeAt() {
        var mode = seen.mode();
        return mode == null ? now : mode.at();
    }

    /** Whether the last command was given by this run, and seen through. */
    boolean inThisRun() {
        return past.head().filter(head -> !head.at().isBefore(watching)).isPresent();
    }

    /** The same with what the plan says. */
    BatteryCase with(
            @Nullable Want wanted,
            boolean tooMuch,
            Optional<SlotLedger> written,
            Supplier<String> whyLeaving) {
        return new BatteryCase(
                now,
                changes,
                watching,
                acts,
                wanted,
                past,
                seen,
                relation,
                decided,
                stalledFor,
                tooMuch,
                reachable,
                unable,
                trust,
                dayMode,
                dayModeKept,
                slots,
                written,
                whyLeaving,
                whys);
    }
}
