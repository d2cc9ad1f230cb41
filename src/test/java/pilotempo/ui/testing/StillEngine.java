package pilotempo.ui.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.StoredEnergy;
import pilotempo.engine.Engine;
import pilotempo.engine.FoundBattery;
import pilotempo.engine.Refused;
import pilotempo.history.DayEnergy;
import pilotempo.history.ExportRequest;
import pilotempo.history.HistoryHealth;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.lifecycle.Signal;
import pilotempo.lifecycle.Subscription;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.Harm;
import pilotempo.live.LiveState;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;
import pilotempo.settings.UiSettings;
import pilotempo.sync.SyncState;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;

/**
 * An engine that stands still: Tuesday 6 January 2026, 19:42 in Paris, red before red. Tests change
 * it with its own methods; nothing moves by itself.
 */
public final class StillEngine implements Engine {
    /** When it stands still. */
    public static final Instant NOW = Instant.parse("2026-01-06T18:42:00Z");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Ids of batteries that a view asked for again. */
    public final List<String> askedAgain = new CopyOnWriteArrayList<>();

    /** Ids of batteries that a view put to rest and did not wake. */
    public final List<String> rested = new CopyOnWriteArrayList<>();

    /** What views said about anybody looking, in order. */
    public final List<Boolean> looking = new CopyOnWriteArrayList<>();

    /** Commands and the plan. */
    public final StillSteering steering = new StillSteering();

    /** Energy and money. */
    public final StillMoney money = new StillMoney();

    /** Alerts. */
    public final StillAlerts alerts = new StillAlerts();

    private final java.util.Map<String, String> variables =
            new java.util.concurrent.ConcurrentHashMap<>();
    private final java.util.Map<String, String> remembered =
            new java.util.concurrent.ConcurrentHashMap<>();
    private final LiveState live;
    private final Signal tariffChanged = new Signal();
    private final StillTempo tempo = new StillTempo(PARIS);
    private volatile Instant now = NOW;
    private volatile Settings settings;
    private volatile HistoryHealth health = new HistoryHealth(true, null, NOW.minusSeconds(3), 2);
    private volatile SyncState sync = SyncState.NONE;
    private final Signal syncChanged = new Signal();

    /** How often a view asked for the server to be tried at once. */
    public final java.util.concurrent.atomic.AtomicInteger syncTried =
            new java.util.concurrent.atomic.AtomicInteger();

    private volatile List<FoundBattery> found = List.of();
    private volatile Instant first = Instant.parse("2025-12-28T23:00:00Z");
    private volatile @Nullable String refusal;
    private volatile boolean withoutHistory;

    private StillEngine(int batteries) {
        live = new LiveState(StillFleet.of(batteries, NOW));
        settings = Settings.DEFAULT.withBatteries(StillFleet.settings(batteries));
    }

    /** 0 to 10 batteries, all well. The first three are Salon, Garage and Atelier. */
    public static StillEngine of(int batteries) {
        return new StillEngine(batteries);
    }

    /** The battery answered last 14 minutes ago and is not on the network any more. */
    public StillEngine silent(String id) {
        return silent(id, Diagnosis.UNREACHABLE);
    }

    /** The battery answered last 14 minutes ago, with that diagnosis. */
    public StillEngine silent(String id, Diagnosis why) {
        return silent(id, why, Duration.ofMinutes(14));
    }

    /** A battery that stopped answering so long ago. */
    public StillEngine silent(String id, Diagnosis why, Duration ago) {
        return change(id, state -> StillFleet.silent(state, now, ago, why));
    }

    /** The battery's values are four minutes old: too old to be the present. */
    public StillEngine stale(String id) {
        return change(id, state -> StillFleet.aged(state, now.minusSeconds(240)));
    }

    /** Nothing was ever heard of the battery. */
    public StillEngine neverSeen(String id) {
        return change(
                id,
                state ->
                        BatteryState.unknown(
                                state.id(), state.name(), state.host(), state.port(), null));
    }

    /** One value of a battery is another; null = unknown. */
    public StillEngine with(String id, Quantity quantity, @Nullable Double value) {
        return change(
                id,
                state -> {
                    var at = java.util.Objects.requireNonNull(state.at());
                    if (value == null) {
                        var numbers = new java.util.EnumMap<>(state.numbers());
                        numbers.remove(quantity);
                        return new BatteryState(
                                state.id(),
                                state.name(),
                                state.host(),
                                state.port(),
                                state.mac(),
                                state.device(),
                                numbers,
                                state.mode(),
                                state.chargingAllowed(),
                                state.dischargingAllowed(),
                                state.ctConnected(),
                                state.link(),
                                state.raw());
                    }
                    return state.learn(
                            pilotempo.battery.Observation.builder().number(quantity, value).build(),
                            at,
                            Duration.ofSeconds(60));
                });
    }

    /** The sync goes like this. */
    public StillEngine syncing(SyncState state) {
        sync = state;
        syncChanged.send();
        return this;
    }

    @Override
    public SyncState sync() {
        return sync;
    }

    @Override
    public Subscription onSync(Runnable listener) {
        return syncChanged.subscribe(listener);
    }

    @Override
    public void syncNow() {
        syncTried.incrementAndGet();
    }

    /** Changes a battery and tells the listeners. */
    public StillEngine change(String id, UnaryOperator<BatteryState> change) {
        live.update(fleet -> fleet.change(id, change));
        return this;
    }

    /** What the harm guard sees of a battery. */
    public StillEngine harm(String id, Harm harm) {
        return change(id, state -> StillFleet.harmed(state, harm));
    }

    /** Another whole fleet. */
    public StillEngine fleet(FleetSnapshot next) {
        live.update(old -> next);
        return this;
    }

    private static BatterySettings renamed(BatterySettings battery, String name) {
        return BatterySettings.at(battery.id(), name, battery.host().orElseThrow(), battery.port());
    }

    /** Gives a battery another name, here and in the settings. */
    public StillEngine named(String id, String name) {
        settings =
                settings.withBatteries(
                        settings.batteries().stream()
                                .map(one -> one.id().equals(id) ? renamed(one, name) : one)
                                .toList());
        return change(
                id,
                state ->
                        new pilotempo.live.BatteryState(
                                state.id(),
                                name,
                                state.host(),
                                state.port(),
                                state.mac(),
                                state.device(),
                                state.numbers(),
                                state.mode(),
                                state.chargingAllowed(),
                                state.dischargingAllowed(),
                                state.ctConnected(),
                                state.link(),
                                state.raw()));
    }

    /** The clock stands elsewhere; values keep their times. */
    public StillEngine at(Instant moment) {
        now = moment;
        tariffChanged.send();
        return this;
    }

    /** Tomorrow's colour is not published yet. */
    public StillEngine tomorrowUnknown() {
        tempo.knownUntil(StillTempo.january(6));
        tariffChanged.send();
        return this;
    }

    /** Tomorrow's colour is not sure. */
    public StillEngine tomorrowProvisional(TempoColour colour) {
        tempo.set(
                new DayColour(
                        StillTempo.january(7),
                        colour,
                        DayColour.Status.PROVISIONAL,
                        "public",
                        now));
        tariffChanged.send();
        return this;
    }

    /** Today has another colour. */
    public StillEngine today(TempoColour colour) {
        tempo.set(
                new DayColour(
                        StillTempo.january(6), colour, DayColour.Status.CONFIRMED, "public", now));
        tariffChanged.send();
        return this;
    }

    /** No colour and no price is known at all. */
    public StillEngine noColours() {
        tempo.knownUntil(LocalDate.of(2025, 8, 31));
        tariffChanged.send();
        return this;
    }

    /** The language that the settings ask for. */
    public StillEngine language(UiSettings.Language language) {
        var ui = settings.ui();
        settings = settings.withUi(new UiSettings(language, ui.theme(), ui.kioskPin()));
        return this;
    }

    /** A setting comes from a variable of the environment. */
    public StillEngine forcing(String setting, String variable) {
        variables.put(setting, variable);
        return this;
    }

    @Override
    public Optional<String> variableOf(String setting) {
        return Optional.ofNullable(variables.get(setting));
    }

    @Override
    public Optional<String> remembered(String name) {
        return Optional.ofNullable(remembered.get(name));
    }

    @Override
    public void remember(String name, String content) {
        remembered.put(name, content);
    }

    /** How recording goes. */
    public StillEngine recording(HistoryHealth next) {
        health = next;
        return this;
    }

    /** Nothing has been recorded yet. */
    public StillEngine withoutHistory() {
        withoutHistory = true;
        first = now;
        return this;
    }

    /**
     * Batteries that a search finds: Salon's neighbour, which is new, and what the settings know.
     */
    public StillEngine finding(int newOnes) {
        var all = new ArrayList<FoundBattery>();
        for (int i = 0; i < newOnes; i++) {
            var mac = StillFleet.mac(20 + i);
            all.add(
                    new FoundBattery(
                            new Device(mac, "VenusE 3.0", 150),
                            "192.0.2." + (41 + i),
                            30000,
                            Optional.empty()));
        }
        for (var battery : live.current().batteries()) {
            var device = battery.device();
            if (device != null && battery.host() != null) {
                all.add(
                        new FoundBattery(
                                device,
                                java.util.Objects.requireNonNull(battery.host()),
                                battery.port(),
                                Optional.of(battery.id())));
            }
        }
        found = List.copyOf(all);
        return this;
    }

    /** From now on searches and changes of the settings are refused with that sentence. */
    public StillEngine refusing(String sentence) {
        refusal = sentence;
        return this;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return PARIS;
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
        return tempo.at(now);
    }

    @Override
    public Subscription onTariff(Runnable listener) {
        return tariffChanged.subscribe(listener);
    }

    @Override
    public ColourBook colours() {
        return tempo.colours();
    }

    @Override
    public PriceTable prices() {
        return StillTempo.prices();
    }

    @Override
    public HistoryHealth history() {
        return health;
    }

    @Override
    public Range range(RangeQuery query) {
        return new StillHistory(PARIS, withoutHistory ? now : first, now).range(query);
    }

    @Override
    public List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive) {
        return new StillHistory(PARIS, withoutHistory ? now : first, now)
                .dayEnergy(batteries, from, toInclusive);
    }

    @Override
    public Instant firstReading() {
        return first;
    }

    @Override
    public void export(ExportRequest request, OutputStream out, LongConsumer progress)
            throws IOException {
        out.write("time,battery\n".getBytes(StandardCharsets.UTF_8));
        progress.accept(0);
    }

    @Override
    public List<FoundBattery> discover(Duration duration, Consumer<FoundBattery> each)
            throws Refused {
        refuse();
        found.forEach(each);
        return found;
    }

    @Override
    public void askAgain(String batteryId) {
        askedAgain.add(batteryId);
    }

    @Override
    public void restTest(String batteryId) {
        rested.add(batteryId);
    }

    @Override
    public void endRestTest(String batteryId) {
        rested.remove(batteryId);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void change(UnaryOperator<Settings> change) throws Refused {
        refuse();
        settings = change.apply(settings);
    }

    @Override
    public StillSteering steering() {
        return steering;
    }

    @Override
    public CostReport cost(CostQuery query) {
        return money.report(query);
    }

    @Override
    public StoredEnergy stored() {
        return money.stored();
    }

    @Override
    public StillAlerts alerts() {
        return alerts;
    }

    @Override
    public void looking(boolean anybody) {
        looking.add(anybody);
    }

    private void refuse() throws Refused {
        var sentence = refusal;
        if (sentence != null) {
            throw new Refused(Refused.Problem.SETTINGS_WRONG, sentence, sentence);
        }
    }
}
