package pilotempo.ui.device;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilotempo.battery.ManualSlot;
import pilotempo.control.SlotLedger;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.ui.component.Tone;

/**
 * A battery's week: what was written into its program, and beside it what the plan will do.
 *
 * @param today the running day
 * @param blocks in order of the day, then of time
 */
record WeekState(DayOfWeek today, List<Block> blocks) {
    private static final int DAY_MINUTES = 24 * 60;

    /**
     * A stretch of one day.
     *
     * @param fromMinute of the day, 0 to 1439
     * @param untilMinute of the day, after it, at most 1440
     * @param slot number of the program's slot; −1 for a stretch of the plan
     * @param powerW positive = delivers
     */
    record Block(DayOfWeek day, int fromMinute, int untilMinute, int slot, int powerW) {
        /** Whether it is the plan's. */
        boolean planned() {
            return slot < 0;
        }

        Tone tone() {
            return Tone.ofPower((double) powerW);
        }
    }

    static WeekState of(SlotLedger ledger, Plan plan, String battery, Instant now, ZoneId zone) {
        var blocks = new ArrayList<Block>();
        for (var written : ledger.slots()) {
            if (written.slot() != null) {
                slot(written.slot(), blocks);
            }
        }
        for (var action : plan.actions()) {
            if (action.battery().equals(battery) && action.charges()) {
                planned(action, now, zone, blocks);
            }
        }
        blocks.sort(
                java.util.Comparator.comparing(Block::day)
                        .thenComparingInt(Block::fromMinute)
                        .thenComparingInt(Block::slot));
        return new WeekState(now.atZone(zone).getDayOfWeek(), List.copyOf(blocks));
    }

    /** How many slots hold something. */
    static long used(SlotLedger ledger) {
        return ledger.slots().stream().filter(written -> written.slot() != null).count();
    }

    private static void slot(ManualSlot slot, List<Block> blocks) {
        for (var day : slot.days()) {
            blocks.add(
                    new Block(
                            day,
                            minute(slot.from()),
                            minute(slot.to()),
                            slot.number(),
                            slot.powerW()));
        }
    }

    /** Over midnight it stands on two days; on the night that the clocks change by their faces. */
    private static void planned(
            PlannedAction action, Instant now, ZoneId zone, List<Block> blocks) {
        var begin = action.from().isBefore(now) ? now : action.from();
        var from = begin.atZone(zone);
        var until = action.until().atZone(zone);
        int power = action.powerW() == null ? 0 : action.powerW();
        for (var day = from.toLocalDate(); !day.isAfter(until.toLocalDate()); ) {
            int first = day.equals(from.toLocalDate()) ? minute(from.toLocalTime()) : 0;
            int last = day.equals(until.toLocalDate()) ? minute(until.toLocalTime()) : DAY_MINUTES;
            if (last > first) {
                blocks.add(new Block(day.getDayOfWeek(), first, last, -1, power));
            }
            day = day.plusDays(1);
        }
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
