package pilotempo.app.cli;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import pilotempo.battery.ManualSlot;

/**
 * When a slot runs. A device's slot ends on the day it begins, at the latest at 23:59; what goes on
 * over midnight is two slots, the second on the next days.
 *
 * @param from its beginning
 * @param to its end; at or before the beginning: on the next day
 * @param days the days on which it begins
 */
record SlotTimes(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final String MIDNIGHT = "24:00";
    private static final Set<String> EVERY = Set.of("all", "every", "daily");

    static SlotTimes parse(String from, String to, List<String> days) throws CommandProblem {
        var begin = time("--from", from);
        boolean wholeDay = to.strip().equals(MIDNIGHT);
        var end = time("--to", wholeDay ? "00:00" : to);
        if (begin.equals(end) && !wholeDay) {
            throw CommandProblem.wrong(
                    "--from and --to are the same: a whole day is --from 00:00 --to 24:00");
        }
        if (begin.equals(LAST) && end.equals(LocalTime.MIDNIGHT)) {
            throw CommandProblem.wrong("a slot can't begin at its last minute, 23:59");
        }
        return new SlotTimes(begin, end, days(days));
    }

    /** The slots that it takes, the first with one number, the second with another. */
    List<ManualSlot> slots(int first, int second, int powerW) {
        if (to.isAfter(from)) {
            return List.of(new ManualSlot(first, from, to, days, powerW));
        }
        if (!overMidnight()) {
            return List.of(
                    from.isBefore(LAST)
                            ? new ManualSlot(first, from, LAST, days, powerW)
                            : new ManualSlot(first, LocalTime.MIDNIGHT, to, nextDays(), powerW));
        }
        return List.of(
                new ManualSlot(first, from, LAST, days, powerW),
                new ManualSlot(second, LocalTime.MIDNIGHT, to, nextDays(), powerW));
    }

    /** Whether it takes two slots. */
    boolean overMidnight() {
        return to.isBefore(from) && !to.equals(LocalTime.MIDNIGHT) && from.isBefore(LAST);
    }

    private Set<DayOfWeek> nextDays() {
        return days.stream().map(day -> day.plus(1)).collect(Collectors.toSet());
    }

    private static LocalTime time(String option, String text) throws CommandProblem {
        try {
            var bare = text.strip();
            var time = LocalTime.parse(bare.length() == 4 ? "0" + bare : bare);
            if (time.getSecond() == 0 && time.getNano() == 0) {
                return time;
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        throw CommandProblem.wrong(option + " '" + text + "' is not a time: write HH:MM, as 22:00");
    }

    private static Set<DayOfWeek> days(List<String> words) throws CommandProblem {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : words) {
            var bare = word.strip().toLowerCase(Locale.ROOT);
            if (EVERY.contains(bare)) {
                return EnumSet.allOf(DayOfWeek.class);
            }
            days.add(day(bare));
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static DayOfWeek day(String word) throws CommandProblem {
        return Arrays.stream(DayOfWeek.values())
                .filter(
                        day ->
                                word.equals(name(day, TextStyle.SHORT))
                                        || word.equals(name(day, TextStyle.FULL)))
                .findFirst()
                .orElseThrow(
                        () ->
                                CommandProblem.wrong(
                                        "--days '"
                                                + word
                                                + "' is none of mon, tue, wed, thu, fri, sat,"
                                                + " sun"));
    }

    private static String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }
}
