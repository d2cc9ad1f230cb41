package pilotempo.marstek;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import pilotempo.battery.Mac;

/** What a line has to know of the others. */
interface Neighbours {
    /** Takes a MAC for a line, named by its id; false when it is another line's. */
    boolean claim(Mac mac, String line);

    /** Whose battery answers at an address, if it is another line's. */
    Optional<Mac> holder(InetSocketAddress address, String line);

    /** Whether another line's battery is at the same address, on whatever port. */
    boolean shared(InetAddress address, String line);

    /**
     * The socket of an API port, opened if need be.
     *
     * @param destination for whom, for the log
     */
    PortSocket socket(InetSocketAddress destination) throws IOException;
}
