package pilotempo.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code poll}.
 *
 * @param interval power interval, at least 2 s; absent = auto (60 s; 20 s for E 3.0, A and D with
 *     firmware from 150 while a window looks)
 * @param slowInterval slow tier, default 300 s; the rare tier is ten times that
 * @param gap quiet between requests to one battery, at least 200 ms; absent = auto
 * @param timeout upper bound of the time-out, default 10 s, at least 2 s
 * @param retries repeats of a lost read, default 1, 0 to 5
 * @param adaptive whether losses slow the pace down
 * @param bind local address to bind; absent = any
 * @param discovery whether a missing battery is looked for by broadcast
 */
public record PollSettings(
        Optional<Duration> interval,
        Duration slowInterval,
        Optional<Duration> gap,
        Duration timeout,
        int retries,
        boolean adaptive,
        Optional<String> bind,
        boolean discovery) {
    /** What holds when nothing is set. */
    public static final PollSettings DEFAULT =
            new PollSettings(
                    Optional.empty(),
                    Duration.ofSeconds(300),
                    Optional.empty(),
                    Duration.ofSeconds(10),
                    1,
                    true,
                    Optional.empty(),
                    true);
}
