package pilotempo.sync;

import java.util.Optional;

/**
 * What one pass did.
 *
 * @param server what answered; empty when none did
 * @param sentRows rows that the server has committed in this pass, of all streams
 * @param pendingRows rows that still wait
 * @param error in one line with the way out; empty when all was sent
 */
public record SyncReport(
        Optional<ServerKind> server, long sentRows, long pendingRows, Optional<String> error) {
    /** Whether nothing is left to send. */
    public boolean ok() {
        return error.isEmpty();
    }
}
