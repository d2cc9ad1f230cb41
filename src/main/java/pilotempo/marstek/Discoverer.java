package pilotempo.marstek;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.lifecycle.Time;

/** Looks for batteries on several ports at once, one search after the other. Thread-safe. */
final class Discoverer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Discoverer.class);
    private static final List<Integer> USUAL_PORTS =
            IntStream.rangeClosed(30000, 30004).boxed().toList();

    private final Ports ports;
    private final Time time;
    private final IntFunction<List<UdpLine>> linesOn;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Set<Thread> probing = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param linesOn the lines on an API port
     */
    Discoverer(Ports ports, Time time, IntFunction<List<UdpLine>> linesOn) {
        this.ports = ports;
        this.time = time;
        this.linesOn = linesOn;
    }

    /**
     * As {@link BatteryNetwork#discover}.
     *
     * @param known the ports of the batteries known
     * @param local the bound address
     */
    List<FoundDevice> discover(
            Discovery wanted,
            Collection<Integer> known,
            InetAddress local,
            Consumer<FoundDevice> eachAsItAnswers)
            throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            var search = new Search(targets(wanted, local), wanted.duration(), eachAsItAnswers);
            return search.on(ports(wanted, known));
        } finally {
            oneAtATime.unlock();
        }
    }

    private static Set<Integer> ports(Discovery wanted, Collection<Integer> known) {
        if (!wanted.ports().isEmpty()) {
            return wanted.ports();
        }
        var all = new TreeSet<>(USUAL_PORTS);
        all.addAll(known);
        return all;
    }

    /**
     * What to send to in turn: a battery that hears both a network's own broadcast and the limited
     * one must not be asked twice within a moment.
     */
    private static List<List<InetAddress>> targets(Discovery wanted, InetAddress local) {
        if (!wanted.targets().isEmpty()) {
            return List.of(wanted.targets());
        }
        var networks = Broadcasts.ofNetworks(local);
        if (local.isLoopbackAddress()) {
            return List.of(networks);
        }
        var everywhere = List.of(Broadcasts.limited());
        return networks.isEmpty() ? List.of(everywhere) : List.of(networks, everywhere);
    }

    @Override
    public void close() {
        closed = true;
        probing.forEach(Thread::interrupt);
    }

    private final class Search {
        private final List<List<InetAddress>> targets;
        private final Duration duration;
        private final Consumer<FoundDevice> tell;
        private final BlockingQueue<FoundDevice> answers = new LinkedBlockingQueue<>();
        private final LinkedHashMap<Mac, FoundDevice> found = new LinkedHashMap<>();

        Search(List<List<InetAddress>> targets, Duration duration, Consumer<FoundDevice> tell) {
            this.targets = targets;
            this.duration = duration;
            this.tell = tell;
        }

        List<FoundDevice> on(Set<Integer> wanted) throws InterruptedException {
            var ended = new LinkedBlockingQueue<Integer>();
            var threads = new ArrayList<Thread>();
            try {
                for (int port : wanted) {
                    threads.add(start(port, ended));
                }
                int running = threads.size();
                while (running > 0) {
                    var next = time.pause().take(answers, Duration.ofMillis(100));
                    if (next != null) {
                        note(next);
                    }
                    while (ended.poll() != null) {
                        running--;
                    }
                    if (closed) {
                        throw new InterruptedException("the network closes");
                    }
                }
                var last = new ArrayList<FoundDevice>();
                answers.drainTo(last);
                last.forEach(this::note);
                return List.copyOf(found.values());
            } finally {
                threads.forEach(Thread::interrupt);
                probing.removeAll(threads);
            }
        }

        private void note(FoundDevice answer) {
            if (found.putIfAbsent(answer.device().mac(), answer) == null) {
                tell.accept(answer);
            }
        }

        private Thread start(int port, BlockingQueue<Integer> ended) {
            var prober = new Prober(port, time, linesOn, targets, duration, answers);
            var thread =
                    Thread.ofVirtual()
                            .name("marstek-probe-" + port)
                            .unstarted(
                                    () -> {
                                        run(prober, port);
                                        ended.add(port);
                                    });
            probing.add(thread);
            thread.start();
            return thread;
        }

        private boolean loopback() {
            return targets.stream().flatMap(List::stream).allMatch(InetAddress::isLoopbackAddress);
        }

        private void run(Prober prober, int port) {
            try {
                var socket = ports.forProbe(port, loopback());
                try {
                    prober.run(socket);
                } finally {
                    ports.probed(port);
                }
            } catch (ClosedChannelException closing) {
                LOG.debug("No probe on port {}: the network closes", port, closing);
            } catch (IOException unusable) {
                LOG.warn("No probe on port {}: {}", port, unusable.getMessage());
            } catch (InterruptedException calledOff) {
                LOG.debug("The probe on port {} was called off", port, calledOff);
            } catch (RuntimeException bug) {
                LOG.error("The probe on port {} failed", port, bug);
            }
        }
    }
}
