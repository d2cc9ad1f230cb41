package pilotempo.marstek;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;

/** The receiving side of a line: which datagram answers what. Runs on the socket's thread. */
final class Receiver implements Asker {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private final LineParts line;
    private final Seldom oddities;

    Receiver(LineParts line) {
        this.line = line;
        oddities = new Seldom(LOG, line.time().ticker());
    }

    @Override
    public boolean arrived(Flight flight, Arrival arrival, Message.Answer answer) {
        if (!fromWhereAsked(flight, arrival, answer.source())) {
            return false;
        }
        var mac = answer.source().mac();
        if (mac.isPresent() && !ours(mac.get())) {
            stranger(mac.get(), arrival);
            return true;
        }
        switch (flight.land(arrival, answer, () -> answered(flight, arrival, mac))) {
            case ANSWER -> LOG.trace("{}: answered", line.id());
            case LATE -> {
                line.tally().late.increment();
                learn(flight, arrival, mac);
            }
            case DOUBLED -> {
                line.tally().doubled.increment();
                line.quiet().ended(arrival.nanos());
            }
            case REPEATED -> {
                line.tally().doubled.increment();
                line.quiet().disturbed(arrival.nanos());
            }
        }
        return true;
    }

    /** From the address asked; from another port of it only where the MAC leaves no doubt. */
    private boolean fromWhereAsked(Flight flight, Arrival arrival, Message.Source source) {
        var asked = flight.destination();
        if (!asked.getAddress().equals(arrival.from().getAddress())) {
            return false;
        }
        if (asked.getPort() == arrival.from().getPort()) {
            return true;
        }
        var pinned = line.identity().mac();
        return source.signed()
                && (pinned.isPresent()
                        ? pinned.equals(source.mac())
                        : !line.neighbours().shared(asked.getAddress(), line.id()));
    }

    private boolean ours(Mac mac) {
        return line.identity()
                .mac()
                .map(mac::equals)
                .orElseGet(() -> line.neighbours().claim(mac, line.id()));
    }

    private void stranger(Mac mac, Arrival arrival) {
        line.identity().strange(mac);
        line.tally().strangers.increment();
        line.quiet().disturbed(arrival.nanos());
        oddities.warn("{}: another battery, {}, answers at {}", line.id(), mac, arrival.from());
    }

    private void answered(Flight flight, Arrival arrival, Optional<Mac> mac) {
        line.tally().answered.increment();
        learn(flight, arrival, mac);
    }

    private void learn(Flight flight, Arrival arrival, Optional<Mac> mac) {
        line.quiet().ended(arrival.nanos());
        line.patience().learn(arrival.nanos() - flight.departed());
        mac.ifPresent(known -> confirm(known, flight.destination()));
    }

    private void confirm(Mac mac, InetSocketAddress where) {
        if (where.equals(line.whereabouts().address())) {
            line.identity().confirm(mac, where);
        }
    }

    /** The battery answered a probe, which is a request to it like any other. */
    void probed(Arrival arrival, InetSocketAddress where, Device device) {
        line.quiet().ended(arrival.nanos());
        if (line.identity().mac().filter(device.mac()::equals).isPresent()) {
            confirm(device.mac(), where);
            line.identity().learn(device);
        }
    }

    /** It answers an id that was never ours. */
    void foreign(Arrival arrival) {
        line.tally().foreign.increment();
        line.quiet().disturbed(arrival.nanos());
        oddities.warn("{}: answers somebody else's request: {}", line.id(), arrival.excerpt());
    }

    /** It says something that is no reply. */
    void garbage(Arrival arrival) {
        line.tally().garbage.increment();
        line.quiet().disturbed(arrival.nanos());
        oddities.warn("{}: not understood: {}", line.id(), arrival.excerpt());
    }
}
