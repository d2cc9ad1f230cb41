package pilotempo.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a battery answers.
 *
 * @param diagnosis in one word
 * @param riskyFirmware whether its firmware is known to lose settings or its API when asked often
 *     (before 150; HMG-50 before 156)
 * @param sent requests in the last 24 h
 * @param answered of them, answered in time
 * @param lostLately share of the requests of the last three quarters of an hour without an answer,
 *     per cent, absences of the battery left out; null before the first
 * @param p50 median latency of the recent answers; null without any
 * @param p95 95th percentile of the same
 * @param lastAnswer when it last answered in this run; null if never
 * @param pace the power interval in force now
 * @param gap the quiet between requests in force
 * @param missedRounds rounds in a row without any answer
 * @param ephemeralPort whether the API port was taken here, so that some firmware will not answer
 * @param harm signs that asking hurts it, and what is done about them
 */
public record LinkHealth(
        Diagnosis diagnosis,
        boolean riskyFirmware,
        long sent,
        long answered,
        @Nullable Double lostLately,
        @Nullable Duration p50,
        @Nullable Duration p95,
        @Nullable Instant lastAnswer,
        Duration pace,
        Duration gap,
        int missedRounds,
        boolean ephemeralPort,
        Harm harm) {
    /** Before the first question. */
    public static final LinkHealth STARTING =
            new LinkHealth(
                    Diagnosis.STARTING,
                    false,
                    0,
                    0,
                    null,
                    null,
                    null,
                    null,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(5),
                    0,
                    false,
                    Harm.NONE);

    /**
     * Share of the last day's requests without an answer, absences counted, per cent; null before
     * the first. A figure to show: {@link #lostLately} says how the link is.
     */
    public @Nullable Double lostPercent() {
        return sent == 0 ? null : 100.0 * (sent - answered) / sent;
    }
}
