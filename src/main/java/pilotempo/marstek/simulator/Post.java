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

    static Post bind(InetSocketAddress wanted) {
        try {
            var channel = DatagramChannel.open(StandardProtocolFamily.INET);
            try {
                return new Post(channel.bind(wanted));
            } catch (IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot listen at " + wanted, refused);
        }
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
