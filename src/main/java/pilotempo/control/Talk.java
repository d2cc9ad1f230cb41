package pilotempo.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.lifecycle.Time;
import pilotempo.live.BatteryState;
import pilotempo.live.LiveState;
import pilotempo.live.RawReply;
import pilotempo.marstek.Acknowledgement;
import pilotempo.marstek.BatteryLine;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/**
 * What is said to one battery, on whatever line it has at the moment, and what is heard of it; the
 * live state learns it too.
 */
final class Talk {
    private static final int REPLACEMENTS = 3;
    private static final int INTERVALS = 3;
    private static final Duration LONG_SILENT = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final String battery;
    private final Lines lines;
    private final LiveState live;
    private final Time time;
    private @Nullable Instant heard;

    Talk(String battery, Lines lines, LiveState live, Time time) {
        this.battery = battery;
        this.lines = lines;
        this.live = live;
        this.time = time;
    }

    /** Its state in the fleet; one of which nothing is known if it has just left the settings. */
    BatteryState state() {
        return live.current()
                .battery(battery)
                .orElseGet(() -> BatteryState.unknown(battery, battery, null, 0, null));
    }

    /** Its identity; empty before first contact. */
    Optional<Mac> mac() {
        return line().flatMap(line -> line.state().mac())
                .or(() -> Optional.ofNullable(state().mac()));
    }

    /** What it says of itself; empty while unknown. */
    Optional<Device> device() {
        return line().flatMap(line -> line.state().device())
                .or(() -> Optional.ofNullable(state().device()));
    }

    /** Whether the right battery answered at its address in this run. */
    boolean seen() {
        return line().filter(line -> line.state().macSeen()).isPresent();
    }

    /** Another battery that answers at its address, if that is so. */
    Optional<Mac> stranger() {
        return line().flatMap(line -> line.state().strangerMac());
    }

    /** The quiet between two requests. */
    Duration gap() {
        return line().map(line -> line.state().gap()).orElse(Duration.ZERO);
    }

    boolean supports(Query query) {
        return line().filter(line -> line.supports(query)).isPresent();
    }

    /** Whether it may sleep: nothing was heard of it lately. */
    boolean longSilent() {
        var polled = state().link().lastAnswer();
        var last = heard == null || (polled != null && polled.isAfter(heard)) ? polled : heard;
        return last == null || Duration.between(last, time.now()).abs().compareTo(LONG_SILENT) > 0;
    }

    private Optional<BatteryLine> line() {
        return lines.line(battery);
    }

    /** Asks once. */
    Reply ask(Query query, Deadline deadline) throws InterruptedException {
        for (int replaced = 0; ; replaced++) {
            var line = line();
            if (line.isEmpty()) {
                return new Reply.NotSent("it is not in the settings any more");
            }
            var reply = line.get().check(query, deadline.haste(LONGEST_ANSWER));
            if (reply instanceof Reply.NotSent && replaced < REPLACEMENTS && isOld(line.get())) {
                continue;
            }
            if (reply instanceof Reply.Answered answer) {
                learn(query, answer);
            }
            return reply;
        }
    }

    /** Sends a command once, and makes sure before that the right battery is there. */
    Acknowledgement order(
            Supplier<BatteryCommand> command, Duration longestAnswer, Deadline deadline)
            throws InterruptedException {
        for (int replaced = 0; ; replaced++) {
            if (!seen()) {
                ask(Query.IDENTITY, deadline);
            }
            var line = line();
            if (line.isEmpty()) {
                return new Acknowledgement.NotSent("it is not in the settings any more");
            }
            var ack = line.get().order(command, deadline.haste(longestAnswer));
            if (ack instanceof Acknowledgement.NotSent
                    && replaced < REPLACEMENTS
                    && isOld(line.get())) {
                continue;
            }
            if (ack instanceof Acknowledgement.Received || ack instanceof Acknowledgement.Refused) {
                heard = time.now();
            }
            return ack;
        }
    }

    /** Whether the settings changed meanwhile, so that there is another line. */
    private boolean isOld(BatteryLine used) {
        return line().filter(now -> !now.equals(used)).isPresent();
    }

    private void learn(Query query, Reply.Answered answer) {
        heard = answer.at();
        var news = withoutMeter(answer.observation());
        var raw = new RawReply(query.method(), answer.at(), answer.raw());
        live.update(
                fleet ->
                        fleet.change(
                                battery,
                                state ->
                                        state.learn(
                                                        news,
                                                        answer.at(),
                                                        state.link().pace().multipliedBy(INTERVALS))
                                                .withRaw(raw)));
    }

    /** The mode's copy of the meter is worse than the meter's own word, which polling asks for. */
    private static Observation withoutMeter(Observation told) {
        return told.toBuilder().number(Quantity.METER_POWER_W, null).ctConnected(null).build();
    }
}
