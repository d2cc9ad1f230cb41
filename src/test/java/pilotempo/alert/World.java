package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.BatteryStanding;
import pilotempo.automation.NightResult;
import pilotempo.automation.PlanState;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.history.HistoryHealth;
import pilotempo.history.JournalEntry;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.LinkHealth;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Readiness;
import pilotempo.planning.Reason;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.sync.SyncState;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ShippedPrices;

/**
 * A world that stands as a test says: three batteries that are well, the real season 2024-2025, no
 * plan. Values are always fresh. Thread-safe.
 */
final class World implements Supplier<Watched> {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final List<String> IDS = List.of("salon", "garage", "atelier");

    private static final Duration PACE = Duration.ofSeconds(20);

    private final Supplier<Instant> clock;
    private final RealSeason colours = RealSeason.of("2024-2025");
    private final Tariff tariff =
            new Tariff(new TempoClock(PARIS), ShippedPrices.offer(TempoSettings.DEFAULT), colours);
    private FleetSnapshot fleet;
    private PlanState plan = PlanState.OFF;
    private SyncState sync = SyncState.NONE;
    private boolean recording = true;
    private @Nullable Long free = 20L << 30;
    private List<JournalEntry> journal = List.of();
    private @Nullable Double load = 600.0;

    World(Supplier<Instant> clock) {
        this.clock = clock;
        this.fleet = new FleetSnapshot(IDS.stream().map(World::well).toList());
    }

    static Settings settings() {
        return Settings.DEFAULT
                .withBatteries(
                        List.of(
                                BatterySettings.at("salon", "Salon", "192.0.2.11", 30001),
                                BatterySettings.at("garage", "Garage", "192.0.2.12", 30002),
                                BatterySettings.at("atelier", "Atelier", "192.0.2.13", 30003)))
                .withPlanning(
                        new PlanningSettings(
                                "tempo",
                                100,
                                900,
                                java.util.Set.of("RED"),
                                "auto",
                                "restore",
                                true))
                .withTempo(TempoSettings.DEFAULT);
    }

    static Mac mac(String id) {
        return new Mac("02005e%06x".formatted(IDS.indexOf(id) + 1));
    }

    @Override
    public synchronized Watched get() {
        var now = clock.get();
        return new Watched(
                now,
                fresh(now),
                tariff.at(now),
                plan,
                sync,
                new HistoryHealth(recording, recording ? null : "disk full", now, 0),
                free,
                journal,
                load);
    }

    synchronized void value(String id, Quantity quantity, double value) {
        learn(id, Observation.builder().number(quantity, value).build());
    }

    synchronized void unknown(String id, Quantity quantity) {
        change(
                id,
                state -> {
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
                });
    }

    synchronized void mode(String id, OperatingMode mode) {
        learn(id, Observation.builder().mode(mode).build());
    }

    /** Rounds missed in a row; 0 = it answers. */
    synchronized void missed(String id, int rounds) {
        link(id, rounds == 0 ? Diagnosis.GOOD : Diagnosis.SILENT, rounds, clock.get(), Harm.NONE);
    }

    /** As in a run that has just begun: nothing was asked yet. */
    synchronized void starting(String id) {
        change(id, state -> BatteryState.unknown(id, id, state.host(), state.port(), state.mac()));
    }

    /** What an earlier run has stored just before. */
    synchronized void storedLevel(String id, double percent) {
        var values = Observation.builder().number(Quantity.SOC_PCT, percent).build();
        var at = clock.get().minus(Duration.ofSeconds(20));
        change(id, state -> state.learn(values, at, PACE.multipliedBy(3)));
    }

    /** It has never answered in this run. */
    synchronized void neverAnswered(String id, int rounds) {
        link(id, Diagnosis.UNREACHABLE, rounds, null, Harm.NONE);
    }

    synchronized void diagnosis(String id, Diagnosis diagnosis) {
        link(id, diagnosis, 0, clock.get(), Harm.NONE);
    }

    synchronized void harm(String id, int slowing, HarmSign sign) {
        harm(id, slowing, Diagnosis.GOOD, sign);
    }

    synchronized void harm(String id, int slowing, Diagnosis diagnosis, HarmSign sign) {
        link(id, diagnosis, 0, clock.get(), new Harm(Map.of(), slowing, sign, null));
    }

    synchronized void colour(String day, TempoColour colour) {
        colours.with(LocalDate.parse(day), colour);
    }

    synchronized void unknownColour(String day) {
        colours.without(LocalDate.parse(day));
    }

    synchronized void sync(SyncState state) {
        sync = state;
    }

    synchronized void recording(boolean good) {
        recording = good;
    }

    synchronized void free(@Nullable Long bytes) {
        free = bytes;
    }

    synchronized void journal(JournalEntry... newestFirst) {
        journal = List.of(newestFirst);
    }

    synchronized void usualLoad(@Nullable Double watts) {
        load = watts;
    }

    /** The plan is on, and its plan is this; everything follows. */
    synchronized void planned(@Nullable Readiness readiness, PlannedAction... actions) {
        var now = clock.get();
        plan =
                plan(
                        false,
                        null,
                        null,
                        false,
                        Optional.of(
                                new Plan(
                                        "tempo",
                                        now,
                                        now.plus(Duration.ofHours(36)),
                                        List.of(actions),
                                        Optional.ofNullable(readiness))),
                        Optional.empty());
    }

    /** As in a run that has made no plan yet; gives what there was. */
    synchronized PlanState noPlanYet() {
        var before = plan;
        plan = PlanState.OFF;
        return before;
    }

    synchronized void plan(PlanState state) {
        plan = state;
    }

    synchronized void paused(@Nullable Instant until) {
        plan = plan(true, until, null, false, plan.plan(), plan.lastNight());
    }

    synchronized void dryRun(Instant until, boolean urgent) {
        plan = plan(false, null, until, urgent, plan.plan(), plan.lastNight());
    }

    synchronized void night(NightResult result) {
        plan = plan(false, null, null, false, plan.plan(), Optional.of(result));
    }

    synchronized void clockDoubted(boolean doubted) {
        plan =
                new PlanState(
                        plan.strategy(),
                        plan.enabled(),
                        plan.paused(),
                        plan.pausedUntil(),
                        plan.dryRun(),
                        plan.dryRunUntil(),
                        plan.urgentDryRun(),
                        doubted,
                        plan.plan(),
                        plan.batteries(),
                        plan.lastNight());
    }

    synchronized void standing(String id, BatteryStanding.Standing standing) {
        var all = new ArrayList<>(plan.batteries());
        all.removeIf(stands -> stands.battery().equals(id));
        all.add(new BatteryStanding(id, standing, null, ""));
        plan =
                new PlanState(
                        plan.strategy(),
                        plan.enabled(),
                        plan.paused(),
                        plan.pausedUntil(),
                        plan.dryRun(),
                        plan.dryRunUntil(),
                        plan.urgentDryRun(),
                        plan.clockDoubted(),
                        plan.plan(),
                        all,
                        plan.lastNight());
    }

    static PlannedAction charge(
            String id, Instant from, Instant until, int watts, @Nullable Double socUntil) {
        return new PlannedAction(
                from,
                until,
                id,
                OperatingMode.PASSIVE,
                -watts,
                100,
                Reason.of("charge.red"),
                null,
                socUntil);
    }

    static PlannedAction day(String id, Instant from, Instant until, OperatingMode mode) {
        return new PlannedAction(from, until, id, mode, null, null, Reason.of("day"), null, null);
    }

    private static PlanState plan(
            boolean paused,
            @Nullable Instant pausedUntil,
            @Nullable Instant dryRunUntil,
            boolean urgent,
            Optional<Plan> plan,
            Optional<NightResult> night) {
        return new PlanState(
                "tempo",
                true,
                paused,
                pausedUntil,
                dryRunUntil != null,
                dryRunUntil,
                urgent,
                false,
                plan,
                List.of(),
                night);
    }

    private static BatteryState well(String id) {
        var mac = mac(id);
        return BatteryState.unknown(id, id, "192.0.2.11", 30000, mac)
                .learn(
                        Observation.builder()
                                .number(Quantity.SOC_PCT, 50.0)
                                .number(Quantity.POWER_W, 0.0)
                                .number(Quantity.ONGRID_POWER_W, 0.0)
                                .number(Quantity.TEMPERATURE_C, 21.0)
                                .number(Quantity.RATED_WH, 5120.0)
                                .mode(OperatingMode.AUTO)
                                .build(),
                        Instant.EPOCH,
                        PACE.multipliedBy(3))
                .withLink(
                        "192.0.2.11",
                        30000,
                        mac,
                        null,
                        health(Diagnosis.GOOD, 0, Instant.EPOCH, Harm.NONE));
    }

    private FleetSnapshot fresh(Instant now) {
        return new FleetSnapshot(
                fleet.batteries().stream()
                        .map(state -> answers(state) ? fresh(state, now) : state)
                        .toList());
    }

    private static boolean answers(BatteryState state) {
        return state.link().missedRounds() == 0 && state.link().lastAnswer() != null;
    }

    private static BatteryState fresh(BatteryState state, Instant now) {
        var values = Observation.builder();
        state.numbers().forEach((quantity, timed) -> values.number(quantity, timed.value()));
        var mode = state.mode();
        values.mode(mode == null ? null : mode.value());
        var link = state.link();
        return state.learn(values.build(), now, PACE.multipliedBy(3))
                .withLink(
                        state.host(),
                        state.port(),
                        state.mac(),
                        state.device(),
                        link.lastAnswer() == null
                                ? link
                                : health(link.diagnosis(), 0, now, link.harm()));
    }

    private void learn(String id, Observation observation) {
        change(id, state -> state.learn(observation, clock.get(), PACE.multipliedBy(3)));
    }

    private void change(String id, UnaryOperator<BatteryState> change) {
        fleet = fleet.change(id, change);
    }

    private void link(
            String id, Diagnosis diagnosis, int missed, @Nullable Instant last, Harm harm) {
        change(
                id,
                state ->
                        state.withLink(
                                state.host(),
                                state.port(),
                                state.mac(),
                                state.device(),
                                health(diagnosis, missed, last, harm)));
    }

    private static LinkHealth health(
            Diagnosis diagnosis, int missed, @Nullable Instant last, Harm harm) {
        return new LinkHealth(
                diagnosis,
                false,
                1000,
                995,
                diagnosis == Diagnosis.LOSSY ? 38.0 : 0.5,
                Duration.ofMillis(180),
                Duration.ofMillis(640),
                last,
                PACE,
                Duration.ofSeconds(5),
                missed,
                false,
                harm);
    }
}
