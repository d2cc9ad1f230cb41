package pilotempo.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.live.RawReply;
import pilotempo.live.RestTest;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;

/** The rounds of one battery, one after the other, on one thread. */
final class BatteryPoll {
    private static final Logger LOG = LoggerFactory.getLogger(BatteryPoll.class);

    /** After so many questions lost from the start of a round the rest is not asked. */
    private static final int HOPELESS = 2;

    /** What a command that asks once has learnt stays good until it is printed. */
    private static final Duration UNTIL_PRINTED = Duration.ofHours(1);

    private final BatterySettings battery;
    private final PollSettings poll;
    private final BatteryLine line;
    private final MeterKeeper meter;
    private final LiveState live;
    private final History history;
    private final Time time;

    private final Absence absence = new Absence();
    private final Pace pace;
    private final LossGauge gauge = new LossGauge();
    private final Schedule schedule = new Schedule();
    private final HarmWatch harm;
    private final Resting resting = new Resting();
    private final LinkReport link;
    private final BatteryMemory memory;
    private Tiers tiers;
    private Duration longRound = Duration.ZERO;
    private volatile int missedRounds;
    private volatile boolean unresolved;

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
        this.pace = new Pace(poll.adaptive(), absence);
        this.memory = new BatteryMemory(battery, known, history, time);
        this.harm = new HarmWatch(battery.id(), memory.hadMeter());
        this.link = new LinkReport(battery, live, harm, resting);
        this.tiers = Tiers.of(battery, poll, line.state().device(), false);
    }

    String id() {
        return battery.id();
    }

    BatteryLine line() {
        return line;
    }

    /** Its port in the settings. */
    int port() {
        return battery.port();
    }

    /** Whether the battery does not answer and may have moved. Any thread may ask. */
    boolean missing() {
        return resting.left(time.ticker().nanos()).isZero()
                && (missedRounds >= Absence.AWAY_AFTER_ROUNDS || unresolved || unplaced());
    }

    /** Whether to believe a probe that it is elsewhere. Any thread may ask. */
    boolean doubtful() {
        return missedRounds > 0 || unresolved || unplaced();
    }

    private boolean unplaced() {
        var state = line.state();
        return state.address().isEmpty() || (missedRounds > 0 && state.strangerMac().isPresent());
    }

    /** The identity it should have: pinned on the line, or known from an earlier run. */
    Optional<Mac> expectedMac() {
        return line.state().mac().or(memory::mac);
    }

    /**
     * Asks what is due and returns how long to wait before the next round.
     *
     * @param lively whether sturdy batteries are asked more often
     * @param charging whether a plan charges, so that powers must be seen within minutes
     * @param wanted whether somebody wants the powers now, due or not
     */
    Duration nextRound(boolean lively, boolean charging, boolean wanted)
            throws InterruptedException {
        long start = time.ticker().nanos();
        if (charging) {
            resting.end(); // what charges must be seen
        }
        var rest = resting.left(start);
        if (rest.isPositive()) {
            publishLink();
            return rest;
        }
        var device = line.state().device();
        tiers = Tiers.of(battery, poll, device, lively);
        harm.limit(pace.most(tiers.power(), charging));
        pace.guarded(harm.slowing(start));
        var houseMeter = meter.isKeeper(battery.id());
        var due =
                resting.justOver(start)
                        ? Schedule.everything()
                        : schedule.due(start, tiers, houseMeter, device.isPresent(), wanted);
        ask(due, false, start);
        var took = Duration.ofNanos(time.ticker().nanos() - start);
        if (absence.missedRounds() == 0) {
            longRound = longer(took, longRound.minus(longRound.dividedBy(4)));
        }
        return pace.slowed(tiers.power()).minus(took);
    }

    /** Leaves it alone for half an hour, to see whether that does it good. Any thread may ask. */
    void rest(RestTest.Condition now) {
        resting.begin(now, time.now(), time.ticker().nanos());
    }

    /** Asks again before the half hour is over. Any thread may ask. */
    void endRest() {
        resting.end();
    }

    /** One round of everything, for a command that asks once. */
    void wholeRound() throws InterruptedException {
        ask(Schedule.everything(), true, time.ticker().nanos());
    }

    private void ask(List<Query> due, boolean once, long start) throws InterruptedException {
        line.state().device().ifPresent(memory::identified); // a probe may have learnt it
        var round = new Round();
        try {
            ask(due, once, start, round);
        } finally {
            store(round); // interrupted, what was learnt so far is kept
        }
    }

    /**
     * @param once whether somebody waits for it: as long as nothing was answered, a lost question
     *     is not repeated at once, but the next one asked, and the lost one in the end
     * @param start of the round: what is asked late in it is due with the rest of the next
     */
    private void ask(List<Query> due, boolean once, long start, Round round)
            throws InterruptedException {
        var unanswered = new ArrayList<Query>();
        int requests = 0;
        int losses = 0;
        var rest = new ArrayDeque<>(due);
        while (!rest.isEmpty()) {
            var query = rest.remove();
            if (!line.supports(query) || !memory.answers(query)) {
                continue;
            }
            boolean silent = requests == losses;
            if (silent && losses >= HOPELESS) {
                break;
            }
            schedule.asked(query, start);
            var reply = askPatiently(query, once && silent ? 0 : retries(), round);
            boolean again = once && requests == 0 && reply instanceof Reply.Lost;
            if (again) {
                rest.add(query);
            }
            requests++;
            switch (reply) {
                case Reply.Answered answer -> heard(round, query, answer, once);
                case Reply.Refused refusal -> {
                    if (refusal.unsupported()) {
                        memory.denied(query);
                    }
                }
                case Reply.Lost _ -> {
                    losses++;
                    if (!again) {
                        unanswered.add(query);
                    }
                    if (query == Query.METER) {
                        meter.meterSilent(battery.id());
                    }
                }
                case Reply.NotSent notSent -> {
                    losses++;
                    meter.meterSilent(battery.id());
                    link.notSent(line.state());
                    LOG.debug("{} not asked: {}", battery.id(), notSent.why());
                }
            }
            publishLink();
            if (reply instanceof Reply.NotSent) {
                break;
            }
        }
        if (requests > 0) {
            ended(round.tally());
        }
        if (!round.isEmpty()) {
            memory.silentOn(unanswered);
        }
        publishLink();
    }

    private int retries() {
        return battery.retries().orElse(poll.retries());
    }

    private Reply askPatiently(Query query, int retries, Round round) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            var reply = line.ask(query);
            long now = time.ticker().nanos();
            var again =
                    switch (reply) {
                        case Reply.Answered answer -> {
                            link.answered(now, answer.at(), answer.latency());
                            round.answered();
                            yield false;
                        }
                        case Reply.Refused refusal -> {
                            link.answered(now, time.now(), refusal.latency());
                            round.answered();
                            yield refusal.passing();
                        }
                        case Reply.Lost _ -> {
                            link.lost(now);
                            round.lost();
                            yield true;
                        }
                        case Reply.NotSent _ -> false;
                    };
            if (!again || attempt >= retries) {
                return reply;
            }
        }
    }

    private void heard(Round round, Query query, Reply.Answered answer, boolean once) {
        memory.answered(query);
        answer.device()
                .ifPresent(
                        device -> {
                            schedule.identified();
                            memory.identified(device);
                        });
        if (query == Query.METER) {
            if (Boolean.TRUE.equals(answer.observation().ctConnected())) {
                meter.meterHeard(battery.id());
                memory.meterHeard();
            } else {
                meter.meterSilent(battery.id());
            }
        }
        harm.heard(query, answer, line.state().counts(), time.ticker().nanos());
        var news = round.add(query, answer);
        var goodFor = once ? UNTIL_PRINTED : goodFor(query);
        var raw = new RawReply(query.method(), answer.at(), answer.raw());
        live.update(
                fleet ->
                        fleet.change(
                                battery.id(),
                                state -> state.learn(news, answer.at(), goodFor).withRaw(raw)));
    }

    private void ended(Tally tally) {
        int missed = absence.missedRounds();
        long now = time.ticker().nanos();
        var known = absence.round(tally);
        link.round(known, now);
        if (gauge.tooLossy(known)) {
            harm.losing(now);
        }
        if (absence.missedRounds() == Absence.AWAY_AFTER_ROUNDS && link.everAnswered()) {
            harm.silent(now);
        }
        pace.guarded(harm.slowing(now));
        resting.round(tally, harm.meterHeard(), harm::signsSince, now);
        if (missed >= Absence.AWAY_AFTER_ROUNDS && absence.missedRounds() == 0) {
            schedule.cameBack();
        }
        missedRounds = absence.missedRounds();
        unresolved = link.unresolved();
    }

    /** Three intervals of the question's tier; a round that overruns its interval stretches it. */
    private Duration goodFor(Query query) {
        var interval = tiers.of(query, meter.isKeeper(battery.id()));
        return longer(longer(interval, pace.steady(tiers.power())), longRound).multipliedBy(3);
    }

    private void publishLink() {
        link.publish(
                line.state(),
                time.ticker().nanos(),
                longer(pace.slowed(tiers.power()), longRound),
                absence.missedRounds());
    }

    private void store(Round round) {
        var state = line.state();
        memory.keep(state);
        state.mac().flatMap(round::reading).ifPresent(history::store);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
