package pilotempo.marstek;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broadcast addresses of this machine's networks. */
final class Broadcasts {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcasts.class);
    private static final byte[] EVERYWHERE = {-1, -1, -1, -1};

    private Broadcasts() {}

    /** 255.255.255.255, which leaves by the default route only. */
    static InetAddress limited() {
        return of(EVERYWHERE);
    }

    /**
     * The broadcast address of each network that is up, once.
     *
     * @param local the bound address: any, or the one whose network alone is meant
     */
    static List<InetAddress> ofNetworks(InetAddress local) {
        return networks()
                .filter(
                        network ->
                                local.isAnyLocalAddress()
                                        ? !network.getAddress().isLoopbackAddress()
                                        : contains(network, local))
                .map(Broadcasts::broadcast)
                .distinct()
                .toList();
    }

    /** The broadcast address of the network in which a host is. */
    static InetAddress reaching(InetAddress host) {
        return networks()
                .filter(network -> contains(network, host))
                .map(Broadcasts::broadcast)
                .findFirst()
                .orElseGet(Broadcasts::limited);
    }

    private static Stream<InterfaceAddress> networks() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Broadcasts::up)
                    .flatMap(found -> found.getInterfaceAddresses().stream())
                    .filter(network -> network.getAddress() instanceof Inet4Address)
                    .filter(network -> network.getNetworkPrefixLength() < 31);
        } catch (SocketException unreadable) {
            LOG.warn("The network interfaces can't be listed", unreadable);
            return Stream.empty();
        }
    }

    private static boolean up(NetworkInterface candidate) {
        try {
            return candidate.isUp();
        } catch (SocketException gone) {
            LOG.debug("Interface {} can't be read", candidate.getName(), gone);
            return false;
        }
    }

    private static boolean contains(InterfaceAddress network, InetAddress host) {
        int mask = mask(network);
        return host instanceof Inet4Address
                && (bits(network.getAddress()) & mask) == (bits(host) & mask);
    }

    /** The loopback interface names none, though it has one. */
    private static InetAddress broadcast(InterfaceAddress network) {
        return Optional.ofNullable(network.getBroadcast())
                .orElseGet(() -> of(bytes(bits(network.getAddress()) | ~mask(network))));
    }

    private static int mask(InterfaceAddress network) {
        int prefix = network.getNetworkPrefixLength();
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    private static int bits(InetAddress address) {
        int bits = 0;
        for (byte part : address.getAddress()) {
            bits = (bits << 8) | (part & 0xff);
        }
        return bits;
    }

    private static byte[] bytes(int bits) {
        return new byte[] {
            (byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits
        };
    }

    private static InetAddress of(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
