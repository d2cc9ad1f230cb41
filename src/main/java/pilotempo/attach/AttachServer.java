package pilotempo.attach;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * The owner's side: takes command lines of other programs on the data folder's socket and runs them
 * here, several at once, each client on threads of its own. Whatever a client sends, only its own
 * command suffers.
 */
public final class AttachServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttachServer.class);
    private static final int MOST_CLIENTS = 32;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

    private final Path data;
    private final CommandRunner runner;
    private final ServerSocketChannel server;
    private final Semaphore room = new Semaphore(MOST_CLIENTS);
    private final Set<AttachedClient> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("attach-", 0).factory());

    /** Commands compute and read files: on virtual threads they could keep the readers waiting. */
    private final ExecutorService commands =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("attach-command-", 0).factory());

    private AttachServer(Path data, CommandRunner runner, ServerSocketChannel server) {
        this.data = data;
        this.runner = runner;
        this.server = server;
    }

    /**
     * Listens. A socket left over from an earlier run is removed: the lock says that nobody uses
     * it.
     *
     * @throws DataFolderProblem no socket can be made there
     */
    public static AttachServer open(DataLock lock, CommandRunner runner) throws DataFolderProblem {
        var runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "");
        var base = runtime.isBlank() ? System.getProperty("java.io.tmpdir", "/tmp") : runtime;
        return open(lock, runner, Path.of(base));
    }

    static AttachServer open(DataLock lock, CommandRunner runner, Path runtimeBase)
            throws DataFolderProblem {
        try {
            var place = SocketPlace.prepare(lock.folder(), runtimeBase);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(UnixDomainSocketAddress.of(place));
            } catch (IOException failed) {
                server.close();
                throw failed;
            }
            PrivateFolder.tighten(place, "rw-------");
            var opened = new AttachServer(lock.folder(), runner, server);
            opened.threads.execute(opened::accept);
            return opened;
        } catch (IOException | UnsupportedOperationException failed) {
            LOG.warn("No socket in {}", lock.folder(), failed);
            throw new DataFolderProblem(
                    "No socket can be made in the data folder "
                            + lock.folder()
                            + ": name a folder on a local disk with --data.");
        }
    }

    /** Ends every command and lets every client go, within a second. */
    @Override
    public void close() {
        try {
            server.close();
            SocketPlace.clear(data);
        } catch (IOException gone) {
            LOG.debug("Socket not removed", gone);
        }
        commands.shutdownNow();
        threads.shutdownNow();
        clients.forEach(AttachedClient::close);
        try {
            if (!commands.awaitTermination(900, TimeUnit.MILLISECONDS)) {
                LOG.warn("A command of another program did not end in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (server.isOpen()) {
                acceptOne();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void acceptOne() throws InterruptedException {
        try {
            serve(server.accept());
        } catch (ClosedChannelException closing) {
            LOG.debug("Closing");
        } catch (IOException failed) {
            // As when too many files are open for a moment: the next one may be taken again.
            LOG.warn("A command of another program could not be taken", failed);
            Time.system().pause().forAtLeast(AFTER_FAILURE);
        }
    }

    private void serve(SocketChannel channel) {
        if (!room.tryAcquire()) {
            new AttachedClient(channel, runner, threads, commands).turnAway();
            return;
        }
        var client = new AttachedClient(channel, runner, threads, commands);
        clients.add(client);
        threads.execute(
                () -> {
                    try {
                        client.serve();
                    } finally {
                        clients.remove(client);
                        room.release();
                    }
                });
    }
}
