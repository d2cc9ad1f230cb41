package pilotempo.control;

import java.time.Duration;
import pilotempo.lifecycle.Ticker;
import pilotempo.marstek.Haste;

/** By when something must be decided, and what of the time left may be spent on one exchange. */
final class Deadline {
    private static final Duration LONGEST_TURN = Duration.ofSeconds(15);

    private final Ticker ticker;
    private final long end;

    private Deadline(Ticker ticker, long end) {
        this.ticker = ticker;
        this.end = end;
    }

    static Deadline in(Duration duration, Ticker ticker) {
        return new Deadline(ticker, ticker.nanos() + duration.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(end - ticker.nanos());
    }

    boolean allows(Duration duration) {
        return left().compareTo(duration) >= 0;
    }

    /** Most of what is left for the turn, the rest for the answer. */
    Haste haste(Duration longestAnswer) {
        var left = left().isNegative() ? Duration.ZERO : left();
        return new Haste(
                shorter(left.multipliedBy(6).dividedBy(10), LONGEST_TURN),
                shorter(left.multipliedBy(4).dividedBy(10), longestAnswer));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
