package pilotempo.marstek;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whose a datagram of one socket is. Runs on the socket's thread. */
final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final Supplier<List<UdpLine>> lines;

    /**
     * @param lines the lines on the socket's API port
     */
    Router(Supplier<List<UdpLine>> lines) {
        this.lines = lines;
    }

    void route(Flights flights, Arrival arrival) {
        switch (arrival.message()) {
            case Message.Request _ -> LOG.debug("{} echoes or asks", arrival.from());
            case Message.Garbage _ -> sender(arrival).ifPresent(line -> garbage(line, arrival));
            case Message.Answer answer -> answer(flights, arrival, answer);
        }
    }

    private void answer(Flights flights, Arrival arrival, Message.Answer answer) {
        var flight = flights.find(answer.id());
        if (flight.isPresent() && flight.get().asker().arrived(flight.get(), arrival, answer)) {
            return;
        }
        sender(arrival)
                .ifPresentOrElse(
                        line -> {
                            if (answer.id() == 0 && answer instanceof Message.Failure) {
                                garbage(line, arrival); // it could not read a request: busy
                            } else {
                                line.receiver().foreign(arrival);
                            }
                        },
                        () -> LOG.debug("{} is nobody we know", arrival.from()));
    }

    private static void garbage(UdpLine line, Arrival arrival) {
        line.receiver().garbage(arrival);
    }

    /** The line of a datagram's sender: by address, among several by port too. */
    Optional<UdpLine> sender(Arrival arrival) {
        var there =
                lines.get().stream()
                        .filter(line -> line.address() != null)
                        .filter(line -> sameHost(line, arrival))
                        .toList();
        return there.size() == 1
                ? Optional.of(there.getFirst())
                : there.stream().filter(line -> arrival.from().equals(line.address())).findFirst();
    }

    private static boolean sameHost(UdpLine line, Arrival arrival) {
        var address = line.address();
        return address != null && arrival.from().getAddress().equals(address.getAddress());
    }
}
