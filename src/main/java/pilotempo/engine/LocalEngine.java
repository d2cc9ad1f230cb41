package pilotempo.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertService;
import pilotempo.alert.Alerts;
import pilotempo.battery.Mac;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.Costs;
import pilotempo.cost.LedgerCosts;
import pilotempo.cost.StoredEnergy;
import pilotempo.history.DayEnergy;
import pilotempo.history.ExportRequest;
import pilotempo.history.History;
import pilotempo.history.HistoryHealth;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.lifecycle.Subscription;
import pilotempo.lifecycle.Time;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.LiveState;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;
import pilotempo.settings.SettingsFile;
import pilotempo.sync.Sync;
import pilotempo.sync.SyncState;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ColourService;

/**
 * The engine in the window's own process, over the features' faces. Owns the wire and the polling.
 */
public final class LocalEngine implements Engine, AutoCloseable {
    /** Apart from what the automation keeps. */
    private static final String WINDOW = "window.";

    private final LiveState live;
    private final History history;
    private final Sync sync;
    private final ColourService colours;
    private final Tariff tariff;
    private final PriceTable prices;
    private final Costs costs;
    private final SettingsWriter writer;
    private final Time time;
    private final CurrentFleet fleet;
    private final LocalSteering steering;
    private final AlertService alerts;

    private volatile Settings settings;
    private List<Subscription> events = List.of();
    private @Nullable Housekeeping housekeeping;

    /**
     * Opens nothing and asks nobody yet; shows what was stored last.
     *
     * @param system the system's language, for messages where the settings name none
     * @param freeDisk bytes free where the data lies; empty = unknown
     */
    public LocalEngine(
            Settings settings,
            History history,
            Sync sync,
            ColourService colours,
            PriceTable prices,
            Tariff tariff,
            SettingsWriter writer,
            Locale system,
            Supplier<OptionalLong> freeDisk,
            Time time,
            RandomGenerator random) {
        this.settings = settings;
        this.history = history;
        this.sync = sync;
        this.colours = colours;
        this.prices = prices;
        this.tariff = tariff;
        this.writer = writer;
        this.time = time;
        this.live = new LiveState(KnownFleet.stored(settings, history));
        this.fleet = new CurrentFleet(settings, live, history, time, random);
        this.costs =
                new LedgerCosts(
                        history,
                        new TempoClock(settings.zone()),
                        tariff,
                        settings.tempo().exportPrice(),
                        live::current,
                        time.clock());
        this.steering =
                new LocalSteering(
                        settings,
                        this::settings,
                        fleet::line,
                        live,
                        history,
                        colours,
                        tariff,
                        system,
                        time);
        this.alerts =
                new AlertService(
                        settings,
                        system,
                        new World(live, history, sync, tariff, steering, freeDisk, time),
                        history,
                        time,
                        random);
    }

    /** Starts polling. */
    public synchronized void startPolling() {
        if (housekeeping == null) {
            var watch = new EventWatch(time::now, history::record);
            events =
                    List.of(
                            live.onChange(() -> watch.look(live.current())),
                            history.journal().onChange(alerts::lookSoon),
                            steering.onPlan(new PlanTurns(steering::plan, alerts::lookSoon)),
                            steering.onPlan(
                                    () -> fleet.charging(steering.plan().charges(time.now()))));
            boolean onlyAcknowledged = settings.database().url().isPresent();
            housekeeping = Housekeeping.start(() -> history.purge(onlyAcknowledged), time);
        }
        fleet.startPolling();
        steering.start();
        alerts.start();
    }

    /** Asks each battery everything once; returns when all have answered or were given up. */
    public void askAllOnce() throws InterruptedException {
        fleet.askAllOnce();
    }

    /** Looks for batteries at the given addresses and ports; empty means wherever they may be. */
    public List<FoundBattery> discover(
            List<InetAddress> targets,
            Set<Integer> ports,
            Duration duration,
            Consumer<FoundBattery> each)
            throws InterruptedException {
        return fleet.discover(targets, ports, duration, each);
    }

    /** The tariff at any moment, by all colours known now. */
    public TariffView tariffAt(Instant moment) {
        return tariff.at(moment);
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public ZoneId zone() {
        return settings.zone();
    }

    @Override
    public FleetSnapshot fleet() {
        return live.current();
    }

    @Override
    public Subscription onFleet(Runnable listener) {
        return live.onChange(listener);
    }

    @Override
    public TariffView tariff() {
        return tariff.at(time.now());
    }

    @Override
    public Subscription onTariff(Runnable listener) {
        return colours.onChange(listener);
    }

    @Override
    public ColourBook colours() {
        return colours;
    }

    @Override
    public PriceTable prices() {
        return prices;
    }

    @Override
    public HistoryHealth history() {
        return history.health();
    }

    @Override
    public SyncState sync() {
        return sync.state();
    }

    @Override
    public Subscription onSync(Runnable listener) {
        return sync.onChange(listener);
    }

    @Override
    public void syncNow() {
        sync.tryNow();
    }

    @Override
    public Range range(RangeQuery query) throws InterruptedException {
        return history.range(query);
    }

    @Override
    public List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive)
            throws InterruptedException {
        return history.dayEnergy(batteries, from, toInclusive);
    }

    @Override
    public Instant firstReading() {
        return history.first().orElseGet(time::now);
    }

    @Override
    public void export(ExportRequest request, OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        history.export(request, out, progress);
    }

    @Override
    public List<FoundBattery> discover(Duration duration, Consumer<FoundBattery> each)
            throws InterruptedException {
        return discover(List.of(), Set.of(), duration, each);
    }

    @Override
    public void askAgain(String batteryId) {
        fleet.askAgain(batteryId);
    }

    @Override
    public void restTest(String batteryId) {
        fleet.restTest(batteryId);
    }

    @Override
    public void endRestTest(String batteryId) {
        fleet.endRestTest(batteryId);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Optional<String> variableOf(String setting) {
        return SettingsFile.variableOf(setting, System.getenv());
    }

    @Override
    public Optional<String> remembered(String name) {
        return history.facts().get(WINDOW + name);
    }

    @Override
    public void remember(String name, String content) {
        history.facts().keep(WINDOW + name, content);
    }

    @Override
    public synchronized void change(UnaryOperator<Settings> change) throws Refused {
        var before = settings;
        var after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        writer.write(before, after);
        settings = after;
        steering.changed(after);
        alerts.changed(after);
        if (!after.batteries().equals(before.batteries()) || !after.poll().equals(before.poll())) {
            fleet.replace(after);
        }
    }

    @Override
    public Steering steering() {
        return steering;
    }

    @Override
    public CostReport cost(CostQuery query) throws InterruptedException {
        return costs.report(query);
    }

    @Override
    public StoredEnergy stored() {
        return costs.stored();
    }

    @Override
    public Alerts alerts() {
        return alerts;
    }

    @Override
    public void looking(boolean anybody) {
        fleet.looking(anybody);
    }

    @Override
    public synchronized void close() {
        events.forEach(Subscription::close);
        alerts.close();
        steering.close();
        if (housekeeping != null) {
            housekeeping.close();
        }
        fleet.close();
    }

    /** The configured batteries, for commands that name one. */
    public List<BatterySettings> batteries() {
        return settings.batteries();
    }
}
