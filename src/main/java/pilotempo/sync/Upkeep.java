package pilotempo.sync;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * What a server needs once rows have arrived. Thread {@code sync-upkeep} does it in the background,
 * on a connection of its own: it may take long, and readings go on being sent meanwhile.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** The work itself. */
    @FunctionalInterface
    interface Work {
        /** Does it; tells what is wrong with the server's own jobs. */
        Optional<JobsProblem> on(Server server, ServerInfo info)
                throws SQLException, InterruptedException;
    }

    private record Place(Server server, ServerInfo info) {}

    private final Work work;
    private final Time time;
    private final Progress progress;
    private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile @Nullable Place place;
    private volatile boolean closed;

    Upkeep(Work work, Time time, Progress progress) {
        this.work = work;
        this.time = time;
        this.progress = progress;
        thread = Thread.ofPlatform().daemon().name("sync-upkeep").unstarted(this::run);
    }

    /** Begins in the background. */
    void start() {
        thread.start();
    }

    /** Has the background do it; nobody waits. */
    void soon(Server server, ServerInfo info) {
        place = new Place(server, info);
        signal.offer(true);
    }

    /**
     * Does it in the caller's thread, where there is no background.
     *
     * @throws SQLException when the connection broke
     */
    void now(Server server, ServerInfo info) throws SQLException, InterruptedException {
        var problem = Optional.<JobsProblem>empty();
        try {
            problem = work.on(server, info);
        } catch (SQLException failed) {
            if (ServerProblem.isAboutTheWay(failed) || closed) {
                throw failed;
            }
            problem = Optional.of(outOfReach(failed));
        }
        progress.jobs(problem);
    }

    private void run() {
        try {
            while (!closed) {
                time.pause().take(signal, IDLE);
                var known = place;
                if (known != null && !closed && !done(known)) {
                    time.pause().forAtLeast(AFTER_A_FAILURE);
                }
            }
        } catch (InterruptedException closing) {
            LOG.debug("The upkeep ends", closing);
        }
    }

    private boolean done(Place known) throws InterruptedException {
        place = null;
        try {
            now(known.server(), known.info());
            return true;
        } catch (SQLException gone) {
            LOG.debug("The connection broke; the next pass tells", gone);
        } catch (RuntimeException fault) {
            if (!closed) {
                LOG.error("The upkeep of the server failed", fault);
            }
        }
        return false;
    }

    private static JobsProblem outOfReach(SQLException failed) {
        var words = ServerProblem.told(failed);
        LOG.warn("The server's roll-ups can't be looked after", failed);
        return new JobsProblem(
                JobsProblem.Kind.OUT_OF_REACH,
                0,
                "",
                0,
                false,
                "the roll-ups on the server can't be looked after (" + words + ")",
                words);
    }

    /** The connections are closed by their owner. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                LOG.warn("The upkeep of the server does not end");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
