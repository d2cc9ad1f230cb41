package pilotempo.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server that breaks after so many bytes, for all who are on it. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private CuttingProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static CuttingProxy to(int target) throws IOException {
        var proxy =
                new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once the client has sent so many bytes more; then all is well again. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pump(client, server, true));
                Thread.ofVirtual().start(() -> pump(server, client, false));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (counted && left.addAndGet(-read) < 0) {
                    left.set(Long.MAX_VALUE);
                    cut();
                    return;
                }
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException gone) {
            cutQuietly(from);
            cutQuietly(to);
        }
    }

    private void cut() {
        open.forEach(CuttingProxy::cutQuietly);
        open.clear();
    }

    private static void cutQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
