package pilotempo.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import pilotempo.alert.Alerts;
import pilotempo.battery.Mac;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.StoredEnergy;
import pilotempo.history.DayEnergy;
import pilotempo.history.ExportRequest;
import pilotempo.history.HistoryHealth;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.FleetSnapshot;
import pilotempo.settings.Settings;
import pilotempo.sync.SyncState;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.TariffView;

/**
 * All that a window may know and do. Thread-safe. Methods that may wait say so: they are not for
 * the window's thread; all others answer at once.
 */
public interface Engine {
    /** The wall clock the engine lives by. */
    Instant now();

    /** Zone of the Tempo day and of everything shown. */
    ZoneId zone();

    /** The present of all batteries. */
    FleetSnapshot fleet();

    /**
     * Signals at once and on each change of {@link #fleet()}, on any thread; the listener must not
     * wait.
     */
    Subscription onFleet(Runnable listener);

    /** The tariff now. */
    TariffView tariff();

    /**
     * Signals at once and whenever colours became known, on any thread; the listener must not wait.
     */
    Subscription onTariff(Runnable listener);

    /** All colours known. */
    ColourBook colours();

    /** The price table in force. */
    PriceTable prices();

    /** How recording goes. */
    HistoryHealth history();

    /** How the sync to a server goes. */
    SyncState sync();

    /** Signals at once and on each change of {@link #sync()}, on any thread; must not wait. */
    Subscription onSync(Runnable listener);

    /** Tries the server now instead of when its back-off ends. */
    void syncNow();

    /** A range for a chart. Waits; interrupting it cancels the query. */
    Range range(RangeQuery query) throws InterruptedException;

    /** Energy by Tempo day. Waits. */
    List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive)
            throws InterruptedException;

    /** The instant of the first reading of all; {@link #now()} when there is none. Waits. */
    Instant firstReading() throws InterruptedException;

    /** Writes an export. Waits; interrupting it stops it. */
    void export(ExportRequest request, OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException;

    /** Looks for batteries on the LAN, each told as it answers. Waits for the duration. */
    List<FoundBattery> discover(Duration duration, Consumer<FoundBattery> each)
            throws InterruptedException, Refused;

    /**
     * Asks a battery again soon, for a user who doesn't want to wait for the next round. The gap
     * still holds.
     */
    void askAgain(String batteryId);

    /**
     * Leaves a battery alone for half an hour, to see whether asking hurts it; what it showed
     * stands in its link's {@link pilotempo.live.Harm}. One that runs goes on.
     */
    void restTest(String batteryId);

    /** Ends a rest test before its time. */
    void endRestTest(String batteryId);

    /** The settings in force. */
    Settings settings();

    /**
     * The environment variable that a setting, as "database.password", comes from and that alone
     * can change it; empty when it comes from the file.
     */
    default Optional<String> variableOf(String setting) {
        return Optional.empty();
    }

    /**
     * Changes the settings, writes them and puts them into force: batteries and window settings at
     * once, the rest at the next start. Waits.
     */
    void change(UnaryOperator<Settings> change) throws Refused, InterruptedException;

    /** What a window asked to be remembered under a name; empty if nothing. */
    Optional<String> remembered(String name);

    /**
     * Remembers at most 200 characters under a name of at most 30, beyond this run; durable with
     * the history's next commit.
     */
    void remember(String name, String content);

    /** Commands and the plan. */
    Steering steering();

    /** Energy and money of a stretch of Tempo days. Waits; interruptible. */
    CostReport cost(CostQuery query) throws InterruptedException;

    /** What is stored in the batteries now, and its worth. */
    StoredEnergy stored();

    /** Alerts and their channels. */
    Alerts alerts();

    /** Whether a window is looking: polling in {@code auto} is livelier then. */
    void looking(boolean anybody);
}
