package pilotempo.engine;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pilotempo.history.History;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.marstek.BatteryLine;
import pilotempo.settings.Settings;

/**
 * The wire and the polling in force: opened when first needed, replaced as a whole when the
 * settings change. Thread-safe.
 */
final class CurrentFleet implements AutoCloseable {
    private final LiveState live;
    private final History history;
    private final Time time;
    private final RandomGenerator random;
    private Settings settings;
    private @Nullable RunningFleet fleet;
    private boolean polling;
    private boolean looking;
    private boolean charging;
    private boolean closed;

    CurrentFleet(
            Settings settings, LiveState live, History history, Time time, RandomGenerator random) {
        this.settings = settings;
        this.live = live;
        this.history = history;
        this.time = time;
        this.random = random;
    }

    synchronized void startPolling() {
        polling = true;
        running().polling().start();
    }

    void askAllOnce() throws InterruptedException {
        now().polling().askAllOnce();
    }

    List<FoundBattery> discover(
            List<InetAddress> targets,
            Set<Integer> ports,
            Duration duration,
            Consumer<FoundBattery> each)
            throws InterruptedException {
        return now().discover(targets, ports, duration, each);
    }

    synchronized void askAgain(String battery) {
        if (polling) {
            running().polling().askAgain(battery);
        }
    }

    synchronized void restTest(String battery) {
        if (polling) {
            running().polling().restTest(battery);
        }
    }

    synchronized void endRestTest(String battery) {
        if (polling) {
            running().polling().endRestTest(battery);
        }
    }

    synchronized void looking(boolean anybody) {
        looking = anybody;
        enliven();
    }

    /** Whether a plan charges: the house's load is then to be seen soon. */
    synchronized void charging(boolean now) {
        if (charging != now) {
            charging = now;
            enliven();
        }
    }

    private void enliven() {
        if (polling && !closed) {
            running().polling().demand(looking, charging);
        }
    }

    /** The line of a battery, for those who write; empty once closed. */
    synchronized Optional<BatteryLine> line(String battery) {
        return closed ? Optional.empty() : running().polling().line(battery);
    }

    /** Other settings are in force: what runs is ended and begun anew. */
    synchronized void replace(Settings next) {
        stop();
        settings = next;
        var stored = KnownFleet.stored(next, history);
        live.update(known -> KnownFleet.carriedOver(known, stored));
        if (polling && !closed) {
            var service = running().polling();
            service.start();
            service.demand(looking, charging);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private synchronized RunningFleet now() {
        return running();
    }

    private RunningFleet running() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        if (fleet == null) {
            fleet = RunningFleet.open(settings, live, history, time, random);
        }
        return fleet;
    }

    private void stop() {
        if (fleet != null) {
            fleet.close();
            fleet = null;
        }
    }
}
