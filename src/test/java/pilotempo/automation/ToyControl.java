package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.ModeCommand;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.control.Limits;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.Outcome.Verdict;
import pilotempo.control.SlotLedger;
import pilotempo.control.Stage;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;

/** Control over toy batteries: decides at once, and journals as the real one does. */
final class ToyControl implements Control {
    final List<Order> orders = new ArrayList<>();
    final List<Instant> times = new ArrayList<>();

    /** How orders end; what took is obeyed. */
    Function<Order, Result> ends = _ -> Result.VERIFIED;

    /** Whether an order that did not take is obeyed all the same. */
    boolean obeysUnseen;

    Limits limits = new Limits(2500, 2500, 10, true, true, true);

    private final List<ToyBattery> batteries;
    private final MemoryHistory history;
    private final Time time;
    private final Signal changed = new Signal();

    ToyControl(List<ToyBattery> batteries, MemoryHistory history, Time time) {
        this.batteries = batteries;
        this.history = history;
        this.time = time;
    }

    @Override
    public Outcome order(Order order, Consumer<Stage> progress) {
        var battery = find(order.battery());
        orders.add(order);
        times.add(time.now());
        var result = battery.online ? ends.apply(order) : Result.LOST;
        var entry = entry(order, battery, result);
        history.journal().note(entry);
        if (battery.online && (result.took() || obeysUnseen)) {
            battery.obey((ModeCommand) order.command(), time.now());
        }
        return new Outcome(verdict(result), Optional.of(entry), result.word());
    }

    private JournalEntry entry(Order order, ToyBattery battery, Result result) {
        return new JournalEntry(
                UUID.randomUUID(),
                battery.mac,
                time.now(),
                order.author(),
                order.command(),
                order.command() instanceof ModeCommand.Passive(_, Duration duration)
                        ? time.now().plus(duration)
                        : null,
                order.why(),
                result,
                1,
                result == Result.PENDING ? null : Duration.ZERO,
                "");
    }

    private static Verdict verdict(Result result) {
        return result.took() ? Verdict.VERIFIED : Verdict.LOST;
    }

    private ToyBattery find(String id) {
        return batteries.stream()
                .filter(battery -> battery.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean settle() {
        return true;
    }

    @Override
    public Limits limits(String battery) throws BadOrder {
        return limits;
    }

    @Override
    public Optional<Stage> busy(String battery) {
        return Optional.empty();
    }

    @Override
    public SlotLedger slots(String battery) {
        return new SlotLedger(List.of(), false);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changed.subscribe(listener);
    }

    @Override
    public void close() {}

    /** The commands of a battery so far, in order. */
    List<ModeCommand> of(String battery) {
        return orders.stream()
                .filter(order -> order.battery().equals(battery))
                .map(order -> (ModeCommand) order.command())
                .toList();
    }

    @Nullable ModeCommand last(String battery) {
        var all = of(battery);
        return all.isEmpty() ? null : all.getLast();
    }
}
