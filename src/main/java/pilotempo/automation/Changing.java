package pilotempo.automation;

import java.time.Duration;

/** When a change of power is worth a write. */
final class Changing {
    /** A command that goes on is renewed so long before its end. */
    static final Duration AHEAD = Duration.ofSeconds(60);

    /** Less than this is not worth a command. */
    static final Duration WORTH_IT = Duration.ofSeconds(30);

    /** Powers are not raised, nor lowered without need, more often than this. */
    static final Duration CALM = Duration.ofMinutes(5);

    private static final int LEAST_W = 100;

    private Changing() {}

    /**
     * Whether a new power is to be sent.
     *
     * @param told what the battery does, W
     * @param wanted what the plan wants
     * @param over whether less charging is needed at once
     * @param since since the last command
     */
    static boolean differs(int told, int wanted, boolean over, Duration since) {
        if (told == wanted) {
            return false;
        }
        boolean less = wanted > told && told < 0;
        if (less && over) {
            return true;
        }
        if (Integer.signum(told) != Integer.signum(wanted)) {
            boolean begins = told == 0 && wanted < 0;
            return !begins || since.compareTo(CALM) >= 0;
        }
        int step = Math.abs(told - wanted);
        return step >= Math.max(LEAST_W, Math.abs(told) / 8) && since.compareTo(CALM) >= 0;
    }

    /**
     * How long to wait after so many failures in a row: long enough for a reading that may show
     * that the command worked after all, and not over five times an hour (design §6).
     */
    static Duration patience(int failures) {
        return Duration.ofMinutes(Math.min(20, 1L << Math.min(failures, 5)));
    }
}
