package pilotempo.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recording goes.
 *
 * @param recording whether readings reach the disk
 * @param trouble in words for the log when not; null when all is well
 * @param lastCommit when readings last became durable; null if not in this run
 * @param waiting readings accepted and not durable yet
 */
public record HistoryHealth(
        boolean recording, @Nullable String trouble, @Nullable Instant lastCommit, int waiting) {}
