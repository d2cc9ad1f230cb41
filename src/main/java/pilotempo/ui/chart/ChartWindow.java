package pilotempo.ui.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time on screen.
 *
 * @param from begin
 * @param to end, after {@code from}
 */
public record ChartWindow(Instant from, Instant to) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(366L * 30);

    /** Its length. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /**
     * So many times as long (below 1 = closer), the share of the window at {@code around} staying
     * in place. Between 5 minutes and thirty years.
     */
    public ChartWindow zoomed(double factor, Instant around) {
        double old = length().toMillis();
        double wanted =
                Math.clamp(old * factor, (double) SHORTEST.toMillis(), (double) LONGEST.toMillis());
        double share = Math.clamp(Duration.between(from, around).toMillis() / old, 0.0, 1.0);
        var begin = around.minusMillis(Math.round(wanted * share));
        return new ChartWindow(begin, begin.plusMillis(Math.round(wanted)));
    }

    /** A stretch of it, at least 5 minutes long, around the same middle. */
    public ChartWindow stretch(Instant one, Instant other) {
        var begin = one.isBefore(other) ? one : other;
        var end = one.isBefore(other) ? other : one;
        var length = Duration.between(begin, end);
        if (length.compareTo(SHORTEST) >= 0) {
            return new ChartWindow(begin, end);
        }
        var middle = begin.plus(length.dividedBy(2));
        return new ChartWindow(
                middle.minus(SHORTEST.dividedBy(2)), middle.plus(SHORTEST.dividedBy(2)));
    }

    /** Shifted by a share of its own length, positive = later. */
    public ChartWindow panned(double share) {
        long by = Math.round(length().toMillis() * share);
        return new ChartWindow(from.plusMillis(by), to.plusMillis(by));
    }

    /** Moved back so that it doesn't end after the latest moment allowed. */
    public ChartWindow notAfter(Instant latest) {
        return to.isAfter(latest) ? new ChartWindow(latest.minus(length()), latest) : this;
    }
}
