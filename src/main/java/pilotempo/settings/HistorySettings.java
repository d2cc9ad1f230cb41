package pilotempo.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code history}.
 *
 * @param commitInterval what a power cut may cost at most, default 5 s, 1 s to 10 min
 * @param rawDays how long raw readings are kept; absent = for ever
 */
public record HistorySettings(Duration commitInterval, Optional<Integer> rawDays) {
    /** What holds when nothing is set. */
    public static final HistorySettings DEFAULT =
            new HistorySettings(Duration.ofSeconds(5), Optional.empty());
}
