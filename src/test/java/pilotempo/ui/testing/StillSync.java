package pilotempo.ui.testing;

import java.time.Duration;
import java.util.Optional;
import pilotempo.sync.JobsProblem;
import pilotempo.sync.ServerKind;
import pilotempo.sync.SyncProblem;
import pilotempo.sync.SyncState;
import pilotempo.sync.SyncState.Encryption;
import pilotempo.sync.SyncState.Phase;

/** Ways that a sync can stand. */
public final class StillSync {
    private StillSync() {}

    /** All is sent. */
    public static SyncState upToDate(Encryption encryption) {
        return state(Phase.UP_TO_DATE, encryption, 0, Optional.empty(), 0, Optional.empty());
    }

    /** So many rows wait, the oldest so long, and they are being sent. */
    public static SyncState catchingUp(long rows, Duration oldest) {
        return state(
                Phase.CATCHING_UP,
                Encryption.VERIFIED,
                rows,
                Optional.of(oldest),
                0,
                Optional.empty());
    }

    /** The server does not answer since three hours. */
    public static SyncState refused() {
        return failing(
                new SyncProblem(
                        SyncProblem.Kind.SILENT, "192.0.2.40:5432/pilotempo does not answer", ""));
    }

    /** Something is wrong since three hours. */
    public static SyncState failing(SyncProblem problem) {
        return state(
                Phase.WAITING,
                Encryption.UNVERIFIED,
                12_480,
                Optional.of(Duration.ofHours(3)),
                0,
                Optional.of(problem));
    }

    /** All is sent, but the server's own jobs are not well. */
    public static SyncState jobs(JobsProblem problem) {
        return state(
                Phase.UP_TO_DATE,
                Encryption.VERIFIED,
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.of(problem));
    }

    /** All but some rows are sent, which the server will never take. */
    public static SyncState rejecting(long rows) {
        return state(
                Phase.UP_TO_DATE, Encryption.VERIFIED, 0, Optional.empty(), rows, Optional.empty());
    }

    private static SyncState state(
            Phase phase,
            Encryption encryption,
            long pending,
            Optional<Duration> oldest,
            long rejected,
            Optional<SyncProblem> problem) {
        return state(phase, encryption, pending, oldest, rejected, problem, Optional.empty());
    }

    private static SyncState state(
            Phase phase,
            Encryption encryption,
            long pending,
            Optional<Duration> oldest,
            long rejected,
            Optional<SyncProblem> problem,
            Optional<JobsProblem> jobs) {
        var now = StillEngine.NOW;
        return new SyncState(
                phase,
                Optional.of(ServerKind.TIMESCALEDB),
                "PostgreSQL 17.6, TimescaleDB 2.19.3",
                "192.0.2.40:5432/pilotempo",
                encryption,
                pending,
                oldest.map(now::minus),
                phase == Phase.CATCHING_UP ? 18_400 : 0,
                Optional.of(now.minusSeconds(problem.isPresent() ? 10_900 : 4)),
                problem,
                problem.map(_ -> now.plusSeconds(64)),
                rejected,
                jobs);
    }
}
