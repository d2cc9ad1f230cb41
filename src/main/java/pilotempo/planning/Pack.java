package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.BatteryNow.Running;

/**
 * A battery at some moment of a plan, now or foreseen.
 *
 * @param battery as it is now
 * @param socPct level then; null = unknown
 * @param full whether its BMS has stopped
 * @param running what it has been told by then; null = day mode
 */
record Pack(BatteryNow battery, @Nullable Double socPct, boolean full, @Nullable Running running) {
    /** So far below the target a held battery is left alone; standing by takes 1 % a night. */
    private static final double SAG_PCT = 3;

    private static final double HALF = 0.5;
    private static final double ROUNDING_PCT = 1e-6;

    static Pack now(BatteryNow battery) {
        return new Pack(battery, battery.socPct(), battery.full(), battery.running());
    }

    /**
     * With the lowest level that it may have. Levels are told in whole per cents, 95 may be 94.5:
     * so a charge goes on until 96 is told, or to 100 until the BMS stops. What is held was there.
     */
    Pack atLeast() {
        return socPct == null || holds() ? this : withSoc(Math.max(0, socPct - HALF));
    }

    boolean holds() {
        return running != null && running.powerW() == 0;
    }

    /** The power at which it charges, W; 0 when it doesn't. */
    int chargeW() {
        return running == null ? 0 : running.chargeW();
    }

    /** Whether its present command is younger than that. */
    boolean fresher(Duration age, Instant at) {
        return running != null && running.since().plus(age).isAfter(at);
    }

    /** Whether it is at a target. */
    boolean at(int target) {
        return socPct != null && socPct >= target - ROUNDING_PCT;
    }

    /** Whether it is at a target, or was and has sagged since. */
    boolean near(int target) {
        return near(target, SAG_PCT);
    }

    /** Whether it is at a target, or has sagged by no more than that while held. */
    boolean near(int target, double sagPct) {
        boolean sagged = socPct != null && socPct >= target - sagPct - ROUNDING_PCT;
        return at(target) || (holds() && sagged);
    }

    /** Energy from the socket until a target, Wh; null where level or capacity is unknown. */
    @Nullable Double missingWh(int target) {
        if (full) {
            return 0.0;
        }
        var capacity = battery.capacityWh();
        return socPct == null || capacity == null
                ? null
                : Math.max(0, target - socPct) / 100 * capacity / Losses.IN;
    }

    /** After it was told a Passive power at an instant. */
    Pack told(int powerW, Instant at) {
        return running != null && running.powerW() == powerW
                ? this
                : new Pack(battery, socPct, full, new Running(powerW, at));
    }

    /** After it was put into its day mode. */
    Pack free() {
        return new Pack(battery, socPct, false, null);
    }

    Pack withSoc(@Nullable Double soc) {
        return new Pack(battery, soc, full, running);
    }
}
