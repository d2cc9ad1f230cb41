package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * Since when this run has looked without a break. The machine's sleep and a clock that was set are
 * breaks: what happened meanwhile is not known. Confined to the looks.
 */
final class Breaks {
    private static final Logger LOG = LoggerFactory.getLogger(Breaks.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration JUMP = Duration.ofMinutes(2);

    private final Time time;
    private @Nullable Instant since;
    private @Nullable Instant last;
    private long lastNanos;

    Breaks(Time time) {
        this.time = time;
    }

    /** A look begins. */
    Instant watchingSince(Instant now) {
        long nanos = time.ticker().nanos();
        var before = last;
        var start = since;
        if (before == null || start == null) {
            start = now;
        } else if (broken(Duration.between(before, now), Duration.ofNanos(nanos - lastNanos))) {
            LOG.info("The clock went from {} to {}: looking anew", before, now);
            start = now;
        }
        since = start;
        last = now;
        lastNanos = nanos;
        return start;
    }

    private static boolean broken(Duration wall, Duration ticks) {
        return wall.compareTo(LONGEST) > 0
                || ticks.compareTo(LONGEST) > 0
                || wall.minus(ticks).abs().compareTo(JUMP) > 0;
    }
}
