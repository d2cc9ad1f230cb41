package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The requests of one socket, in flight and remembered. Ids are 1 to 65535, for devices keep 16
 * bits and answer unreadable requests with 0; none is used again while its flight is remembered.
 * Thread-safe.
 */
final class Flights {
    private static final int HIGHEST = 65535;
    private static final int REMEMBERED = 4096;

    private final Map<Integer, Flight> flights = new LinkedHashMap<>();
    private int next;

    Flights(RandomGenerator random) {
        next = 1 + random.nextInt(HIGHEST);
    }

    /** Gives a request its id. */
    synchronized Flight depart(Asker asker, InetSocketAddress destination, long now) {
        while (flights.containsKey(next)) {
            step();
        }
        var flight = new Flight(next, asker, destination, now);
        flights.put(flight.id(), flight);
        step();
        forget();
        return flight;
    }

    /** The flight of an id, unless it was never used or is forgotten. */
    synchronized Optional<Flight> find(int id) {
        return Optional.ofNullable(flights.get(id));
    }

    /** Ends all that are in flight. */
    synchronized void cancelAll() {
        flights.values().forEach(Flight::cancel);
    }

    private void step() {
        next = next == HIGHEST ? 1 : next + 1;
    }

    private void forget() {
        var oldest = flights.values().iterator();
        int surplus = flights.size() - REMEMBERED;
        while (surplus > 0 && oldest.hasNext()) {
            if (!oldest.next().inFlight()) {
                oldest.remove();
                surplus--;
            }
        }
    }
}
