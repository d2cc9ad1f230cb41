package pilotempo.automation;

import org.jspecify.annotations.Nullable;

import pilotempo.battery.OperatingMode;
import pilotempo.control.SlotLedger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that counts for what one battery is to be told.
 *
 * @param now the moment
 * @param changes the planned changes around it
 * @param watching since when this run has looked without a break; what was before is judged by what
 *     is seen alone
 * @param want what the plan wants now; null = that the battery is on its own
 * @param past the journal
 * @param seen the newest readings
 * @param relation between the two
 * @param decided when the last command was decided
 * @param stalledFor how long no power has flowed although it should
 * @param over whether all charging together draws more than the house bears
 * @param reachable whether it answers
 * @param unable why it can't be steered; null = it can
 * @param reversedAt when its power came out reversed; null = never
 * @param dayMode what it goes back to
 * @param dayModeKept whether that was seen, not assumed
 * @param manualSlots what Pilotempo wrote into its program, and how many slots that has; empty
 *     unless it goes back to Manual
 * @param leaving why the plan is left, in words
 */
record BatteryCase(
        Instant now,
        PlannedChanges changes,
        Instant watching,
        @Nullable Want want,
        Past past,
        Seen seen,
        Relation relation,
        Instant decided,
        Duration stalledFor,
        boolean over,
        boolean reachable,
        @Nullable String unable,
        @Nullable Instant reversedAt,
        OperatingMode dayMode,
        boolean dayModeKept,
        Optional<SlotLedger> manualSlots,
        String leaving) {
    /** The same with what the plan says. */
    BatteryCase with(
            @Nullable Want wanted, boolean tooMuch, Optional<SlotLedger> slots, String whyLeaving) {
        return new BatteryCase(
                now,
                changes,
                watching,
                wanted,
                past,
                seen,
                relation,
                decided,
                stalledFor,
                tooMuch,
                reachable,
                unable,
                reversedAt,
                dayMode,
                dayModeKept,
                slots,
                whyLeaving);
    }
}
