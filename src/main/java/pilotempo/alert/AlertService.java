package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.AlertBook;
import pilotempo.history.AlertEntry;
import pilotempo.history.AlertMessage;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.settings.NotificationSettings;
import pilotempo.settings.Settings;

/**
 * Looks at the world every twenty seconds and when it is told to, keeps what it finds in the book
 * and posts it. Thread {@code alert-rules}; each channel has its own, so one that hangs delays
 * neither the rules nor another.
 */
public final class AlertService implements Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    private static final Duration END_AT_MOST = Duration.ofSeconds(2);
    private static final int REMEMBERED = 200;

    private final Locale system;
    private final Supplier<Watched> world;
    private final History history;
    private final AlertBook book;
    private final Time time;
    private final RandomGenerator random;
    private final Rules rules = new Rules();
    private final Function<NotificationSettings, List<Channel>> channels;
    private final Map<UUID, AlertEntry> known = Collections.synchronizedMap(new Remembered());
    private final Signal signal = new Signal();
    private final LinkedBlockingQueue<Boolean> wakeUp = new LinkedBlockingQueue<>(1);
    private final Thread thread;

    private volatile Settings settings;
    private volatile List<Courier> couriers = List.of();
    private volatile List<AlertEntry> open = List.of();
    private @Nullable Episodes episodes;
    private @Nullable Instant previous;
    private volatile boolean started;
    private volatile boolean closing;

    /**
     * Opens nothing and tells nobody yet.
     *
     * @param system the system's language, for {@code ui.language: auto}
     * @param world the world now; called on {@code alert-rules}, may wait for the disk
     * @param history whose book of alerts is kept
     */
    public AlertService(
            Settings settings,
            Locale system,
            Supplier<Watched> world,
            History history,
            Time time,
            RandomGenerator random) {
        this(settings, system, world, history, time, random, Channels::configured);
    }

    AlertService(
            Settings settings,
            Locale system,
            Supplier<Watched> world,
            History history,
            Time time,
            RandomGenerator random,
            Function<NotificationSettings, List<Channel>> channels) {
        this.channels = channels;
        this.settings = settings;
        this.system = system;
        this.world = world;
        this.history = history;
        this.book = history.alerts();
        this.time = time;
        this.random = random;
        this.thread = Thread.ofVirtual().name("alert-rules").unstarted(this::run);
    }

    @Override
    public synchronized void start() {
        if (!started && !closing) {
            started = true;
            remember();
            employ(false);
            thread.start();
        }
    }

    /** Looks at the world now instead of when it is time; never waits. */
    public void lookSoon() {
        wakeUp.offer(true);
    }

    @Override
    public List<AlertEntry> open() {
        return started ? open : sorted(book.open());
    }

    @Override
    public List<AlertEntry> newest(int most) {
        return book.newest(most);
    }

    @Override
    public void acknowledge(UUID alert) {
        synchronized (this) {
            var lasting = episodes == null ? null : episodes.seen(alert);
            var seen = lasting == null ? seen(alert) : Optional.of(lasting);
            seen.ifPresent(this::keep);
            publish();
        }
        signal.send();
    }

    @Override
    public List<ChannelState> channels(Locale language) {
        var words = new AlertWords(language, settings);
        var states = new ArrayList<ChannelState>();
        for (var name : Channels.NAMES) {
            states.add(
                    couriers.stream()
                            .filter(courier -> courier.channel().name().equals(name))
                            .findFirst()
                            .map(courier -> courier.state(words))
                            .orElseGet(() -> idle(name, words)));
        }
        return states;
    }

    @Override
    public List<ChannelTest> sendTest(Locale language) throws InterruptedException {
        var tests = new ArrayList<ChannelTest>();
        for (var channel : channels.apply(settings.notifications())) {
            try (channel) {
                tests.add(test(channel, new AlertWords(language, settings)));
            }
        }
        return tests;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return signal.subscribe(listener);
    }

    @Override
    public synchronized void changed(Settings next) {
        var before = settings;
        settings = next;
        if (started && !closing && !before.notifications().equals(next.notifications())) {
            dismiss();
            employ(true);
        }
        lookSoon();
    }

    @Override
    public void close() {
        closing = true;
        lookSoon();
        try {
            if (started && !thread.join(END_AT_MOST)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            dismiss();
        }
    }

    private void run() {
        try {
            while (!closing) {
                look();
                time.pause().take(wakeUp, BETWEEN_LOOKS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (look(world.get())) {
                signal.send();
            }
        } catch (RuntimeException bug) {
            LOG.error("Looking for alerts failed", bug);
        }
    }

    /** Whether anything changed. */
    private synchronized boolean look(Watched watched) {
        if (episodes == null) {
            episodes = new Episodes(open, UUID::randomUUID);
        }
        var now = watched.now();
        long nanos = time.ticker().nanos();
        var look = new Look(watched, settings, previous, episodes::episode);
        var changes = rules.look(look, episodes, nanos);
        previous = now;
        var postbox =
                new Postbox(
                        words(),
                        QuietHours.of(settings.notifications().quietHours(), settings.zone()));
        for (var change : changes) {
            keep(change.alert());
            postbox.post(change, couriers, now, nanos);
        }
        publish();
        return !changes.isEmpty();
    }

    private void keep(AlertEntry alert) {
        known.put(alert.id(), alert);
        book.keep(alert);
    }

    private void publish() {
        if (episodes != null) {
            open = sorted(episodes.lasting());
        }
    }

    private void remember() {
        try {
            open = sorted(book.open());
            book.newest(REMEMBERED).forEach(alert -> known.put(alert.id(), alert));
        } catch (HistoryUnavailable unreadable) {
            LOG.warn("The alerts of earlier runs can't be read", unreadable);
        }
        open.forEach(alert -> known.put(alert.id(), alert));
    }

    private Optional<AlertEntry> seen(UUID id) {
        return book.newest(REMEMBERED).stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .map(
                        alert ->
                                new AlertEntry(
                                        alert.id(),
                                        alert.kind(),
                                        alert.battery(),
                                        alert.raisedAt(),
                                        alert.resolvedAt(),
                                        alert.urgent(),
                                        true,
                                        alert.args()));
    }

    private void employ(boolean settingsMended) {
        var packer = new Packer(this::words, id -> Optional.ofNullable(known.get(id)));
        var employed = new ArrayList<Courier>();
        for (var channel : channels.apply(settings.notifications())) {
            var queue = new Queue(channel.name(), book);
            queue.tellAgain(words().again());
            if (settingsMended) {
                queue.release(time.now());
            }
            employed.add(new Courier(channel, queue, packer, history, time, random, signal::send));
        }
        couriers = List.copyOf(employed);
        couriers.forEach(Courier::start);
    }

    private void dismiss() {
        couriers.forEach(Courier::close);
        couriers = List.of();
    }

    private AlertWords words() {
        var now = settings;
        return new AlertWords(now.ui().language().locale(system, now.zone()), now);
    }

    /** A channel that nobody works for: not configured, or nothing has been started. */
    private ChannelState idle(String name, AlertWords words) {
        var notifications = settings.notifications();
        var configured =
                channels.apply(notifications).stream()
                        .peek(Channel::close)
                        .anyMatch(channel -> channel.name().equals(name));
        if (!configured) {
            return new ChannelState(
                    name,
                    false,
                    0,
                    null,
                    Channels.halfConfigured(name, notifications)
                            .map(problem -> words.channelTrouble(name, problem))
                            .orElse(null));
        }
        var queue = new Queue(name, book);
        var sent = queue.sentBefore();
        return new ChannelState(
                name,
                true,
                queue.size(),
                sent.isEmpty() ? null : sent.getLast(),
                queue.tried().stream()
                        .map(AlertMessage::problem)
                        .filter(problem -> !problem.isEmpty())
                        .reduce((_, last) -> last)
                        .map(last -> words.channelTrouble(name, Delivery.Problem.ofKept(last)))
                        .orElse(null));
    }

    private ChannelTest test(Channel channel, AlertWords words) throws InterruptedException {
        var text = words().test();
        var parcel =
                new Parcel(
                        UUID.randomUUID(),
                        text.title(),
                        text.sentence(),
                        Parcel.TEST,
                        "",
                        time.now());
        return switch (channel.send(parcel)) {
            case Delivery.Taken _ ->
                    new ChannelTest(channel.name(), true, words.tested(channel.name()));
            case Delivery.Later later -> failed(channel, words, later.problem());
            case Delivery.Misconfigured wrong -> failed(channel, words, wrong.problem());
            case Delivery.Unfit unfit -> failed(channel, words, unfit.problem());
        };
    }

    private static ChannelTest failed(Channel channel, AlertWords words, Delivery.Problem problem) {
        return new ChannelTest(
                channel.name(), false, words.channelProblem(channel.name(), problem));
    }

    /** The newest alerts, for what their messages tell besides words. */
    private static final class Remembered extends LinkedHashMap<UUID, AlertEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, AlertEntry> eldest) {
            return size() > 2 * REMEMBERED;
        }
    }

    private static List<AlertEntry> sorted(List<AlertEntry> alerts) {
        return alerts.stream()
                .sorted(
                        Comparator.comparing(AlertEntry::urgent)
                                .thenComparing(AlertEntry::raisedAt)
                                .reversed())
                .toList();
    }
}
