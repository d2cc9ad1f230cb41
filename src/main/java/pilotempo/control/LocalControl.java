package pilotempo.control;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.live.BatteryState;
import pilotempo.live.LiveState;

/** The way to write to the batteries of this process. Has no thread: orders run on the caller's. */
public final class LocalControl implements Control {
    private static final Logger LOG = LoggerFactory.getLogger(LocalControl.class);

    private final ControlParts parts;
    private final OrderQueue queue = new OrderQueue();
    private final Stages stages = new Stages();

    /**
     * @param lines asked for a battery's line again and again
     * @param live which batteries there are; what a write teaches is learnt there too
     * @param history keeps journal and facts
     * @param zone local time of the batteries, by which their slots run
     */
    public LocalControl(Lines lines, LiveState live, History history, ZoneId zone, Time time) {
        parts = new ControlParts(lines, live, history, zone, time);
    }

    @Override
    public Outcome order(Order order, Consumer<Stage> progress)
            throws BadOrder, InterruptedException {
        limits(order.battery()).check(order.command());
        var timing = new Timing(order, parts.time());
        stages.queued(order.battery(), progress);
        try {
            return queue.inTurn(order.battery(), () -> carryOut(order, timing, progress));
        } finally {
            stages.gone(order.battery());
        }
    }

    private Outcome carryOut(Order order, Timing timing, Consumer<Stage> progress)
            throws BadOrder, InterruptedException {
        try {
            return new OrderRun(
                            parts,
                            order,
                            timing,
                            stage -> stages.reached(order.battery(), stage, progress))
                    .run();
        } finally {
            stages.over(order.battery());
        }
    }

    @Override
    public boolean settle() throws InterruptedException {
        boolean all = true;
        for (var state : parts.live().current().batteries()) {
            var mac =
                    parts.talk(state.id()).mac().or(() -> remembered(state).map(KnownBattery::mac));
            if (mac.isPresent() && hasUndecided(mac.get())) {
                all &= settle(state.id(), mac.get());
            }
        }
        return all;
    }

    private boolean hasUndecided(Mac battery) {
        return parts.newest(battery).stream()
                .anyMatch(entry -> entry.result() == JournalEntry.Result.PENDING);
    }

    private boolean settle(String battery, Mac mac) throws InterruptedException {
        stages.queued(battery, _ -> {});
        try {
            return queue.inTurn(
                    battery,
                    () -> new Settlement(parts, battery, mac, parts.talk(battery)).byAsking());
        } finally {
            stages.gone(battery);
        }
    }

    @Override
    public Limits limits(String battery) throws BadOrder {
        var state = known(battery);
        return LimitTable.of(
                Optional.ofNullable(state.device())
                        .or(() -> remembered(state).flatMap(LocalControl::device))
                        .or(() -> parts.talk(battery).device())
                        .orElse(null));
    }

    /** What an earlier run learnt of it. */
    private Optional<KnownBattery> remembered(BatteryState state) {
        return KnownBattery.of(
                parts.history().known().values(), Optional.ofNullable(state.mac()), state.id());
    }

    private static Optional<Device> device(KnownBattery known) {
        return known.model().isEmpty() || known.firmware() == 0
                ? Optional.empty()
                : Optional.of(new Device(known.mac(), known.model(), known.firmware()));
    }

    @Override
    public Optional<Stage> busy(String battery) {
        return stages.of(battery);
    }

    @Override
    public SlotLedger slots(String battery) throws BadOrder {
        var state = known(battery);
        var journal = parts.history().journal();
        return parts.talk(battery)
                .mac()
                .or(() -> remembered(state).map(KnownBattery::mac))
                .map(mac -> Ledger.of(journal.slots(mac), journal.last(mac), state.mode()))
                .orElseGet(() -> new SlotLedger(List.of(), false));
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return stages.onChange(listener);
    }

    private BatteryState known(String battery) throws BadOrder {
        var fleet = parts.live().current();
        var found = fleet.battery(battery);
        if (found.isPresent()) {
            return found.get();
        }
        var ids =
                fleet.batteries().stream().map(BatteryState::id).collect(Collectors.joining(", "));
        throw new BadOrder(
                BadOrder.Problem.UNKNOWN_BATTERY,
                ids.isEmpty()
                        ? "there is no battery in the settings: 'pilotempo discover' looks for them"
                        : "there is no battery '" + battery + "' in the settings: give " + ids,
                battery,
                ids);
    }

    @Override
    public void close() {
        try {
            queue.close();
        } catch (InterruptedException hurried) {
            LOG.debug("Closed in a hurry", hurried);
            Thread.currentThread().interrupt();
        }
    }
}
