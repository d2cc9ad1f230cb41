package pilotempo.sync;

import java.util.Optional;
import pilotempo.lifecycle.Subscription;

/** Where no server is configured: everything stays here. */
final class NoSync implements Sync {
    @Override
    public SyncState state() {
        return SyncState.NONE;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listener.run();
        return () -> {};
    }

    @Override
    public void start() {}

    @Override
    public void tryNow() {}

    @Override
    public SyncReport pass() {
        return new SyncReport(
                Optional.empty(),
                0,
                0,
                Optional.of("no database is configured: set database.url in the settings"));
    }

    @Override
    public void close() {}
}
