package pilotempo.polling;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import pilotempo.battery.Device;
import pilotempo.history.History;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.Time;
import pilotempo.live.BatteryState;
import pilotempo.live.LiveState;
import pilotempo.live.RestTest;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.BatteryNetwork;
import pilotempo.marstek.LineSettings;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/**
 * Asks every battery in its own time, one virtual thread a battery from {@link #start} to {@link
 * #close}, and one that looks for the missing. What it learns goes to the live state at once and to
 * the history at the end of a round.
 */
public final class PollingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollingService.class);
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(60);

    private final Settings settings;
    private final List<BatteryPoll> polls;
    private final MissingBatteries missing;
    private final LiveState live;
    private final Time time;
    private final Map<String, LinkedBlockingQueue<Boolean>> wakeUps = new ConcurrentHashMap<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("poll-", 0).factory());
    private volatile boolean lively;
    private volatile boolean charging;

    /**
     * Opens each battery's line; asks nothing yet.
     *
     * @param broadcasts where to look for missing batteries; empty = everywhere
     */
    public PollingService(
            Settings settings,
            BatteryNetwork network,
            LiveState live,
            History history,
            List<InetAddress> broadcasts,
            Time time) {
        this.settings = settings;
        this.live = live;
        this.time = time;
        var meter = new MeterKeeper();
        var known = history.known().values();
        this.polls = new ArrayList<>();
        for (var battery : settings.batteries()) {
            var memory = KnownBattery.of(known, battery.mac(), battery.id());
            var line = network.line(lineSettings(battery, memory));
            polls.add(
                    new BatteryPoll(
                            battery, settings.poll(), line, memory, meter, live, history, time));
        }
        this.missing = new MissingBatteries(network, polls, broadcasts, this::askAgain, time);
    }

    /** Starts asking. */
    public void start() {
        for (var poll : polls) {
            wakeUps.put(poll.id(), new LinkedBlockingQueue<>(1));
            threads.execute(() -> run(poll));
        }
        if (settings.poll().discovery()) {
            threads.execute(this::lookForMissing);
        }
    }

    /**
     * One round of all questions to each battery at once, and no more; returns when all are done.
     */
    public void askAllOnce() throws InterruptedException {
        var rounds =
                polls.stream()
                        .map(
                                poll ->
                                        threads.submit(
                                                () -> {
                                                    poll.wholeRound();
                                                    return null;
                                                }))
                        .toList();
        for (var round : rounds) {
            try {
                round.get();
            } catch (java.util.concurrent.ExecutionException bug) {
                LOG.error("Asking a battery failed", bug.getCause());
            }
        }
    }

    /**
     * What is wanted of the polling from now on; batteries are asked at once when it has become
     * more.
     *
     * @param looking whether somebody looks: sturdy batteries are asked more often
     * @param charges whether a plan charges: the same, nobody rests, and a slowed battery is asked
     *     often enough
     */
    public void demand(boolean looking, boolean charges) {
        boolean more = ((looking || charges) && !lively) || (charges && !charging);
        lively = looking || charges; // before anybody is woken, who looks at it at once
        charging = charges;
        if (more) {
            wakeUps.keySet().forEach(this::askAgain);
        }
    }

    /** Asks a battery soon, without waiting for its next round; the gap still holds. */
    public void askAgain(String batteryId) {
        var wakeUp = wakeUps.get(batteryId);
        if (wakeUp != null) {
            wakeUp.offer(true);
        }
    }

    /** The way to a battery, for those who write; empty when there is none of that id. */
    public Optional<BatteryLine> line(String batteryId) {
        return poll(batteryId).map(BatteryPoll::line);
    }

    /**
     * Leaves a battery alone for half an hour and compares; a test that runs goes on. Not while a
     * plan charges.
     */
    public void restTest(String batteryId) {
        if (charging) {
            LOG.info("{} is not left alone while a plan charges", batteryId);
            return;
        }
        poll(batteryId)
                .ifPresent(
                        poll -> {
                            poll.rest(condition(batteryId));
                            askAgain(batteryId); // wakes its thread, which tells of the rest
                        });
    }

    /** Ends a rest test before its time. */
    public void endRestTest(String batteryId) {
        poll(batteryId).ifPresent(BatteryPoll::endRest);
        askAgain(batteryId);
    }

    private Optional<BatteryPoll> poll(String batteryId) {
        return polls.stream().filter(poll -> poll.id().equals(batteryId)).findFirst();
    }

    private RestTest.Condition condition(String batteryId) {
        return live.current()
                .battery(batteryId)
                .map(
                        state ->
                                new RestTest.Condition(
                                        state.link().lostLately(),
                                        BatteryState.fresh(state.ctConnected(), time.now()),
                                        state.link().harm().lastHour().values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()))
                .orElse(new RestTest.Condition(null, null, 0));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("Polling still busy after 2 s");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(BatteryPoll poll) {
        MDC.put("battery", poll.id());
        var wakeUp = wakeUps.getOrDefault(poll.id(), new LinkedBlockingQueue<>(1));
        try {
            var wanted = false;
            while (true) {
                wanted = time.pause().take(wakeUp, next(poll, wanted)) != null;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration next(BatteryPoll poll, boolean wanted) throws InterruptedException {
        try {
            return poll.nextRound(lively, charging, wanted);
        } catch (RuntimeException bug) {
            LOG.error("A round of {} failed", poll.id(), bug);
            return AFTER_A_BUG;
        }
    }

    private void lookForMissing() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                missing.watch();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException bug) {
                LOG.error("Looking for missing batteries failed", bug);
                try {
                    time.pause().forAtLeast(AFTER_A_BUG);
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** A MAC that the settings do not give is the one of the first contact, in whatever run. */
    private LineSettings lineSettings(BatterySettings battery, Optional<KnownBattery> memory) {
        var poll = settings.poll();
        var met = memory.filter(old -> !old.model().isEmpty());
        return new LineSettings(
                battery.id(),
                battery.host(),
                battery.port(),
                battery.mac().or(() -> met.map(KnownBattery::mac)),
                met.map(old -> new Device(old.mac(), old.model(), old.firmware())),
                battery.gap().or(poll::gap),
                battery.timeout().orElse(poll.timeout()),
                battery.broadcast());
    }
}
