package pilotempo.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pilotempo.automation.PlanState;
import pilotempo.battery.Mac;
import pilotempo.control.BadOrder;
import pilotempo.control.Limits;
import pilotempo.control.Order;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;
import pilotempo.control.Stage;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Subscription;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.Plan;
import pilotempo.tempo.TempoSeason;

/** Commands and the plan. Thread-safe. What waits says so. */
public interface Steering {
    /** Carries an order out. Waits until it is decided, at most about a minute. */
    Outcome order(Order order, Consumer<Stage> progress)
            throws BadOrder, Refused, InterruptedException;

    /** What a battery can be told. */
    Limits limits(String battery) throws BadOrder;

    /** How far the order under way is; empty when none is. */
    Optional<Stage> busy(String battery);

    /** What Pilotempo wrote into a battery's weekly program. Waits. */
    SlotLedger slots(String battery) throws BadOrder;

    /** The newest journal entries, newest first. Waits. */
    List<JournalEntry> journal(int most);

    /** The newest journal entries of a battery, newest first. Waits. */
    List<JournalEntry> journal(Mac battery, int most);

    /** Signals at once and on each step of an order and each line of the journal; must not wait. */
    Subscription onCommands(Runnable listener);

    /** How the plan stands. */
    PlanState plan();

    /** Signals at once and on each change of {@link #plan}; must not wait. */
    Subscription onPlan(Runnable listener);

    /** What would be done at any moment; nothing is done. Waits. */
    Plan planAt(Instant at);

    /** The same by another strategy, switched on or not; by its word in the settings. Waits. */
    Plan planAt(String strategy, Instant at);

    /** Lets the plan rest, until an instant or until it is resumed. */
    void pause(Optional<Instant> until);

    /** Lets the plan go on. */
    void resume();

    /** Ends the trial day. */
    void endDryRun();

    /**
     * Runs a strategy over a past season. Waits seconds; interruptible.
     *
     * @param progress days done of days in all, now and then, on the caller's thread
     * @throws Refused when nothing can be said: colours or prices are missing
     */
    BacktestReport backtest(String strategy, TempoSeason season, Consumer<Progress> progress)
            throws Refused, InterruptedException;

    /** How far a long work is. */
    record Progress(long done, long all) {}
}
