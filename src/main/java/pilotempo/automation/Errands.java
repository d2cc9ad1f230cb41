package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.ModeCommand;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.lifecycle.Time;

/**
 * Carries orders out, each battery's on a thread of its own and never two of one battery. Started
 * by the automation thread; safe to be asked by any.
 */
final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    /** A battery that needed no command, or can't be given it, is not told the same at once. */
    private static final Duration REST = Duration.ofSeconds(60);

    private static final Duration REST_AFTER_BAD_ORDER = Duration.ofMinutes(10);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final Control control;
    private final History history;
    private final Time time;
    private final Runnable ended;
    private final Map<String, Under> under = new ConcurrentHashMap<>();
    private final Map<String, Instant> decided = new ConcurrentHashMap<>();
    private final Map<String, Rest> resting = new ConcurrentHashMap<>();
    private final ExecutorService threads;

    private record Under(boolean raises, double drawsW) {}

    private record Rest(long until, String why) {}

    /**
     * @param threads one for each order; owned from here on
     * @param ended told on the order's thread
     */
    Errands(Control control, History history, Time time, ExecutorService threads, Runnable ended) {
        this.threads = threads;
        this.control = control;
        this.history = history;
        this.time = time;
        this.ended = ended;
    }

    /** Whether an order is under way, of the plan or of somebody else. */
    boolean busy(String battery) {
        return under.containsKey(battery) || control.busy(battery).isPresent();
    }

    /** What a battery will draw once its order is carried out, W. */
    double willDrawW(String battery) {
        var order = under.get(battery);
        return order == null ? 0 : order.drawsW();
    }

    /** Whether some battery is being told to charge more. */
    boolean raising() {
        return under.values().stream().anyMatch(Under::raises);
    }

    /** When the last order of this run was decided. */
    Instant decided(String battery) {
        return decided.getOrDefault(battery, Instant.MIN);
    }

    /** Why a battery is given nothing for a while. */
    Optional<String> resting(String battery) {
        return Optional.ofNullable(resting.get(battery))
                .filter(rest -> rest.until() - time.ticker().nanos() > 0)
                .map(Rest::why);
    }

    /**
     * Starts an order; the caller has seen that none is under way.
     *
     * @param until when a Passive has to end, however late it leaves
     */
    void start(Order order, @Nullable Instant until, boolean raises, double drawsW) {
        under.put(order.battery(), new Under(raises, drawsW));
        try {
            threads.execute(() -> carryOut(order, until));
        } catch (RejectedExecutionException closing) {
            under.remove(order.battery());
        }
    }

    /** Runs something that waits for the disk. */
    void aside(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Closing");
        }
    }

    private void carryOut(Order order, @Nullable Instant until) {
        try {
            settleFacts();
            var outcome = control.order(inTime(order, until), _ -> {});
            LOG.info("{}", outcome.sentence());
            if (outcome.verdict() == Outcome.Verdict.UNNEEDED || outcome.entry().isEmpty()) {
                rest(order.battery(), REST, outcome.sentence());
            }
        } catch (BadOrder refused) {
            LOG.warn("{} can't be told that: {}", order.battery(), refused.getMessage());
            rest(order.battery(), REST_AFTER_BAD_ORDER, String.valueOf(refused.getMessage()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("An order for {} failed", order.battery(), bug);
            rest(order.battery(), REST, "an unexpected fault, see the log");
        } finally {
            decided.put(order.battery(), time.now());
            under.remove(order.battery());
            ended.run();
        }
    }

    /** The order as it is now: what waited for its thread or the disk is shorter. */
    private Order inTime(Order order, @Nullable Instant until) {
        if (until == null
                || !(order.command() instanceof ModeCommand.Passive(int power, Duration planned))) {
            return order;
        }
        var left = Duration.between(time.now(), until).minus(A_SECOND).toSeconds();
        var duration = Duration.ofSeconds(Math.clamp(left, 1, planned.toSeconds()));
        return new Order(
                order.battery(),
                new ModeCommand.Passive(power, duration),
                order.author(),
                order.why());
    }

    /** The day mode is durable before the command that leaves it. */
    private void settleFacts() throws InterruptedException {
        try {
            history.flush();
        } catch (HistoryUnavailable unwritten) {
            LOG.warn("The command is not durable: {}", unwritten.getMessage());
        }
    }

    private void rest(String battery, Duration howLong, String why) {
        resting.put(battery, new Rest(time.ticker().nanos() + howLong.toNanos(), why));
    }

    /** A person changed something: nobody rests. */
    void wake() {
        resting.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("An order is still under way");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
