package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.control.Control;
import pilotempo.history.History;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.planning.Plan;
import pilotempo.planning.Strategy;
import pilotempo.settings.Settings;
import pilotempo.tempo.Tariff;

/**
 * Looks every few seconds at what the plan wants and what the batteries do, and orders what
 * differs. Nothing that counts is kept in memory: facts, journal and readings say where it stands,
 * so a look after a restart decides as one before it.
 */
public final class PlanRunner implements Automation {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration ENDS_WITHIN = Duration.ofMillis(500);

    private final Time time;
    private final Signal changed = new Signal();
    private final BlockingQueue<Boolean> wake = new ArrayBlockingQueue<>(1);
    private final PlanSwitch planSwitch;
    private final ClockCheck clockCheck;
    private final Errands errands;
    private final Rounds rounds;
    private final Thread thread;

    private volatile Settings settings;
    private volatile PlanState state = PlanState.OFF;

    /**
     * Does nothing yet.
     *
     * @param strategies by their word in the settings
     * @param tariff colours and prices, in the zone of the settings
     * @param system the system's language, for {@code ui.language: auto}
     */
    public PlanRunner(
            Settings settings,
            Function<String, Optional<Strategy>> strategies,
            Control control,
            LiveState live,
            History history,
            Tariff tariff,
            Locale system,
            Time time) {
        this(
                settings,
                strategies,
                control,
                live,
                history,
                tariff,
                system,
                time,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("automation-order-", 0).factory()),
                BootClock.OWN::doubt);
    }

    /** With other threads for the orders; a test has them carried out at once. */
    PlanRunner(
            Settings settings,
            Function<String, Optional<Strategy>> strategies,
            Control control,
            LiveState live,
            History history,
            Tariff tariff,
            Locale system,
            Time time,
            ExecutorService orders,
            Supplier<@Nullable String> bootDoubt) {
        this.settings = settings;
        this.time = time;
        planSwitch = new PlanSwitch(history.facts());
        clockCheck = new ClockCheck(history.facts(), bootDoubt);
        errands = new Errands(control, history, time, orders, this::lookSoon);
        rounds =
                new Rounds(
                        strategies,
                        control,
                        live,
                        history,
                        tariff,
                        settings.zone(),
                        system,
                        planSwitch,
                        clockCheck,
                        errands,
                        this::lookSoon,
                        time);
        thread = Thread.ofPlatform().daemon().name("automation").unstarted(this::run);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Something changed that the plan depends on, as a colour: looks at once. */
    public void lookSoon() {
        wake.offer(true);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookOnce();
                time.pause().take(wake, EVERY);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the thread does every few seconds. */
    void lookOnce() {
        try {
            publish(rounds.look(settings, true));
        } catch (RuntimeException bug) {
            LOG.error("A look at the plan failed", bug);
        }
    }

    private void publish(PlanState next) {
        if (!next.equals(state)) {
            state = next;
            changed.send();
        }
    }

    @Override
    public PlanState state() {
        return state;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    @Override
    public Plan planAt(Instant at) {
        return planAt(settings.planning().strategy(), at);
    }

    @Override
    public Plan planAt(String strategy, Instant at) {
        if (!thread.isAlive()) {
            publish(rounds.look(settings, false));
        }
        try {
            return rounds.planAt(strategy, at, settings);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a plan was made", hurried);
        }
    }

    @Override
    public void pause(Optional<Instant> until) {
        planSwitch.pause(until);
        lookSoon();
    }

    @Override
    public void resume() {
        planSwitch.resume();
        clockCheck.confirm(time.now());
        errands.wake();
        lookSoon();
    }

    @Override
    public void endDryRun() {
        planSwitch.endDryRun(time.now());
        lookSoon();
    }

    @Override
    public void changed(Settings other) {
        settings = other;
        errands.wake();
        lookSoon();
    }

    @Override
    public void close() {
        thread.interrupt();
        rounds.close();
        errands.close();
        try {
            if (thread.isAlive() && !thread.join(ENDS_WITHIN)) {
                LOG.warn("The plan is still being looked at");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
