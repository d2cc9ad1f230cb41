package pilotempo.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How the sync goes.
 *
 * @param phase what it does
 * @param server what answered last; empty before the first contact
 * @param version of the server, for people, as "PostgreSQL 17.6, TimescaleDB 2.19.3"; empty before
 *     the first contact
 * @param place host, port and database, for people; never a password
 * @param encryption what protects the connection
 * @param pendingRows rows that wait, of all streams; above 10,000 an estimate
 * @param oldestPending time of the oldest reading that waits
 * @param rowsPerSecond while catching up, else 0
 * @param lastSuccess when the server last acknowledged, or had nothing to take
 * @param problem why it doesn't go; empty when it does
 * @param nextTry when it is tried again after a problem
 * @param rejectedRows rows that the server will never take, set aside
 * @param jobsProblem what is wrong with the server's own background jobs; empty when they run or
 *     there are none
 */
public record SyncState(
        Phase phase,
        Optional<ServerKind> server,
        String version,
        String place,
        Encryption encryption,
        long pendingRows,
        Optional<Instant> oldestPending,
        double rowsPerSecond,
        Optional<Instant> lastSuccess,
        Optional<SyncProblem> problem,
        Optional<Instant> nextTry,
        long rejectedRows,
        Optional<JobsProblem> jobsProblem) {
    /** No server is configured. */
    public static final SyncState NONE =
            new SyncState(
                    Phase.NOT_CONFIGURED,
                    Optional.empty(),
                    "",
                    "",
                    Encryption.NONE,
                    0,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty());

    /** What it does. */
    public enum Phase {
        /** No server is configured. */
        NOT_CONFIGURED,
        /** Reaches for the server. */
        CONNECTING,
        /** Sends what waited. */
        CATCHING_UP,
        /** Nothing waits. */
        UP_TO_DATE,
        /** A problem; it will be tried again. */
        WAITING
    }

    /** What protects the connection; by {@code sslmode}, said as what it is. */
    public enum Encryption {
        /** Plain text: everybody on the way can read and change it. */
        NONE,
        /** Encrypted if the server wants, without knowing who it is; may be plain text. */
        PERHAPS,
        /** Encrypted, but anybody may play the server. */
        UNVERIFIED,
        /** Encrypted, the certificate's issuer is checked, its name is not. */
        ISSUER_VERIFIED,
        /** Encrypted, and the server is who it says. */
        VERIFIED
    }

    /** Whether a server is configured. */
    public boolean configured() {
        return phase != Phase.NOT_CONFIGURED;
    }
}
