package pilotempo.sync;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.Outbox;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.settings.DatabaseSettings;

/**
 * The sync to one server. Thread {@code sync} makes the passes, {@code sync-reader} reads ahead of
 * them, {@code sync-upkeep} looks after the server; nobody else waits for it.
 */
public final class ServerSync implements Sync {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSync.class);
    private static final Duration GATHERING = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Outbox outbox;
    private final ZoneId zone;
    private final Time time;
    private final Progress progress;
    private final Backoff backoff;
    private final DatabaseSettings settings;
    private final ReentrantLock passing = new ReentrantLock();
    private final BlockingQueue<Boolean> more = new ArrayBlockingQueue<>(1);
    private final Upkeep upkeep;
    private final ExecutorService reader;
    private final Thread thread;
    private @Nullable Subscription hearing;
    private volatile @Nullable Server server;
    private @Nullable ServerInfo info;
    private volatile boolean started;
    private volatile boolean hurried;
    private volatile boolean closed;

    private ServerSync(
            DatabaseSettings settings,
            ZoneId zone,
            Outbox outbox,
            Time time,
            RandomGenerator random,
            Upkeep.Work work) {
        this.settings = settings;
        this.zone = zone;
        this.outbox = outbox;
        this.time = time;
        progress = new Progress(outbox, time);
        backoff = new Backoff(random);
        upkeep = new Upkeep(work, time, progress);
        reader =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("sync-reader").factory());
        thread = Thread.ofPlatform().daemon().name("sync").unstarted(this::run);
    }

    /**
     * Prepares a sync; nothing is asked of the server before it starts or a pass is made.
     *
     * @param settings without a URL nothing is synced
     * @param zone whose calendar days the server's roll-ups follow
     */
    public static Sync open(
            DatabaseSettings settings,
            ZoneId zone,
            Outbox outbox,
            Time time,
            RandomGenerator random) {
        if (settings.url().isEmpty()) {
            return Sync.none();
        }
        return open(settings, zone, outbox, time, random, new ServerUpkeep(outbox, time));
    }

    /** With other upkeep. */
    static Sync open(
            DatabaseSettings settings,
            ZoneId zone,
            Outbox outbox,
            Time time,
            RandomGenerator random,
            Upkeep.Work work) {
        var sync = new ServerSync(settings, zone, outbox, time, random, work);
        sync.begin();
        return sync;
    }

    @Override
    public SyncState state() {
        return progress.state();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return progress.onChange(listener);
    }

    @Override
    public synchronized void start() {
        if (hearing == null && !closed) {
            hearing = outbox.onMore(() -> more.offer(true));
            started = true;
            upkeep.start();
            thread.start();
        }
    }

    @Override
    public void tryNow() {
        hurried = true;
        more.offer(true);
    }

    @Override
    public SyncReport pass() throws InterruptedException {
        passing.lockInterruptibly();
        try {
            long before = progress.sentInAll();
            var problem = tryPass();
            return new SyncReport(
                    progress.state().server(),
                    progress.sentInAll() - before,
                    progress.state().pendingRows(),
                    problem.map(ServerProblem::getMessage));
        } finally {
            passing.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            if (hearing != null) {
                hearing.close();
            }
        }
        thread.interrupt();
        reader.shutdownNow();
        disconnect();
        upkeep.close();
        try {
            if (thread.isAlive() && !thread.join(PATIENCE)) {
                LOG.warn("The sync does not end");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is known without asking the server. */
    private void begin() {
        try {
            progress.place(ServerAddress.of(settings));
        } catch (ServerProblem bad) {
            progress.failed(bad);
        }
        try {
            progress.remembered();
        } catch (HistoryUnavailable unreadable) {
            LOG.debug("What waits is not known yet", unreadable);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Optional<ServerProblem> problem;
                passing.lockInterruptibly();
                try {
                    hurried = false;
                    problem = tryPass();
                } finally {
                    passing.unlock();
                }
                await(problem);
            }
        } catch (InterruptedException closing) {
            LOG.debug("The sync ends", closing);
        }
    }

    private void await(Optional<ServerProblem> problem) throws InterruptedException {
        if (problem.isEmpty()) {
            backoff.reset();
            time.pause().take(more, IDLE);
            if (!hurried) {
                // What a round brings is sent together.
                time.pause().forAtLeast(GATHERING);
            }
            more.clear();
            return;
        }
        var wait = backoff.next(problem.get());
        progress.nextTry(time.now().plus(wait));
        long end = time.ticker().nanos() + wait.toNanos();
        long left = wait.toNanos();
        while (left > 0 && !hurried) {
            time.pause().take(more, Duration.ofNanos(left));
            left = end - time.ticker().nanos();
        }
    }

    /** Makes a pass; tells why it could not be whole. */
    private Optional<ServerProblem> tryPass() throws InterruptedException {
        try {
            passWhole();
            progress.upToDate();
            return Optional.empty();
        } catch (ServerProblem problem) {
            return Optional.of(failed(problem));
        } catch (SQLException failed) {
            if (closed) {
                throw new InterruptedException("closing");
            }
            var reached = server;
            var problem =
                    reached == null
                            ? ServerProblem.of(
                                    SyncProblem.Kind.SILENT, "the server can't be reached", failed)
                            : ServerProblem.of(failed, reached.address());
            return Optional.of(failed(problem));
        } catch (HistoryUnavailable unreadable) {
            return Optional.of(
                    failed(
                            ServerProblem.of(
                                    SyncProblem.Kind.HERE,
                                    String.valueOf(unreadable.getMessage()),
                                    unreadable)));
        } catch (RuntimeException fault) {
            if (closed) {
                throw new InterruptedException("closing");
            }
            LOG.error("The sync failed", fault);
            return Optional.of(
                    failed(
                            ServerProblem.of(
                                    SyncProblem.Kind.FAULT,
                                    "an unexpected fault, the log says more",
                                    fault)));
        }
    }

    private ServerProblem failed(ServerProblem problem) {
        // What was true of the server may not be any more: it may be another one.
        info = null;
        if (progress.state().problem().isEmpty()) {
            LOG.warn("Nothing is sent: {}", problem.getMessage());
        }
        LOG.debug("The server takes nothing", problem);
        progress.failed(problem);
        return problem;
    }

    private void passWhole() throws SQLException, ServerProblem, InterruptedException {
        var reached = connect();
        var ready = info;
        if (ready == null) {
            progress.connecting();
            reached.reach();
            ready = new ServerSchema(reached, zone).prepare();
            info = ready;
            progress.reached(ready);
        }
        new Pass(reached, ready, outbox, reader, time, progress.listener()).run();
        if (started) {
            upkeep.soon(reached, ready);
        } else {
            upkeep.now(reached, ready);
        }
    }

    private Server connect() throws ServerProblem {
        var open = server;
        if (open == null) {
            open = new Server(ServerAddress.of(settings));
            server = open;
            if (closed) {
                disconnect();
            }
        }
        return open;
    }

    private void disconnect() {
        var open = server;
        if (open != null) {
            open.close();
        }
    }
}
