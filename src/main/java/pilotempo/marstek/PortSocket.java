package pilotempo.marstek;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * The socket of one API port, shared by all batteries on it and bound to that port, for much
 * firmware answers only there; where the port is taken, to any. One thread reads it. The channel
 * does not block, for an interrupt would close a blocking one under everybody else.
 */
final class PortSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PortSocket.class);
    private static final int LARGEST_DATAGRAM = 65535;
    private static final int RECEIVE_BUFFER = 1 << 18;
    private static final Duration AFTER_ERROR = Duration.ofMillis(200);
    private static final Duration TO_END = Duration.ofMillis(700);

    private final int apiPort;
    private final DatagramChannel channel;
    private final Selector selector;
    private final boolean ephemeral;
    private final Time time;
    private final BiConsumer<Flights, Arrival> arrivals;
    private final Flights flights;
    private final Thread reader;
    private volatile boolean closed;

    private PortSocket(
            int apiPort,
            DatagramChannel channel,
            Selector selector,
            Time time,
            RandomGenerator random,
            BiConsumer<Flights, Arrival> arrivals)
            throws IOException {
        this.apiPort = apiPort;
        this.channel = channel;
        this.selector = selector;
        this.ephemeral = ((InetSocketAddress) channel.getLocalAddress()).getPort() != apiPort;
        this.time = time;
        this.arrivals = arrivals;
        this.flights = new Flights(random);
        this.reader =
                Thread.ofPlatform().name("marstek-udp-" + apiPort).daemon().unstarted(this::read);
    }

    /**
     * Opens a socket and starts its thread.
     *
     * @param arrivals hears of every datagram, on the socket's thread
     * @throws IOException if not even an arbitrary port can be bound
     */
    static PortSocket open(
            int apiPort,
            InetAddress local,
            Time time,
            RandomGenerator random,
            BiConsumer<Flights, Arrival> arrivals)
            throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, false);
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            bind(channel, local, apiPort);
            var selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            var socket = new PortSocket(apiPort, channel, selector, time, random, arrivals);
            socket.reader.start();
            return socket;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static void bind(DatagramChannel channel, InetAddress local, int port)
            throws IOException {
        try {
            channel.bind(new InetSocketAddress(local, port));
        } catch (BindException taken) {
            LOG.debug("Port {} of {}: {}", port, local.getHostAddress(), taken.getMessage());
            channel.bind(new InetSocketAddress(local, 0));
        }
    }

    /** Whether the API port was taken. */
    boolean ephemeral() {
        return ephemeral;
    }

    Flights flights() {
        return flights;
    }

    /** Sends one datagram; never an empty one, for that freezes the device's API. */
    void send(byte[] datagram, InetSocketAddress to) throws IOException {
        if (datagram.length == 0) {
            throw new IllegalArgumentException("empty datagram");
        }
        if (channel.send(ByteBuffer.wrap(datagram), to) == 0) {
            throw new IOException("the send buffer is full");
        }
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        try (channel;
                selector) {
            while (!closed) {
                try {
                    selector.select(key -> drain(buffer));
                } catch (IOException broken) {
                    LOG.warn("Reading UDP port {} failed", apiPort, broken);
                    time.pause().forAtLeast(AFTER_ERROR);
                }
            }
        } catch (IOException unclosable) {
            LOG.warn("UDP port {} did not close cleanly", apiPort, unclosable);
        } catch (InterruptedException stopped) {
            LOG.debug("UDP port {} is no longer read", apiPort, stopped);
        }
    }

    private void drain(ByteBuffer buffer) {
        try {
            while (!closed) {
                buffer.clear();
                if (!(channel.receive(buffer) instanceof InetSocketAddress from)) {
                    return;
                }
                long nanos = time.ticker().nanos();
                buffer.flip();
                var bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                hand(new String(bytes, UTF_8), from, nanos);
            }
        } catch (ClosedChannelException closing) {
            LOG.debug("UDP port {} closes", apiPort, closing);
        } catch (IOException refused) {
            // Such as an ICMP message about an earlier datagram: the socket is still good.
            LOG.debug("UDP port {}: {}", apiPort, refused.getMessage());
        }
    }

    private void hand(String text, InetSocketAddress from, long nanos) {
        try {
            var arrival = new Arrival(Wire.read(text), text, from, nanos, time.now());
            if (LOG.isDebugEnabled()) {
                LOG.debug("{} says {}", from, arrival.excerpt());
            }
            arrivals.accept(flights, arrival);
        } catch (RuntimeException bug) {
            LOG.error("A datagram from {} was not understood and is dropped", from, bug);
        }
    }

    /** Asks the thread to end, without waiting for it. */
    void stop() {
        closed = true;
        selector.wakeup();
    }

    @Override
    public void close() {
        stop();
        try {
            if (!reader.join(TO_END)) {
                LOG.warn("The thread of UDP port {} still runs", apiPort);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        flights.cancelAll();
    }
}
