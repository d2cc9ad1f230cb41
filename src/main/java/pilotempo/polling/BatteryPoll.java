package pilotempo.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.history.History;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.Time;
import pilotempo.live.LinkHealth;
import pilotempo.live.LiveState;
import pilotempo.live.RawReply;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.LineState;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;

/** The rounds of one battery, one after the other, on one thread. */
final class BatteryPoll {
    private static final Logger LOG = LoggerFactory.getLogger(BatteryPoll.class);

    /**
     * The meter before the mode: that order halved the failures on firmware 144 (API notes, section
     * e).
     */
    private static final List<Query> ORDER =
            List.of(
                    Query.IDENTITY,
                    Query.POWER,
                    Query.METER,
                    Query.MODE,
                    Query.SOLAR,
                    Query.CELLS,
                    Query.RADIO);

    /** After so many questions lost from the start of a round the rest is not asked. */
    private static final int HOPELESS = 2;

    private static final int RISKY_BELOW = 150;
    private static final int RISKY_HMG_BELOW = 156;

    private final BatterySettings battery;
    private final PollSettings poll;
    private final BatteryLine line;
    private final MeterKeeper meter;
    private final LiveState live;
    private final History history;
    private final Time time;

    private final Pace pace;
    private final LinkStatistics statistics = new LinkStatistics();
    private final UnsupportedMethods unsupported;
    private final Map<Query, Long> lastAsked = new EnumMap<>(Query.class);
    private Tiers tiers;
    private Duration period = Duration.ZERO;
    private @Nullable Instant lastAnswer;
    private @Nullable KnownBattery remembered;
    private boolean asked;
    private boolean unresolved;
    private long lastRound = Long.MIN_VALUE;

    BatteryPoll(
            BatterySettings battery,
            PollSettings poll,
            BatteryLine line,
            Optional<KnownBattery> known,
            MeterKeeper meter,
            LiveState live,
            History history,
            Time time) {
        this.battery = battery;
        this.poll = poll;
        this.line = line;
        this.meter = meter;
        this.live = live;
        this.history = history;
        this.time = time;
        this.pace = new Pace(poll.adaptive());
        this.unsupported =
                new UnsupportedMethods(known.map(KnownBattery::unsupported).orElse(Set.of()));
        this.remembered = known.orElse(null);
        this.tiers = Tiers.of(battery, poll, line.state().device(), false);
    }

    String id() {
        return battery.id();
    }

    BatteryLine line() {
        return line;
    }

    /** Whether the battery does not answer and may have moved. */
    boolean missing() {
        return line.state().address().isEmpty() || pace.missedRounds() >= 3 || unresolved;
    }

    /** The identity it should have: pinned on the line, or known from an earlier run. */
    Optional<Mac> expectedMac() {
        return line.state().mac().or(() -> Optional.ofNullable(remembered).map(KnownBattery::mac));
    }

    /**
     * Asks what is due and returns how long to wait before the next round.
     *
     * @param wanted whether somebody wants the powers now, due or not
     */
    Duration nextRound(boolean looking, boolean wanted) throws InterruptedException {
        long start = time.ticker().nanos();
        if (lastRound != Long.MIN_VALUE) {
            var last = Duration.ofNanos(start - lastRound);
            period =
                    pace.missedRounds() > 0
                            ? last
                            : longer(last, period.minus(period.dividedBy(4)));
        }
        lastRound = start;
        tiers = Tiers.of(battery, poll, line.state().device(), looking);
        ask(due(start, wanted), false);
        return pace.slowed(tiers.power()).minusNanos(time.ticker().nanos() - start);
    }

    /**
     * One round of everything, for a command that asks once; its values stay good until printed.
     */
    void wholeRound() throws InterruptedException {
        ask(EnumSet.allOf(Query.class), true);
    }

    private Set<Query> due(long nowNanos, boolean wanted) {
        var due = EnumSet.noneOf(Query.class);
        for (var query : ORDER) {
            var last = lastAsked.get(query);
            var interval = tiers.of(query, meter.isKeeper(battery.id()));
            // A twentieth of grace: a question of a slower tier must not slip by a whole round for
            // a few milliseconds.
            if (last == null
                    || nowNanos - last >= interval.toNanos() / 20 * 19
                    || (wanted && interval.equals(tiers.power()))) {
                due.add(query);
            }
        }
        return due;
    }

    private void ask(Set<Query> due, boolean once) throws InterruptedException {
        var round = new Round();
        var silent = new ArrayList<Query>();
        int requests = 0;
        int losses = 0;
        for (var query : ORDER) {
            if (!due.contains(query) || !line.supports(query) || unsupported.contains(query)) {
                continue;
            }
            var reply = askPatiently(query);
            requests++;
            switch (reply) {
                case Reply.Answered answer -> heard(round, query, answer, once);
                case Reply.Refused refusal -> refused(query, refusal);
                case Reply.Lost _ -> {
                    losses++;
                    silent.add(query);
                    if (query == Query.METER) {
                        meter.meterSilent(battery.id());
                    }
                }
                case Reply.NotSent notSent -> {
                    losses++;
                    unresolved = battery.host().isPresent() && line.state().address().isEmpty();
                    LOG.debug("{} not asked: {}", battery.id(), notSent.why());
                }
            }
            publishLink();
            if ((round.isEmpty() && losses >= HOPELESS) || reply instanceof Reply.NotSent) {
                break;
            }
        }
        if (requests > 0) {
            pace.round(requests, losses);
        }
        if (!round.isEmpty() && losses < requests) {
            learnSilence(silent);
        }
        publishLink();
        store(round);
    }

    private Reply askPatiently(Query query) throws InterruptedException {
        int retries = battery.retries().orElse(poll.retries());
        lastAsked.put(query, time.ticker().nanos());
        asked = true;
        for (int attempt = 0; ; attempt++) {
            var reply = line.ask(query);
            long now = time.ticker().nanos();
            switch (reply) {
                case Reply.Answered answer -> {
                    statistics.answered(now, answer.latency());
                    lastAnswer = answer.at();
                    unresolved = false;
                    return reply;
                }
                case Reply.Refused _ -> {
                    statistics.answered(now, Duration.ZERO);
                    lastAnswer = time.now();
                    unresolved = false;
                    return reply;
                }
                case Reply.Lost _ -> {
                    statistics.lost(now);
                    if (attempt >= retries) {
                        return reply;
                    }
                }
                case Reply.NotSent _ -> {
                    return reply;
                }
            }
        }
    }

    private void heard(Round round, Query query, Reply.Answered answer, boolean once) {
        unsupported.answered(query);
        var news = round.add(query, answer);
        answer.device().ifPresent(this::identified);
        if (query == Query.METER) {
            if (Boolean.TRUE.equals(answer.observation().ctConnected())) {
                meter.meterHeard(battery.id());
            } else {
                meter.meterSilent(battery.id());
            }
        }
        var goodFor = once ? Duration.ofHours(1) : goodFor(query);
        var raw = new RawReply(query.method(), answer.at(), answer.raw());
        publish(news, answer.at(), goodFor, raw);
    }

    private void publish(Observation news, Instant at, Duration goodFor, RawReply raw) {
        live.update(
                fleet ->
                        fleet.change(
                                battery.id(),
                                state -> state.learn(news, at, goodFor).withRaw(raw)));
    }

    private void refused(Query query, Reply.Refused refusal) {
        if (refusal.unsupported() && unsupported.denied(query)) {
            LOG.info(
                    "{} does not know {}: no longer asked with this firmware",
                    battery.id(),
                    query.method());
        }
    }

    private void learnSilence(List<Query> silent) {
        for (var query : silent) {
            if (unsupported.silentAmongAnswers(query)) {
                LOG.info(
                        "{} never answers {}: no longer asked with this firmware",
                        battery.id(),
                        query.method());
            }
        }
    }

    private void identified(Device device) {
        var known = remembered;
        if (known != null && known.firmware() != 0 && known.firmware() != device.firmware()) {
            LOG.info(
                    "{} has new firmware {}, was {}",
                    battery.id(),
                    device.firmware(),
                    known.firmware());
            unsupported.forget();
        }
    }

    /** Three intervals of the question's tier; a round that overruns its interval stretches it. */
    private Duration goodFor(Query query) {
        var interval = tiers.of(query, meter.isKeeper(battery.id()));
        return longer(longer(interval, pace.slowed(tiers.power())), period).multipliedBy(3);
    }

    private void publishLink() {
        var state = line.state();
        var health =
                new LinkHealth(
                        LinkDiagnosis.of(
                                state,
                                asked,
                                pace.missedRounds(),
                                lastAnswer != null,
                                unresolved,
                                statistics.sent(),
                                statistics.answered()),
                        state.device().filter(BatteryPoll::risky).isPresent(),
                        statistics.sent(),
                        statistics.answered(),
                        statistics.percentile(0.5),
                        statistics.percentile(0.95),
                        lastAnswer,
                        longer(pace.slowed(tiers.power()), period),
                        state.gap(),
                        pace.missedRounds(),
                        state.ephemeralPort() && !onThisMachine(state));
        var host =
                state.address()
                        .map(address -> address.getAddress().getHostAddress())
                        .or(battery::host)
                        .orElse(null);
        live.update(
                fleet ->
                        fleet.change(
                                battery.id(),
                                known ->
                                        known.withLink(
                                                host,
                                                state.address()
                                                        .map(java.net.InetSocketAddress::getPort)
                                                        .orElse(battery.port()),
                                                state.mac().orElse(null),
                                                state.device().orElse(null),
                                                health)));
    }

    /** A simulated fleet holds its ports itself. */
    private static boolean onThisMachine(LineState state) {
        return state.address()
                .filter(address -> address.getAddress().isLoopbackAddress())
                .isPresent();
    }

    private void store(Round round) {
        var mac = line.state().mac();
        if (mac.isEmpty()) {
            return;
        }
        var device = line.state().device();
        var before = remembered;
        var now =
                new KnownBattery(
                        mac.get(),
                        battery.id(),
                        battery.name(),
                        device.map(Device::model).orElse(""),
                        device.map(Device::firmware).orElse(0),
                        unsupported.methods(),
                        before == null ? time.now() : before.firstSeen());
        if (!now.equals(before)) {
            history.remember(now);
            remembered = now;
        }
        round.reading(mac.get()).ifPresent(history::store);
    }

    private static boolean risky(Device device) {
        var hmg =
                device.model().equals("VenusE")
                        || device.model().equals("VenusC")
                        || device.model().equals("Venus");
        return Tiers.firmware(device) < (hmg ? RISKY_HMG_BELOW : RISKY_BELOW);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
