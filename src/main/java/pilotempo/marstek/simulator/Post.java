package pilotempo.marstek.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bound socket and what is done with the datagrams that arrive at it. */
final class Post implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int LARGEST = 65_535;

    /** Takes what arrives. */
    @FunctionalInterface
    interface Receiver {
        void receive(byte[] data, InetSocketAddress from);
    }

    private final DatagramChannel channel;
    private final InetSocketAddress address;

    private Post(DatagramChannel channel) throws IOException {
        this.channel = channel;
        address = (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Listens at an address of this machine.
     *
     * @throws UncheckedIOException with the address, when that can't be done
     */
    static Post bind(InetSocketAddress wanted) {
        try {
            return bind(DatagramChannel.open(StandardProtocolFamily.INET), wanted);
        } catch (IOException refused) {
            throw refused(wanted, refused);
        }
    }

    /**
     * Listens at loopback's broadcast address.
     *
     * @throws UncheckedIOException where the system has no such thing
     */
    static Post bindToBroadcast(InetSocketAddress wanted) {
        try {
            // without a family: the JDK's IPv4-only sockets refuse 127.x.x.255 on Linux
            return bind(DatagramChannel.open(), wanted);
        } catch (IOException refused) {
            throw refused(wanted, refused);
        }
    }

    private static Post bind(DatagramChannel channel, InetSocketAddress wanted) throws IOException {
        try {
            return new Post(channel.bind(wanted));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    private static UncheckedIOException refused(InetSocketAddress wanted, IOException why) {
        return new UncheckedIOException(
                "cannot listen at %s: %s".formatted(wanted, why.getMessage()), why);
    }

    InetSocketAddress address() {
        return address;
    }

    /** Receives until the socket is closed. */
    void listen(Receiver receiver) {
        var buffer = ByteBuffer.allocate(LARGEST);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                var from = receive(buffer);
                if (from != null) {
                    var data = new byte[buffer.flip().remaining()];
                    buffer.get(data);
                    receiver.receive(data, from);
                }
            } catch (RuntimeException bug) {
                LOG.warn("{} goes on after a datagram that it failed at", address, bug);
            }
        }
    }

    private @Nullable InetSocketAddress receive(ByteBuffer buffer) {
        try {
            return (InetSocketAddress) channel.receive(buffer);
        } catch (ClosedChannelException closing) {
            return null;
        } catch (IOException lost) {
            LOG.debug("{} received nothing", address, lost);
            return null;
        }
    }

    /** Sends; what can't be sent is lost, as on any network. */
    void send(Outgoing outgoing) {
        try {
            channel.send(outgoing.data(), outgoing.to());
        } catch (IOException lost) {
            LOG.debug("{} could not send to {}", address, outgoing.to(), lost);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            LOG.debug("{} did not close cleanly", address, ignored);
        }
    }

    /** The sum of the pauses before a row of datagrams is zero. */
    static boolean atOnce(List<Outgoing> row) {
        return row.stream().allMatch(outgoing -> outgoing.pause().isZero());
    }
}
