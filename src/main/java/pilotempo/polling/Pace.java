package pilotempo.polling;

import java.time.Duration;

/**
 * How far the pace of a battery is slowed down. A battery that loses most of what it is asked is
 * asked half as often, down to once in five minutes, and comes back step by step; one that is
 * silent altogether backs off after three missed rounds and is back at once when it answers. Not
 * thread-safe.
 */
final class Pace {
    private static final Duration SLOWEST = Duration.ofMinutes(5);
    private static final int PATIENCE = 3;
    private static final int MEMORY = 20;
    private static final double TOO_LOSSY = 0.5;
    private static final double HEALTHY = 0.25;

    private final boolean adaptive;
    private int slowing = 1;
    private int guarded = 1;
    private int missedRounds;
    private double asked;
    private double lost;

    Pace(boolean adaptive) {
        this.adaptive = adaptive;
    }

    /** Takes in how a round went; says whether losses have just slowed it down. */
    boolean round(int requests, int losses) {
        missedRounds = losses >= requests ? missedRounds + 1 : 0;
        asked += requests;
        lost += losses;
        if (asked > MEMORY) {
            lost *= MEMORY / asked;
            asked = MEMORY;
        }
        if (asked < MEMORY / 2.0 || missedRounds > 0) {
            return false;
        }
        if (lost / asked > TOO_LOSSY && slowing < 64) {
            slowing *= 2;
            forget();
            return true;
        }
        if (lost / asked < HEALTHY && slowing > 1) {
            slowing /= 2;
            forget();
        }
        return false;
    }

    /** How much the harm guard wants it slowed, at least 1. */
    void guarded(int factor) {
        guarded = factor;
    }

    /** Rounds in a row without any answer. */
    int missedRounds() {
        return missedRounds;
    }

    /** The interval to keep, given the one that is set. */
    Duration slowed(Duration set) {
        var silence = missedRounds < PATIENCE ? 1L : 1L << Math.min(missedRounds - PATIENCE + 1, 6);
        return times(set, Math.max(Math.max(slowing, guarded), silence));
    }

    /** The interval of a battery that answers: without what silence adds. */
    Duration steady(Duration set) {
        return times(set, Math.max(slowing, guarded));
    }

    private Duration times(Duration set, long factor) {
        if (!adaptive) {
            return set;
        }
        var wanted = set.multipliedBy(factor);
        var bound = set.compareTo(SLOWEST) > 0 ? set : SLOWEST;
        return wanted.compareTo(bound) > 0 ? bound : wanted;
    }

    private void forget() {
        asked = 0;
        lost = 0;
    }
}
