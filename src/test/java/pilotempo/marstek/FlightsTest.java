package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress(0);

    @Test
    void ids_run_from_1_to_65535_and_none_is_used_again_while_remembered() {
        var flights = new Flights(new Random(1));
        var last = new ArrayDeque<Integer>();
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 66_000; i++) {
            var flight = flights.depart((_, _, _) -> true, SOMEWHERE, 0);
            flight.giveUp();
            assertThat(flight.id()).isBetween(1, 65535);
            assertThat(last.contains(flight.id())).isFalse();
            last.add(flight.id());
            if (last.size() > 100) {
                last.remove();
            }
            seen.add(flight.id());
        }
        assertThat(seen).hasSize(65535);
    }

    @Test
    void the_id_of_a_request_in_flight_is_never_given_away() {
        var flights = new Flights(new Random(2));
        var held = flights.depart((_, _, _) -> true, SOMEWHERE, 0);
        for (int i = 0; i < 66_000; i++) {
            var flight = flights.depart((_, _, _) -> true, SOMEWHERE, 0);
            assertThat(flight.id()).isNotEqualTo(held.id());
            flight.giveUp();
        }
        assertThat(flights.find(held.id())).containsSame(held);
    }

    @Test
    void starts_differ() {
        var starts = new HashSet<Integer>();
        for (int seed = 0; seed < 20; seed++) {
            starts.add(new Flights(new Random(seed)).depart((_, _, _) -> true, SOMEWHERE, 0).id());
        }
        assertThat(starts).hasSizeGreaterThan(15);
    }
}
