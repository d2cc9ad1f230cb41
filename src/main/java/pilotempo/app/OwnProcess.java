package pilotempo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.app.cli.CommandHost;
import pilotempo.app.cli.CommandProblem;
import pilotempo.app.cli.CommonOptions;
import pilotempo.app.cli.WindowRequest;
import pilotempo.attach.AttachClient;
import pilotempo.attach.AttachServer;
import pilotempo.attach.DataFolderProblem;
import pilotempo.attach.DataLock;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.Time;
import pilotempo.settings.LoadedSettings;
import pilotempo.settings.Places;
import pilotempo.settings.SettingsFile;
import pilotempo.settings.SettingsProblem;

/**
 * A command that runs in a process of its own; for {@code collect} and the window it is the running
 * program.
 */
final class OwnProcess implements CommandHost, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final List<String> args;
    private final Lifecycle parts = new Lifecycle();
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile boolean waiting;
    private volatile @Nullable Thread working;

    /**
     * @param args the command line, to be offered to a program that starts meanwhile
     */
    OwnProcess(Terminal terminal, List<String> args) {
        this.terminal = terminal;
        this.args = args;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
    }

    @Override
    public OutputStream out() {
        return terminal.out();
    }

    @Override
    public PrintWriter err() {
        return terminal.err();
    }

    @Override
    public Path workingFolder() {
        return Path.of("").toAbsolutePath();
    }

    @Override
    public int withDesk(CommonOptions options, DeskTask task) throws Exception {
        var data = data(options);
        var loaded = load(options);
        var answered = lockUnlessAnswered(data);
        if (answered.isPresent()) {
            return answered.getAsInt();
        }
        Logging.start(loaded.settings().logging(), data, Logging.Target.FILE);
        var desk = parts.own(Desk.open(loaded, data, Time.system()));
        working = Thread.currentThread();
        try {
            return task.run(desk.forCommands(false));
        } finally {
            working = null;
        }
    }

    @Override
    public int withFolder(CommonOptions options, FolderTask task) throws Exception {
        var data = data(options);
        var loaded = load(options);
        var answered = lockUnlessAnswered(data);
        if (answered.isPresent()) {
            return answered.getAsInt();
        }
        Logging.start(loaded.settings().logging(), data, Logging.Target.FILE);
        return task.run(data);
    }

    @Override
    public int collect(CommonOptions options) throws Exception {
        var data = data(options);
        var loaded = load(options);
        var lock = lockToStay(data);
        Logging.start(loaded.settings().logging(), data, Logging.Target.COLLECT);
        LOG.info("Pilotempo collects into {}", data);
        loaded.warnings().forEach(warning -> LOG.warn("Settings: {}", warning));
        if (loaded.settings().batteries().isEmpty()) {
            LOG.warn("No battery in the settings: 'pilotempo discover' looks for them");
        }
        serve(lock, Desk.openToRecord(loaded, data, Time.system()), () -> 1);
        awaitEnd();
        return 0;
    }

    @Override
    public int window(WindowRequest request) throws Exception {
        return new WindowStart(this, terminal).run(request);
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        waiting = true;
        told.await();
    }

    @Override
    public boolean ending() {
        return told.getCount() == 0;
    }

    @Override
    public void close() {
        parts.close();
        left.countDown();
    }

    /** Starts a desk, closes it in the end, and answers commands of clients. */
    void serve(DataLock lock, Desk desk, AttachedCommands.ShowWindow showWindow)
            throws CommandProblem {
        parts.own(desk).start();
        try {
            parts.own(AttachServer.open(lock, new AttachedCommands(desk, showWindow)));
        } catch (DataFolderProblem unusable) {
            throw CommandProblem.failed(unusable.getMessage());
        }
    }

    <T extends AutoCloseable> T own(T part) {
        return parts.own(part);
    }

    Path data(CommonOptions options) {
        return options.data()
                .map(workingFolder()::resolve)
                .orElseGet(() -> Places.here(System.getenv()).data());
    }

    LoadedSettings load(CommonOptions options) throws CommandProblem {
        try {
            return SettingsFile.load(
                    options.config().map(workingFolder()::resolve), System.getenv());
        } catch (SettingsProblem problem) {
            throw CommandProblem.wrong(problem.getMessage());
        }
    }

    /**
     * The lock of a program that stays. One that runs already is told at once; a command that holds
     * the lock for a moment is waited for.
     */
    DataLock lockToStay(Path data) throws CommandProblem, InterruptedException, IOException {
        var time = Time.system();
        long end = time.ticker().nanos() + PATIENCE.toNanos();
        while (true) {
            var lock = tryLock(data);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (AttachClient.isAnswered(data) || time.ticker().nanos() > end) {
                throw alreadyRuns(data);
            }
            time.pause().forAtLeast(AGAIN);
        }
    }

    /** Brings the window of a running program to the front; empty when none runs. */
    OptionalInt showRunning(Path data) throws IOException {
        return AttachClient.run(
                data, List.of(AttachClient.SHOW), terminal.out(), terminal.errors());
    }

    /**
     * Takes the lock, or has the command answered by the program that holds it, which may still be
     * starting.
     */
    private OptionalInt lockUnlessAnswered(Path data)
            throws CommandProblem, InterruptedException, IOException {
        var time = Time.system();
        long end = time.ticker().nanos() + PATIENCE.toNanos();
        while (true) {
            if (tryLock(data).isPresent()) {
                return OptionalInt.empty();
            }
            var answered = AttachClient.run(data, args, terminal.out(), terminal.errors());
            if (answered.isPresent()) {
                return answered;
            }
            if (time.ticker().nanos() > end) {
                throw alreadyRuns(data);
            }
            time.pause().forAtLeast(AGAIN);
        }
    }

    private Optional<DataLock> tryLock(Path data) throws CommandProblem {
        try {
            var lock = DataLock.tryTake(data);
            lock.ifPresent(parts::own);
            return lock;
        } catch (DataFolderProblem unusable) {
            throw CommandProblem.failed(unusable.getMessage());
        }
    }

    private static CommandProblem alreadyRuns(Path data) {
        return CommandProblem.failed(
                "a Pilotempo already runs on "
                        + data
                        + ": end that one, or name another folder with --data");
    }

    /**
     * A command that waits gives up and writes down how far it came, before the parts it works on
     * are closed. A program that stays until it is told to end has done all it should: code 0, not
     * 143.
     */
    private void end() {
        told.countDown();
        var worker = working;
        if (worker != null) {
            worker.interrupt();
            try {
                if (!left.await(TO_LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("The command is still under way");
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        parts.close();
        if (waiting) {
            Runtime.getRuntime().halt(0);
        }
    }
}
