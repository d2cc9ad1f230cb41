package pilotempo.control;

import java.time.Duration;
import java.util.Optional;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** What a battery does before it is told anything. */
record Present(ControlParts parts, Talk talk, Around around) {
    private static final Duration SAME_END = Duration.ofMinutes(1);
    private static final int READINGS = 2;

    /** Asked now; empty when it does not answer. */
    Optional<Observation> look(Deadline deadline, Duration reserve) throws InterruptedException {
        for (int n = 0; n < READINGS && deadline.allows(reserve); n++) {
            if (talk.ask(Query.MODE, deadline) instanceof Reply.Answered answer) {
                return Optional.of(answer.observation());
            }
        }
        return Optional.empty();
    }

    /** As it was seen last, if that is young enough: it proves nothing of now. */
    Optional<Observation> lastSeen() {
        var state = talk.state();
        var now = parts.time().now();
        var mode = BatteryState.fresh(state.mode(), now);
        return Optional.ofNullable(mode).map(known -> seen(known, state));
    }

    private Observation seen(OperatingMode mode, BatteryState state) {
        var now = parts.time().now();
        return Observation.builder()
                .mode(mode)
                .number(Quantity.ONGRID_POWER_W, state.now(Quantity.ONGRID_POWER_W, now))
                .number(Quantity.OFFGRID_POWER_W, state.now(Quantity.OFFGRID_POWER_W, now))
                .build();
    }

    /** Whether an order would change nothing. */
    boolean isSo(Order order, Timing timing, Observation seen) {
        return switch (order.command()) {
            case ModeCommand.Auto _ -> seen.mode() == OperatingMode.AUTO;
            case ModeCommand.Ai _ -> seen.mode() == OperatingMode.AI;
            case ModeCommand.Ups _ -> seen.mode() == OperatingMode.UPS;
            case ModeCommand.Passive passive ->
                    toldTheSame(passive, timing)
                            && new Expectation(OperatingMode.PASSIVE, passive.powerW(), true)
                                            .seen(seen, around.now())
                                            .kind()
                                    == Effect.Kind.DONE;
            case ModeCommand.Manual _, ModeCommand.ClearSlot _, DeviceSetting _ -> false;
        };
    }

    /** Its end can't be read back, so only the journal tells it. */
    private boolean toldTheSame(ModeCommand.Passive passive, Timing timing) {
        var end = parts.time().now().plus(timing.left());
        return parts.last(around.battery())
                .filter(last -> last.result().took())
                .filter(
                        last ->
                                last.command() instanceof ModeCommand.Passive(var power, _)
                                        && power == passive.powerW())
                .flatMap(last -> Optional.ofNullable(last.until()))
                .filter(known -> Duration.between(known, end).abs().compareTo(SAME_END) <= 0)
                .isPresent();
    }
}
