package pilotempo.marstek;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.lifecycle.Time;

/**
 * Probes one port every two seconds. Each probe is a request to every battery there, so it takes a
 * turn at each of their lines and holds it while they may answer.
 */
final class Prober {
    private static final Logger LOG = LoggerFactory.getLogger(Prober.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final int port;
    private final Time time;
    private final IntFunction<List<UdpLine>> linesOn;
    private final List<List<InetAddress>> targets;
    private final Duration duration;
    private final Probe probe;

    Prober(
            int port,
            Time time,
            IntFunction<List<UdpLine>> linesOn,
            List<List<InetAddress>> targets,
            Duration duration,
            BlockingQueue<FoundDevice> answers) {
        this.port = port;
        this.time = time;
        this.linesOn = linesOn;
        this.targets = targets;
        this.duration = duration;
        this.probe = new Probe(port, answers, this::lineAt);
    }

    private Optional<UdpLine> lineAt(InetSocketAddress address) {
        return linesOn.apply(port).stream()
                .filter(line -> address.equals(line.address()))
                .findFirst();
    }

    /** Probes until the duration is over, at least once: the batteries' gaps may take longer. */
    void run(PortSocket socket) throws InterruptedException {
        long end = now() + duration.toNanos();
        try {
            for (int round = 0; round == 0 || end - now() > 0; round++) {
                probe(socket, round, end);
            }
        } finally {
            probe.end();
        }
    }

    private void probe(PortSocket socket, int round, long end) throws InterruptedException {
        var held = new LinkedHashSet<UdpLine>();
        boolean sent = false;
        try {
            for (var line : slowestFirst()) {
                if (line.turns().take(Turns.Rank.PROBE, Haste.NONE.turn()) == Turns.Turn.GIVEN) {
                    held.add(line);
                }
            }
            if (round == 0 || end - now() > 0) {
                probe.heard().clear();
                sent = true;
                send(socket, targets.get(round % targets.size()));
                listen(held, listening(end));
            }
        } finally {
            if (sent) {
                held.forEach(UdpLine::probeEnded);
            }
            held.forEach(line -> line.turns().release());
        }
    }

    /** A battery that answers is not to be held while another is waited for that does not. */
    private List<UdpLine> slowestFirst() {
        return linesOn.apply(port).stream()
                .sorted(Comparator.comparing((UdpLine line) -> line.state().timeOut()).reversed())
                .toList();
    }

    /** Lets go of each line that has answered. */
    private void listen(Set<UdpLine> held, Duration howLong) throws InterruptedException {
        long until = now() + howLong.toNanos();
        for (long left = howLong.toNanos(); left > 0; left = until - now()) {
            var line = time.pause().take(probe.heard(), Duration.ofNanos(left));
            if (line != null && held.remove(line)) {
                line.turns().release();
            }
        }
    }

    /** To the next probe, or to the end; in full after a first probe that the gaps held up. */
    private Duration listening(long end) {
        long left = end - now();
        var longest = duration.compareTo(EVERY) < 0 ? duration : EVERY;
        return left <= 0 || left > longest.toNanos() ? longest : Duration.ofNanos(left);
    }

    private long now() {
        return time.ticker().nanos();
    }

    private void send(PortSocket socket, List<InetAddress> to) {
        var flight = probe.depart(socket.flights(), now());
        var request =
                Wire.request(flight.id(), Query.IDENTITY.method(), Wire.params(Query.IDENTITY));
        for (var target : to) {
            try {
                socket.send(request, new InetSocketAddress(target, port));
            } catch (IOException unreachable) {
                LOG.debug("No probe to {}: {}", target, unreachable.getMessage());
            }
        }
    }
}
