package pilotempo.polling;

import java.time.Duration;

/**
 * How far the pace of a battery is slowed down, to once in five minutes at most: by what the harm
 * guard says, and for one that is silent altogether by a back-off after three missed rounds, which
 * ends with its first answer. Not thread-safe.
 */
final class Pace {
    private static final Duration SLOWEST = Duration.ofMinutes(5);

    /** The house's load is to be seen while batteries charge. */
    private static final Duration SLOWEST_CHARGING = Duration.ofMinutes(2);

    /**
     * A back-off beyond sixty-four intervals makes no difference: two seconds become two minutes.
     */
    private static final int DOUBLINGS = 6;

    private final boolean adaptive;
    private final Absence absence;
    private int guarded = 1;

    Pace(boolean adaptive, Absence absence) {
        this.adaptive = adaptive;
        this.absence = absence;
    }

    /** How many times slower than set it may get, at least 1. */
    int most(Duration set, boolean charging) {
        var slowest = charging ? SLOWEST_CHARGING : SLOWEST;
        return adaptive ? (int) Math.max(1, slowest.dividedBy(set)) : 1;
    }

    /** How much the harm guard wants it slowed, at least 1. */
    void guarded(int factor) {
        guarded = factor;
    }

    /** The interval to keep, given the one that is set. */
    Duration slowed(Duration set) {
        int over = absence.missedRounds() - Absence.AWAY_AFTER_ROUNDS;
        long silence = over < 0 ? 1L : 1L << Math.min(over + 1, DOUBLINGS);
        return times(set, Math.max(guarded, silence));
    }

    /** The interval of a battery that answers: without what silence adds. */
    Duration steady(Duration set) {
        return times(set, guarded);
    }

    private Duration times(Duration set, long factor) {
        if (!adaptive) {
            return set;
        }
        var wanted = set.multipliedBy(factor);
        var bound = set.compareTo(SLOWEST) > 0 ? set : SLOWEST;
        return wanted.compareTo(bound) > 0 ? bound : wanted;
    }
}
