package pilotempo.alert;

import java.time.Duration;
import java.util.List;
import pilotempo.sync.SyncState;

/** Rows have waited for the server for hours; while they go, however old they are, all is well. */
final class SyncBehind implements Rule {
    private static final Duration LATE = Duration.ofHours(6);
    private static final Duration NEARLY_THERE = Duration.ofMinutes(15);

    @Override
    public AlertKind kind() {
        return AlertKind.SYNC_BEHIND;
    }

    @Override
    public List<Sighting> look(Look look) {
        var sync = look.world().sync();
        var oldest = sync.oldestPending().orElse(look.now());
        return look.house(
                kind(),
                lasts ->
                        sync.configured()
                                && sync.pendingRows() > 0
                                && (lasts || sync.phase() != SyncState.Phase.CATCHING_UP)
                                && look.olderThan(oldest, lasts ? NEARLY_THERE : LATE),
                false,
                new Arg.Moment(oldest));
    }
}
