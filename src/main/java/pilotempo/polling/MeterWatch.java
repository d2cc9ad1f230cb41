package pilotempo.polling;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.live.HarmSign;

/**
 * Follows whether a battery hears its CT meter. One that never did has none, and misses nothing.
 * Not thread-safe.
 */
final class MeterWatch {
    /**
     * After so long it does not come back by itself: a CT lost to asking is back within minutes
     * (API notes, section e), and until then it is a flip, counted as such.
     */
    static final Duration GONE_AFTER = Duration.ofMinutes(10);

    private @Nullable Boolean heard;
    private boolean had;
    private @Nullable Long lostNanos;
    private boolean gone;

    /**
     * @param had whether it heard one lately, in an earlier run
     */
    MeterWatch(boolean had) {
        this.had = had;
    }

    /** What it says of it now; the sign in that, if it is one. */
    Optional<HarmSign> told(boolean hears, long nowNanos) {
        boolean flipped = Boolean.TRUE.equals(heard) && !hears;
        heard = hears;
        had |= hears;
        if (hears) {
            lostNanos = null;
            gone = false;
            return Optional.empty();
        }
        if (lostNanos == null) {
            lostNanos = nowNanos;
        }
        if (had && !gone && nowNanos - lostNanos >= GONE_AFTER.toNanos()) {
            gone = true;
            return Optional.of(HarmSign.METER_GONE);
        }
        return flipped ? Optional.of(HarmSign.METER_LOST) : Optional.empty();
    }

    /** Whether it is without the meter that it had, and that for long. */
    boolean gone() {
        return gone;
    }

    /** Whether it hears its meter; null while unknown. */
    @Nullable Boolean heard() {
        return heard;
    }
}
