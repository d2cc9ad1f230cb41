package pilotempo.engine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pilotempo.automation.PlanRunner;
import pilotempo.automation.PlanState;
import pilotempo.battery.Mac;
import pilotempo.control.BadOrder;
import pilotempo.control.Control;
import pilotempo.control.Limits;
import pilotempo.control.Lines;
import pilotempo.control.LocalControl;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;
import pilotempo.control.Stage;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.Plan;
import pilotempo.planning.Strategies;
import pilotempo.settings.Settings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourService;

/** Control and the plan of this process. Owns both; the plan is followed once it is started. */
final class LocalSteering implements Steering, AutoCloseable {
    private final Control control;
    private final Settling settling;
    private final PlanRunner runner;
    private final History history;
    private final Backtests backtests;
    private final Subscription colours;

    LocalSteering(
            Settings settings,
            Supplier<Settings> inForce,
            Lines lines,
            LiveState live,
            History history,
            ColourService colours,
            Tariff tariff,
            Locale system,
            Time time) {
        this.history = history;
        control = new LocalControl(lines, live, history, settings.zone(), time);
        settling = new Settling(control, time);
        runner =
                new PlanRunner(
                        settings, Strategies::of, control, live, history, tariff, system, time);
        backtests =
                new SeasonReplay(
                        inForce, live::current, history, colours, tariff, control, time::now);
        this.colours = colours.onChange(runner::lookSoon);
    }

    /** Follows the plan from now on. */
    void start() {
        settling.start();
        runner.start();
    }

    void changed(Settings settings) {
        runner.changed(settings);
    }

    @Override
    public Outcome order(Order order, Consumer<Stage> progress)
            throws BadOrder, InterruptedException {
        try {
            return control.order(order, progress);
        } catch (InterruptedException cutOff) {
            settling.lookAgain();
            throw cutOff;
        }
    }

    @Override
    public Limits limits(String battery) throws BadOrder {
        return control.limits(battery);
    }

    @Override
    public Optional<Stage> busy(String battery) {
        return control.busy(battery);
    }

    @Override
    public SlotLedger slots(String battery) throws BadOrder {
        return control.slots(battery);
    }

    @Override
    public List<JournalEntry> journal(int most) {
        return history.journal().newest(most);
    }

    @Override
    public List<JournalEntry> journal(Mac battery, int most) {
        return history.journal().newest(battery, most);
    }

    @Override
    public Subscription onCommands(Runnable listener) {
        var orders = control.onChange(listener);
        var lines = history.journal().onChange(listener);
        return () -> {
            orders.close();
            lines.close();
        };
    }

    @Override
    public PlanState plan() {
        return runner.state();
    }

    @Override
    public Subscription onPlan(Runnable listener) {
        return runner.onChange(listener);
    }

    @Override
    public Plan planAt(Instant at) {
        return runner.planAt(at);
    }

    @Override
    public Plan planAt(String strategy, Instant at) {
        return runner.planAt(strategy, at);
    }

    @Override
    public void pause(Optional<Instant> until) {
        runner.pause(until);
    }

    @Override
    public void resume() {
        runner.resume();
    }

    @Override
    public void endDryRun() {
        runner.endDryRun();
    }

    @Override
    public BacktestReport backtest(String strategy, TempoSeason season, Consumer<Progress> progress)
            throws Refused, InterruptedException {
        return backtests.run(strategy, season, progress);
    }

    @Override
    public void close() {
        colours.close();
        settling.close();
        runner.close();
        control.close();
    }
}
