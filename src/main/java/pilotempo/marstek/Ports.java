package pilotempo.marstek;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/** The sockets, one for each API port in use. Thread-safe. */
final class Ports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

    private static final class Entry {
        private final PortSocket socket;
        private int probes;
        private boolean lines;

        Entry(PortSocket socket) {
            this.socket = socket;
        }
    }

    private final InetAddress local;
    private final Time time;
    private final RandomGenerator random;
    private final IntFunction<Router> routers;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Set<Integer> told = new HashSet<>();
    private boolean closed;

    /**
     * @param routers makes the router of an API port
     */
    Ports(InetAddress local, Time time, RandomGenerator random, IntFunction<Router> routers) {
        this.local = local;
        this.time = time;
        this.random = random;
        this.routers = routers;
    }

    /**
     * The socket of a line, open until the end.
     *
     * @param loopback whether the battery is on this machine, where a taken port is normal
     */
    synchronized PortSocket ofLine(int port, boolean loopback) throws IOException {
        var entry = entry(port);
        entry.lines = true;
        tell(port, entry, loopback);
        return entry.socket;
    }

    private void tell(int port, Entry entry, boolean loopback) {
        if (entry.socket.ephemeral() && !loopback && told.add(port)) {
            LOG.warn(
                    "UDP port {} is taken on this machine: another port is used, from which some"
                            + " batteries don't answer; end the other program that uses it",
                    port);
        }
    }

    /** The socket for a probe, to be given back. */
    synchronized PortSocket forProbe(int port, boolean loopback) throws IOException {
        var entry = entry(port);
        entry.probes++;
        tell(port, entry, loopback);
        return entry.socket;
    }

    /**
     * A probe is over; the socket is closed if it was opened for it alone, within the lock: whoever
     * wants the port next must find it free.
     */
    synchronized void probed(int port) {
        var entry = entries.get(port);
        if (entry == null) {
            return; // everything is closed
        }
        entry.probes--;
        if (!entry.lines && entry.probes == 0) {
            entries.remove(port);
            entry.socket.close();
        }
    }

    private Entry entry(int port) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        var known = entries.get(port);
        if (known != null) {
            return known;
        }
        var router = routers.apply(port);
        var opened = new Entry(PortSocket.open(port, local, time, random, router::route));
        entries.put(port, opened);
        return opened;
    }

    @Override
    public void close() {
        List<PortSocket> open;
        synchronized (this) {
            closed = true;
            open = entries.values().stream().map(entry -> entry.socket).toList();
            entries.clear();
        }
        open.forEach(PortSocket::stop);
        open.forEach(PortSocket::close);
    }
}
