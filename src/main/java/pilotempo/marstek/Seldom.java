package pilotempo.marstek;

import java.time.Duration;
import org.slf4j.Logger;
import pilotempo.lifecycle.Ticker;

/** Tells of something that may happen often: the first time, then once a minute with a count. */
final class Seldom {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final Ticker ticker;
    private long last;
    private long since;
    private boolean told;

    Seldom(Logger log, Ticker ticker) {
        this.log = log;
        this.ticker = ticker;
    }

    /** It happened. */
    synchronized void warn(String what, Object... about) {
        since++;
        long now = ticker.nanos();
        if (!told || now - last >= MINUTE) {
            log.warn(since > 1 ? what + " (one of " + since + " such)" : what, about);
            told = true;
            last = now;
            since = 0;
        }
    }
}
