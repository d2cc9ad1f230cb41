package pilotempo.marstek.simulator;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;

/**
 * A fleet of batteries on UDP sockets, from {@link #start} to {@link #close}. A fleet on loopback
 * also hears probes sent to 127.255.255.255. Thread-safe.
 */
public final class SimulatedFleet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedFleet.class);
    private static final Duration CELL = Duration.ofSeconds(1);
    private static final byte[] LOOPBACK_BROADCAST = {127, -1, -1, -1};

    private final Time time;
    private final FleetModel model;
    private final List<Post> posts = new ArrayList<>();
    private final List<Post> ears = new ArrayList<>();
    private final List<SimulatedBattery> batteries = new ArrayList<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());

    private SimulatedFleet(FleetPlan plan, Time time) {
        this.time = time;
        model = new FleetModel(plan, time.now(), CELL);
    }

    /**
     * Binds each battery at its address and lets it answer.
     *
     * @throws UncheckedIOException when an address can't be bound; then nothing runs
     */
    public static SimulatedFleet start(FleetPlan plan, Time time) {
        var fleet = new SimulatedFleet(plan, time);
        try {
            fleet.open(plan);
            return fleet;
        } catch (RuntimeException halfOpen) {
            fleet.close();
            throw halfOpen;
        }
    }

    private void open(FleetPlan plan) {
        for (int n = 0; n < plan.batteries().size(); n++) {
            var post = Post.bind(plan.batteries().get(n).address());
            posts.add(post);
            batteries.add(new SimulatedBattery(plan, n, model, time, post.address()));
        }
        for (int n = 0; n < posts.size(); n++) {
            var post = posts.get(n);
            var battery = batteries.get(n);
            run(
                    "simulator-" + battery.mac(),
                    () -> post.listen((data, from) -> answer(battery, post, data, from, false)));
        }
        loopbackPorts().forEach(this::listenForProbes);
    }

    private Set<Integer> loopbackPorts() {
        return posts.stream()
                .map(Post::address)
                .filter(address -> address.getAddress().isLoopbackAddress())
                .map(InetSocketAddress::getPort)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void listenForProbes(int port) {
        Post ear;
        try {
            ear = Post.bindToBroadcast(new InetSocketAddress(loopbackBroadcast(), port));
        } catch (UncheckedIOException refused) {
            LOG.info("No broadcasts on loopback here: {}", refused.getMessage());
            return;
        }
        ears.add(ear);
        run(
                "simulator-broadcast-" + port,
                () -> ear.listen((data, from) -> probe(port, data, from)));
    }

    private static InetAddress loopbackBroadcast() {
        try {
            return InetAddress.getByAddress(LOOPBACK_BROADCAST);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void probe(int port, byte[] data, InetSocketAddress from) {
        for (int n = 0; n < posts.size(); n++) {
            if (posts.get(n).address().getPort() == port) {
                answer(batteries.get(n), posts.get(n), data, from, true);
            }
        }
    }

    private void answer(
            SimulatedBattery battery,
            Post post,
            byte[] data,
            InetSocketAddress from,
            boolean broadcast) {
        var row = battery.receive(data, from, broadcast);
        boolean prompt = row.stream().anyMatch(Outgoing::prompt);
        if (prompt) {
            battery.log().answering();
        }
        if (Post.atOnce(row)) {
            row.forEach(outgoing -> send(battery, post, outgoing));
        } else {
            run("simulator-reply-" + battery.mac(), () -> deliver(battery, post, row));
        }
    }

    private void deliver(SimulatedBattery battery, Post post, List<Outgoing> row) {
        try {
            for (var outgoing : row) {
                time.pause().forAtLeast(outgoing.pause());
                send(battery, post, outgoing);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(SimulatedBattery battery, Post post, Outgoing outgoing) {
        if (outgoing.prompt()) {
            // noted before it leaves: the next request may be here before this thread runs again
            battery.log().answered(time.ticker().nanos());
        }
        post.send(outgoing);
    }

    private void run(String name, Runnable task) {
        try {
            threads.execute(
                    () -> {
                        Thread.currentThread().setName(name);
                        task.run();
                    });
        } catch (RejectedExecutionException closing) {
            LOG.debug("{} does not start any more", name);
        }
    }

    /** Where the batteries listen, in the plan's order. */
    public List<InetSocketAddress> addresses() {
        return posts.stream().map(Post::address).toList();
    }

    /** What was asked so far. */
    public FleetLog log() {
        var read = new LinkedHashMap<Mac, FleetLog.Battery>();
        batteries.forEach(battery -> read.put(battery.mac(), battery.log().read()));
        return new FleetLog(read);
    }

    /** What a flawless client that asked everything would understand of a battery now. */
    public Reading truth(Mac mac) {
        for (int n = 0; n < batteries.size(); n++) {
            if (batteries.get(n).mac().equals(mac)) {
                var now = time.now();
                model.advanceTo(now);
                return new Reading(mac, now, model.now(n).understood(batteries.get(n).device()));
            }
        }
        throw new IllegalArgumentException("no battery " + mac);
    }

    /** Takes a battery off the network, or puts it back. */
    public void online(Mac mac, boolean online) {
        batteries.stream()
                .filter(battery -> battery.mac().equals(mac))
                .forEach(battery -> battery.online(online));
    }

    /** Ends sockets and threads, within a second. */
    @Override
    public void close() {
        ears.forEach(Post::close);
        posts.forEach(Post::close);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("The simulated fleet is still busy after a second");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
