package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.AlertMessage;
import pilotempo.history.History;
import pilotempo.lifecycle.Time;

/**
 * Brings the messages of one queue to one channel: in order, several that are due in one parcel,
 * not more than a dozen parcels an hour, with growing pauses while it fails. That messages leave is
 * marked and durable before they do, and what became of them right after: only what was on its way
 * when the program was killed is in doubt. Its thread is {@code alert-} and the channel's name.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int PARCELS_AN_HOUR = 12;
    private static final int WITH_URGENT_ONES = 18;
    private static final int MESSAGES_A_PARCEL = 20;
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration LONGEST_GATE = Duration.ofHours(6);
    private static final Duration END_AT_MOST = Duration.ofSeconds(2);

    private final Channel channel;
    private final Queue queue;
    private final Packer packer;
    private final History history;
    private final Time time;
    private final Backoff backoff;
    private final Runnable changed;
    private final LinkedBlockingQueue<Boolean> wakeUp = new LinkedBlockingQueue<>(1);
    private final Deque<Long> parcels = new ArrayDeque<>();
    private final Thread thread;

    private long closedUntil;
    private boolean singly;
    private volatile @Nullable Instant lastSent;
    private volatile Delivery.@Nullable Problem problem;
    private volatile boolean closing;

    Courier(
            Channel channel,
            Queue queue,
            Packer packer,
            History history,
            Time time,
            RandomGenerator random,
            Runnable changed) {
        this.channel = channel;
        this.queue = queue;
        this.packer = packer;
        this.history = history;
        this.time = time;
        this.backoff = new Backoff(random);
        this.changed = changed;
        this.thread = Thread.ofVirtual().name("alert-" + channel.name()).unstarted(this::run);
        remember();
    }

    void start() {
        thread.start();
    }

    /** Something was queued or hastened. */
    void wake() {
        wakeUp.offer(true);
    }

    Channel channel() {
        return channel;
    }

    Queue queue() {
        return queue;
    }

    ChannelState state(AlertWords words) {
        var why = problem;
        return new ChannelState(
                channel.name(),
                true,
                queue.size(),
                lastSent,
                why == null ? null : words.channelTrouble(channel.name(), why));
    }

    /**
     * What an earlier run leaves: when it last sent, and how long the server wants to be let be.
     */
    private void remember() {
        var now = time.now();
        long nanos = time.ticker().nanos();
        for (var sent : queue.sentBefore()) {
            lastSent = sent;
            var age = Duration.between(sent, now);
            if (!age.isNegative() && age.toNanos() < HOUR) {
                parcels.add(nanos - age.toNanos());
            }
        }
        closedUntil = nanos;
        for (var message : queue.tried()) {
            problem =
                    message.problem().isEmpty() ? null : Delivery.Problem.ofKept(message.problem());
            var wait = Duration.between(now, message.due());
            if (wait.isPositive() && wait.compareTo(LONGEST_GATE) <= 0) {
                closedUntil = Math.max(closedUntil, nanos + wait.toNanos());
            }
        }
    }

    private void run() {
        try {
            while (!closing) {
                time.pause().take(wakeUp, turn());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration turn() throws InterruptedException {
        try {
            return next();
        } catch (RuntimeException bug) {
            LOG.error("Sending to {} failed", channel.name(), bug);
            return IDLE;
        }
    }

    /** Sends what can be sent; returns how long there is nothing to do. */
    private Duration next() throws InterruptedException {
        while (!closing) {
            var now = time.now();
            long nanos = time.ticker().nanos();
            queue.expire(now, nanos);
            var untold = queue.untold();
            var due = untold.isEmpty() ? queue.nextDue(now) : Optional.of(now);
            if (due.isEmpty()) {
                return IDLE;
            }
            var wait = Duration.between(now, due.get());
            if (!wait.isPositive()) {
                wait = Duration.ofNanos(closedFor(nanos, packer.urgent(queue.due(now))));
            }
            if (wait.isPositive()) {
                return wait.compareTo(IDLE) < 0 ? wait : IDLE;
            }
            send(untold, now);
            changed.run();
        }
        return Duration.ZERO;
    }

    private long closedFor(long nanos, boolean urgent) {
        parcels.removeIf(sent -> nanos - sent >= HOUR);
        boolean room = parcels.size() < (urgent ? WITH_URGENT_ONES : PARCELS_AN_HOUR);
        long full = room ? 0 : parcels.getFirst() + HOUR - nanos;
        return Math.max(full, closedUntil - nanos);
    }

    private void send(List<AlertMessage> untold, Instant now) throws InterruptedException {
        var taken = queue.takeDue(now, singly ? 1 : MESSAGES_A_PARCEL);
        try {
            var packed = packer.pack(taken, untold, channel.longest(), now);
            if (packed.isEmpty()) {
                return;
            }
            var parcel = packed.get();
            queue.leaving(parcel.messages());
            flush();
            settle(channel.send(parcel.parcel()), parcel.messages(), parcel.told());
        } finally {
            queue.landed(taken);
        }
    }

    private void settle(Delivery delivery, List<AlertMessage> messages, List<AlertMessage> told)
            throws InterruptedException {
        var now = time.now();
        long nanos = time.ticker().nanos();
        switch (delivery) {
            case Delivery.Taken _ -> {
                queue.sent(messages, now);
                queue.summed(told);
                backoff.reset();
                parcels.add(nanos);
                singly = false;
                lastSent = now;
                problem = null;
            }
            case Delivery.Later later -> {
                // A server that names no time, or none to speak of, is not asked again and again.
                var wait = longer(backoff.next(), later.pause().orElse(Duration.ZERO));
                fail(messages, later.problem(), Optional.of(now.plus(wait)));
                closedUntil = nanos + wait.toNanos();
            }
            case Delivery.Misconfigured wrong -> {
                // Not kept as the time of the next try: the next start may be with other settings.
                fail(messages, wrong.problem(), Optional.empty());
                closedUntil = nanos + backoff.nextMisconfigured().toNanos();
            }
            case Delivery.Unfit unfit -> unfit(unfit, messages, told);
        }
        flush();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void unfit(Delivery.Unfit unfit, List<AlertMessage> messages, List<AlertMessage> told) {
        closedUntil = time.ticker().nanos() + backoff.next().toNanos();
        if (messages.size() > 1) {
            singly = true;
            queue.back(messages);
            return;
        }
        LOG.warn("A message was given up: {}", said(unfit.problem()));
        messages.forEach(message -> queue.unfit(message, unfit.problem().kept()));
        queue.summed(told);
        problem = unfit.problem();
    }

    private void fail(List<AlertMessage> messages, Delivery.Problem why, Optional<Instant> again) {
        if (!why.equals(problem)) {
            LOG.warn("Messages wait: {}", said(why));
        }
        problem = why;
        queue.failed(messages, again, why.kept());
    }

    /** For the log, which is English. */
    private String said(Delivery.Problem why) {
        return AlertWords.english().channelTrouble(channel.name(), why);
    }

    private void flush() throws InterruptedException {
        try {
            history.flush();
        } catch (RuntimeException unwritable) {
            LOG.warn(
                    "What {} took could not be noted: {}", channel.name(), unwritable.getMessage());
        }
    }

    /** Lets a parcel that is on its way arrive, at most two seconds. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(END_AT_MOST)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
