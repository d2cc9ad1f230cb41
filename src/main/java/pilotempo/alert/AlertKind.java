package pilotempo.alert;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be told, and its manners.
 *
 * <p>The order of the constants is the order in which several are told at once.
 */
enum AlertKind {
    /** The charge for a dear day is late or has failed. */
    CHARGE_LATE("charge-late", true, true, Duration.ZERO, Duration.ofMinutes(5)),
    /** A battery is not in its day mode after 06:00. */
    NOT_IN_DAY_MODE("not-in-day-mode", true, true, Duration.ofMinutes(1), Duration.ofMinutes(1)),
    /** The trial day would waste a day that matters. */
    DRY_RUN_URGENT("dry-run-urgent", false, false, Duration.ZERO, Duration.ZERO),
    /** The plan rests before a dear day. */
    PLAN_PAUSED("plan-paused", false, false, Duration.ZERO, Duration.ZERO),
    /** A dear day is ahead. */
    DAY_AHEAD("day-ahead", true, false, Duration.ZERO, Duration.ZERO),
    /** What a charged night came to. */
    NIGHT_RESULT("night-result", true, false, Duration.ZERO, Duration.ZERO),
    /** A command of the plan failed. */
    COMMAND_FAILED("command-failed", true, true, Duration.ZERO, Duration.ofMinutes(2)),
    /** A battery does not answer. */
    BATTERY_AWAY("battery-away", true, true, Duration.ZERO, Duration.ofMinutes(2)),
    /** A battery is hot. */
    TEMPERATURE_HIGH("temperature-high", true, true, Duration.ofMinutes(1), Duration.ofMinutes(5)),
    /** The clock can't be right. */
    CLOCK_DOUBTED("clock-doubted", false, true, Duration.ofMinutes(10), Duration.ofMinutes(1)),
    /** Readings don't reach the disk. */
    NOT_RECORDING("not-recording", false, true, Duration.ofMinutes(2), Duration.ofMinutes(2)),
    /** The disk is nearly full. */
    DISK_LOW("disk-low", false, true, Duration.ofMinutes(1), Duration.ofMinutes(5)),
    /** Batteries charge each other. */
    CHARGING_EACH_OTHER(
            "charging-each-other", false, true, Duration.ofMinutes(2), Duration.ofMinutes(10)),
    /** A battery's mode was changed by nobody known. */
    MODE_FOREIGN("mode-foreign", true, false, Duration.ofMinutes(2), Duration.ZERO),
    /** The harm guard asks a battery less often. */
    GUARD_SLOWED("guard-slowed", true, true, Duration.ofMinutes(5), Duration.ofMinutes(30)),
    /** A battery answers badly. */
    LINK_BAD("link-bad", true, true, Duration.ofMinutes(15), Duration.ofMinutes(30)),
    /** Rows wait for the server. */
    SYNC_BEHIND("sync-behind", false, true, Duration.ofMinutes(1), Duration.ofMinutes(1)),
    /** New prices are due. */
    PRICES_DUE("prices-due", false, false, Duration.ZERO, Duration.ZERO),
    /** A battery is nearly empty. */
    SOC_LOW("soc-low", true, true, Duration.ofMinutes(1), Duration.ofMinutes(1)),
    /** A battery is full. */
    SOC_FULL("soc-full", true, false, Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final String word;
    private final boolean hasSubject;
    private final boolean tellsEnd;
    private final Duration patience;
    private final Duration calm;

    AlertKind(String word, boolean hasSubject, boolean tellsEnd, Duration patience, Duration calm) {
        this.word = word;
        this.hasSubject = hasSubject;
        this.tellsEnd = tellsEnd;
        this.patience = patience;
        this.calm = calm;
    }

    /** Its name in the database. */
    String word() {
        return word;
    }

    /** Whether it is about one battery or one day, which is then its first argument. */
    boolean hasSubject() {
        return hasSubject;
    }

    /** Whether people are told that it is over. */
    boolean tellsEnd() {
        return tellsEnd;
    }

    /** Whether it tells how things stand. */
    boolean isNews() {
        return this == DAY_AHEAD || this == NIGHT_RESULT;
    }

    /** Whether it is told once more when it becomes urgent: it has become worse by itself. */
    boolean getsWorse() {
        return this == TEMPERATURE_HIGH;
    }

    /** How long it must be so before it is an alert. */
    Duration patience() {
        return patience;
    }

    /** How long it must be well again before it is over. */
    Duration calm() {
        return calm;
    }

    /** The kind of that name; empty for one of another version of the program. */
    static Optional<AlertKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
