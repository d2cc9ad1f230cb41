package pilotempo.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A battery is left alone for a while, and compared with how it was.
 *
 * @param from when it began
 * @param until when asking begins again
 * @param verdict what it showed; null while it runs, and until the first rounds after it are over
 * @param before how it was when it began
 * @param after how it is since; null until then
 */
public record RestTest(
        Instant from,
        Instant until,
        @Nullable Verdict verdict,
        Condition before,
        @Nullable Condition after) {
    /** What a rest showed. */
    public enum Verdict {
        /** It is better since: asking hurts it. */
        HELPED,
        /** It is as bad as before: something else is wrong. */
        NO_DIFFERENCE,
        /** Nothing was wrong before it. */
        WAS_WELL,
        /** It was ended before its time. */
        ENDED
    }

    /**
     * How a battery is.
     *
     * @param lostPercent share of the recent requests without an answer; null without any
     * @param meterHeard whether it hears its meter; null where it has none
     * @param signs signs of harm in the last hour
     */
    public record Condition(@Nullable Double lostPercent, @Nullable Boolean meterHeard, int signs) {
        private static final double MUCH = 30;

        /** Whether something is wrong. */
        public boolean ill() {
            return (lostPercent != null && lostPercent > MUCH)
                    || Boolean.FALSE.equals(meterHeard)
                    || signs > 0;
        }
    }

    /** Whether the battery is left alone at an instant. */
    public boolean runsAt(Instant now) {
        return verdict == null && now.isBefore(until);
    }
}
