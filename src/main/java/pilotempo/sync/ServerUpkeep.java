package pilotempo.sync;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.history.Outbox;
import pilotempo.lifecycle.Time;

/** Has the server roll up what came late, and looks after its jobs now and then. */
final class ServerUpkeep implements Upkeep.Work {
    private static final Duration JOBS_EVERY = Duration.ofMinutes(15);

    private final Outbox outbox;
    private final Time time;
    private @Nullable ServerInfo looked;
    private long lookedAt;
    private Optional<JobsProblem> problem = Optional.empty();

    ServerUpkeep(Outbox outbox, Time time) {
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    public synchronized Optional<JobsProblem> on(Server server, ServerInfo info)
            throws SQLException, InterruptedException {
        new LateReadings(info, outbox.identity(), time::now).rollUp(server);
        long now = time.ticker().nanos();
        // At once where it is another server.
        if (!info.equals(looked) || now - lookedAt >= JOBS_EVERY.toNanos()) {
            looked = null;
            problem = new ServerJobs(info).look(server);
            looked = info;
            lookedAt = now;
        }
        return problem;
    }
}
