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
 * @param notice what people must hear of this run, in one line: that a damaged database was set
 *     aside; null when there is nothing
 */
public record HistoryHealth(
        boolean recording,
        @Nullable String trouble,
        @Nullable Instant lastCommit,
        int waiting,
        @Nullable String notice) {
    /** Without a notice. */
    public HistoryHealth(
            boolean recording,
            @Nullable String trouble,
            @Nullable Instant lastCommit,
            int waiting) {
        this(recording, trouble, lastCommit, waiting, null);
    }

    /** The same, with a notice. */
    HistoryHealth with(@Nullable String told) {
        return new HistoryHealth(recording, trouble, lastCommit, waiting, told);
    }
}
