package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import pilotempo.battery.Device;

/** Collects the answers to the probes on one port. Runs on the socket's thread. */
final class Probe implements Asker {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(0);

    private final int port;
    private final BlockingQueue<FoundDevice> found;
    private final Function<InetSocketAddress, Optional<UdpLine>> lineAt;
    private final BlockingQueue<UdpLine> heard = new LinkedBlockingQueue<>();
    private final List<Flight> flights = new CopyOnWriteArrayList<>();

    /**
     * @param port the API port probed; some firmware answers from another
     * @param found takes each answer, also a repeated one
     * @param lineAt the line of a battery already known
     */
    Probe(
            int port,
            BlockingQueue<FoundDevice> found,
            Function<InetSocketAddress, Optional<UdpLine>> lineAt) {
        this.port = port;
        this.found = found;
        this.lineAt = lineAt;
    }

    /** The lines whose battery has answered, once an answer. */
    BlockingQueue<UdpLine> heard() {
        return heard;
    }

    /** Gives the next probe its id. */
    Flight depart(Flights ids, long now) {
        var flight = ids.depart(this, ANYWHERE, now);
        flights.add(flight);
        return flight;
    }

    /** What comes from now on is late. */
    void end() {
        flights.forEach(Flight::giveUp);
    }

    @Override
    public boolean arrived(Flight flight, Arrival arrival, Message.Answer answer) {
        if (answer instanceof Message.Result result) {
            UdpLine.device(result).ifPresent(device -> arrived(flight, arrival, device));
        }
        return true;
    }

    private void arrived(Flight flight, Arrival arrival, Device device) {
        var where = new InetSocketAddress(arrival.from().getAddress(), port);
        var line = lineAt.apply(where);
        line.ifPresent(known -> known.receiver().probed(arrival, where, device));
        if (flight.inFlight()) {
            line.ifPresent(heard::add);
            found.add(new FoundDevice(device, where));
        }
    }
}
