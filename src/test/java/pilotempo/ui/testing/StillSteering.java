package pilotempo.ui.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import pilotempo.automation.PlanState;
import pilotempo.battery.Mac;
import pilotempo.control.BadOrder;
import pilotempo.control.Limits;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;
import pilotempo.control.Stage;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.Plan;
import pilotempo.tempo.TempoSeason;

/** Commands and a plan that stand still; tests change them with its own methods. */
public final class StillSteering implements Steering {
    /** Orders that views gave, in order. */
    public final List<Order> orders = new CopyOnWriteArrayList<>();

    /** What views did to the plan: {@code pause}, {@code resume}, {@code endDryRun}. */
    public final List<String> planCalls = new CopyOnWriteArrayList<>();

    /** Until when views paused the plan, in order. */
    public final List<Optional<Instant>> pauses = new CopyOnWriteArrayList<>();

    private final Signal commands = new Signal();
    private final Signal planned = new Signal();
    private volatile PlanState plan = PlanState.OFF;
    private volatile List<JournalEntry> journal = List.of();
    private volatile SlotLedger slots = new SlotLedger(List.of(), false);
    private volatile Optional<Plan> imagined = Optional.empty();
    private volatile Limits limits = new Limits(2500, 2500, 10, true, true, true);
    private volatile Optional<Stage> busy = Optional.empty();
    private volatile Function<Order, Outcome> answer =
            order ->
                    new Outcome(
                            Outcome.Verdict.VERIFIED, Optional.empty(), order.battery() + " obeys");
    private volatile Past past =
            (strategy, season, progress) -> {
                throw new Refused(Refused.Problem.COLOURS_UNKNOWN, "no colours", "2025-2026");
            };

    /** How a season is run again. */
    @FunctionalInterface
    public interface Past {
        /** As {@link Steering#backtest}. */
        BacktestReport run(String strategy, TempoSeason season, Consumer<Progress> progress)
                throws Refused, InterruptedException;
    }

    StillSteering() {}

    /** How the plan stands. */
    public void plan(PlanState now) {
        plan = now;
        planned.send();
    }

    /** The journal, newest first. */
    public void journal(List<JournalEntry> newestFirst) {
        journal = List.copyOf(newestFirst);
        commands.send();
    }

    /** What was written into every battery's program. */
    public void slots(SlotLedger now) {
        slots = now;
        commands.send();
    }

    /** What a strategy would do that is not on. */
    public void imagining(Plan wouldBe) {
        imagined = Optional.of(wouldBe);
    }

    /** What every battery can be told. */
    public void limits(Limits now) {
        limits = now;
    }

    /** How far every battery's order is. */
    public void busy(Optional<Stage> now) {
        busy = now;
        commands.send();
    }

    /** What becomes of orders. */
    public void answering(Function<Order, Outcome> outcome) {
        answer = outcome;
    }

    /** What a backtest tells. */
    public void backtest(BacktestReport report) {
        past = (strategy, season, progress) -> report;
    }

    /** How a season is run again. */
    public void backtesting(Past how) {
        past = how;
    }

    @Override
    public Outcome order(Order order, Consumer<Stage> progress) {
        orders.add(order);
        progress.accept(new Stage(Stage.Step.SENDING, 1));
        return answer.apply(order);
    }

    @Override
    public Limits limits(String battery) throws BadOrder {
        return limits;
    }

    @Override
    public Optional<Stage> busy(String battery) {
        return busy;
    }

    @Override
    public SlotLedger slots(String battery) throws BadOrder {
        return slots;
    }

    @Override
    public List<JournalEntry> journal(int most) {
        return journal.stream().limit(most).toList();
    }

    @Override
    public List<JournalEntry> journal(Mac battery, int most) {
        return journal.stream()
                .filter(entry -> entry.battery().equals(battery))
                .limit(most)
                .toList();
    }

    @Override
    public Subscription onCommands(Runnable listener) {
        return commands.subscribe(listener);
    }

    @Override
    public PlanState plan() {
        return plan;
    }

    @Override
    public Subscription onPlan(Runnable listener) {
        return planned.subscribe(listener);
    }

    @Override
    public Plan planAt(Instant at) {
        return plan.plan()
                .orElseGet(
                        () ->
                                new Plan(
                                        "none",
                                        at,
                                        at.plusSeconds(36 * 3600),
                                        new ArrayList<>(),
                                        Optional.empty()));
    }

    @Override
    public Plan planAt(String strategy, Instant at) {
        return imagined.orElseGet(() -> planAt(at));
    }

    @Override
    public void pause(Optional<Instant> until) {
        planCalls.add("pause");
        pauses.add(until);
    }

    @Override
    public void resume() {
        planCalls.add("resume");
    }

    @Override
    public void endDryRun() {
        planCalls.add("endDryRun");
    }

    @Override
    public BacktestReport backtest(String strategy, TempoSeason season, Consumer<Progress> progress)
            throws Refused, InterruptedException {
        progress.accept(new Progress(1, 1));
        return past.run(strategy, season, progress);
    }
}
