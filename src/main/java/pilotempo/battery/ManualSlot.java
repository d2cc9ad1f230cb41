package pilotempo.battery;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * One slot of the weekly program. A slot ends on the day it begins: what runs over midnight is two
 * slots.
 *
 * @param number 0 to 9
 * @param from begin, whole minutes, local time of the battery
 * @param to end, after {@code from}
 * @param days at least one day
 * @param powerW positive = delivers, negative = charges
 */
public record ManualSlot(
        int number, LocalTime from, LocalTime to, Set<DayOfWeek> days, int powerW) {
    /** Checks number, order of times and days. */
    public ManualSlot {
        days = Set.copyOf(days);
        if (number < 0 || number > 9) {
            throw new IllegalArgumentException("slot " + number + " is not 0 to 9");
        }
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("slot ends at " + to + ", not after " + from);
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("slot without a day");
        }
    }
}
