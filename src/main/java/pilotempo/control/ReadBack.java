package pilotempo.control;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.Acknowledgement;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** Reads a battery's mode and power after a write and says what they show. */
final class ReadBack {
    /** Devices need so long to do what they said they received. */
    private static final Duration SETTLING = Duration.ofSeconds(8);

    /** When there is no more time. */
    private static final Duration SHORT_SETTLING = Duration.ofSeconds(5);

    private static final Duration TO_READ = Duration.ofSeconds(4);

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration TO_UNDO = Duration.ofSeconds(20);
    private static final int READINGS = 2;

    /** Some inverters raise their power slowly. */
    private static final int READINGS_OF_A_RISE = 3;

    private final BatteryCommand command;
    private final Talk talk;
    private final SurroundingsOf surroundings;
    private final Timing timing;
    private final Deadline deadline;
    private final Time time;
    private final ZoneId zone;
    private final @Nullable Observation before;
    private boolean sunAsked;
    private boolean signSeen;

    /** Tells what else decides a battery's power now. */
    @FunctionalInterface
    interface SurroundingsOf {
        Surroundings now();
    }

    /**
     * @param before what it showed before the first send; null when unknown
     */
    ReadBack(
            BatteryCommand command,
            Talk talk,
            SurroundingsOf surroundings,
            Timing timing,
            Deadline deadline,
            Time time,
            ZoneId zone,
            @Nullable Observation before) {
        this.command = command;
        this.talk = talk;
        this.surroundings = surroundings;
        this.timing = timing;
        this.deadline = deadline;
        this.time = time;
        this.zone = zone;
        this.before = before;
    }

    /** Whether there is anything to read. */
    boolean possible() {
        return command instanceof ModeCommand;
    }

    /** How long it takes at least before there is something to read. */
    Duration settling() {
        return possible() ? SHORT_SETTLING : Duration.ZERO;
    }

    /** Whether a good reading alone proves nothing: it was, or may have been, so before. */
    boolean needsAnswer() {
        return switch (command) {
            case ModeCommand.Auto _, ModeCommand.Ai _, ModeCommand.Ups _ -> false;
            case ModeCommand mode ->
                    before == null || expectation(mode).seen(before, surroundings.now()).done();
            default -> true;
        };
    }

    /** The best verdict where only the device's word tells that something changed. */
    Outcome.Verdict withAnswerOnly() {
        return command instanceof ModeCommand.Passive
                ? Outcome.Verdict.VERIFIED
                : Outcome.Verdict.ACKNOWLEDGED;
    }

    /** What it shows some time after a send; empty when it does not answer. */
    Optional<Effect> after(long sent, Acknowledgement answer) throws InterruptedException {
        long passed = time.ticker().nanos() - sent;
        time.pause().forAtLeast(settlingNow().minusNanos(passed));
        boolean received = answer instanceof Acknowledgement.Received;
        Effect effect = null;
        int readings = 0;
        var doubt = new SignDoubt(before == null ? null : power(before));
        boolean asked = false;
        while (deadline.allows(SHORTEST)) {
            var reply = talk.ask(Query.MODE, deadline);
            if (reply instanceof Reply.Answered told) {
                readings++;
                effect = shown(told.observation());
                if (effect.kind() != Effect.Kind.REVERSED) {
                    if (enough(effect, readings, received)) {
                        return Optional.of(effect);
                    }
                } else if (believed(doubt, told.observation(), sent)) {
                    if (asked || confirmed()) {
                        return Optional.of(effect);
                    }
                    asked = true;
                    doubt.contradicted();
                }
            } else if (!received || reply instanceof Reply.NotSent) {
                break; // told again, it may wake up
            }
            if (deadline.allows(BETWEEN.plus(SHORTEST))) {
                time.pause().forAtLeast(BETWEEN);
            }
        }
        return Optional.ofNullable(effect);
    }

    private boolean enough(Effect effect, int readings, boolean received) {
        return switch (effect.kind()) {
            case DONE -> true;
            case OTHER_MODE -> readings >= READINGS || !received;
            case NO_POWER, REVERSED, UNTOLD -> readings >= READINGS;
            case PARTLY -> readings >= READINGS_OF_A_RISE;
        };
    }

    private boolean believed(SignDoubt doubt, Observation read, long sent) {
        var powerW = power(read);
        var since = Duration.ofNanos(time.ticker().nanos() - sent);
        return powerW == null || doubt.believes(powerW, since, deadline.left());
    }

    /** The device's other method may not contradict it. */
    private boolean confirmed() throws InterruptedException {
        return !talk.supports(Query.POWER)
                || !deadline.allows(TO_UNDO)
                || !(talk.ask(Query.POWER, deadline) instanceof Reply.Answered told)
                || power(told.observation()) == null
                || expectation((ModeCommand) command)
                        .opposed(told.observation(), surroundings.now());
    }

    private static @Nullable Double power(Observation read) {
        return read.number(Quantity.ONGRID_POWER_W);
    }

    private Effect shown(Observation read) throws InterruptedException {
        var effect = effect(read);
        var around = surroundings.now();
        if (effect.kind() == Effect.Kind.NO_POWER
                && around.panels()
                && around.pvW() == null
                && !sunAsked
                && talk.supports(Query.SOLAR)) {
            sunAsked = true;
            talk.ask(Query.SOLAR, deadline);
            return effect(read);
        }
        return effect;
    }

    private Effect effect(Observation read) {
        var expected = expectation((ModeCommand) command);
        var around = surroundings.now();
        var effect = expected.seen(read, around);
        signSeen |= effect.done() && expected.along(read, around);
        return effect;
    }

    /** Whether power was seen to flow the way it was asked to. */
    boolean signSeen() {
        return signSeen;
    }

    private Expectation expectation(ModeCommand mode) {
        return Expectation.of(mode, time.now().atZone(zone).toLocalDateTime());
    }

    private Duration settlingNow() {
        var left = deadline.left().minus(TO_READ);
        var settling = Deadline.shorter(SETTLING, Deadline.longer(SHORT_SETTLING, left));
        return Deadline.shorter(settling, timing.left().dividedBy(2));
    }
}
