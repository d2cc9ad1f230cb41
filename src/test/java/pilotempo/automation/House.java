package pilotempo.automation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.control.Order;
import pilotempo.history.JournalEntry;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.lifecycle.ManualTime;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.Harm;
import pilotempo.live.LinkHealth;
import pilotempo.live.LiveState;
import pilotempo.planning.Strategies;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.settings.UiSettings;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ShippedPrices;

/**
 * A house with toy batteries, polled once a minute, in which a plan runs in a time moved by hand:
 * nights pass in milliseconds. What happens is noted each few seconds.
 */
final class House {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int POLLED_EVERY = 2;

    final ManualTime manual;
    final RealSeason season;
    final List<ToyBattery> batteries = new ArrayList<>();
    final MemoryHistory history = new MemoryHistory();
    final ToyControl control;
    final List<Sample> samples = new ArrayList<>();
    final Tariff tariff;
    ToDoubleFunction<Instant> loadW = _ -> 500;
    boolean metered = true;
    boolean polled = true;
    LiveState live = new LiveState(FleetSnapshot.EMPTY);
    PlanRunner runner;
    private Settings settings;
    private int steps;

    /** The truth at one moment. */
    record Sample(Instant at, double chargingW, double loadW) {}

    private House(String local, RealSeason season, double... levels) {
        manual = ManualTime.at(paris(local).toString());
        this.season = season;
        for (int n = 0; n < levels.length; n++) {
            batteries.add(new ToyBattery("b" + (n + 1), n + 1, levels[n]));
        }
        tariff =
                new Tariff(
                        new TempoClock(PARIS), ShippedPrices.offer(TempoSettings.DEFAULT), season);
        control = new ToyControl(batteries, history, manual.time());
        settings =
                Settings.DEFAULT
                        .withPlanning(planning("tempo", "restore", false))
                        .withTempo(kva(9));
        runner = begin();
    }

    static House at(String local, double... levels) {
        return new House(local, RealSeason.of("2024-2025"), levels);
    }

    static PlanningSettings planning(String strategy, String dayMode, boolean dryRunFirst) {
        return new PlanningSettings(
                strategy, 100, 1000, Set.of("RED"), "auto", dayMode, dryRunFirst);
    }

    static TempoSettings kva(int kva) {
        var all = TempoSettings.DEFAULT;
        return new TempoSettings(
                all.source(),
                all.rteBaseUrl(),
                all.rteClientId(),
                all.rteClientSecret(),
                all.publicBaseUrl(),
                all.contractNumber(),
                all.offer(),
                all.prices(),
                Optional.of(kva),
                BigDecimal.ZERO);
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    Settings settings() {
        return settings;
    }

    House with(PlanningSettings planning) {
        settings = settings.withPlanning(planning);
        runner.changed(settings);
        return this;
    }

    House speaking(UiSettings.Language language) {
        settings =
                settings.withUi(new UiSettings(language, UiSettings.Theme.AUTO, Optional.empty()));
        runner.changed(settings);
        return this;
    }

    House kilovolts(int kva) {
        settings = settings.withTempo(kva(kva));
        runner.changed(settings);
        return this;
    }

    private PlanRunner begin() {
        live = new LiveState(stored());
        return new PlanRunner(
                settings,
                Strategies::of,
                control,
                live,
                history,
                tariff,
                Locale.ENGLISH,
                manual.time(),
                new AtOnce(),
                () -> null);
    }

    /** The program is killed and begun anew: what was stored is all that is left. */
    void restart() {
        runner.close();
        runner = begin();
        steps = 0;
    }

    private FleetSnapshot stored() {
        return new FleetSnapshot(
                batteries.stream()
                        .map(
                                battery -> {
                                    var bare =
                                            BatteryState.unknown(
                                                    battery.id,
                                                    battery.id,
                                                    "127.0.0.1",
                                                    30000,
                                                    battery.mac);
                                    return history.newest(battery.mac)
                                            .map(
                                                    old ->
                                                            bare.learn(
                                                                    old.values(),
                                                                    old.at(),
                                                                    Duration.ofMinutes(3)))
                                            .orElse(bare);
                                })
                        .toList());
    }

    ToyBattery battery(String id) {
        return batteries.stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow();
    }

    BatteryStanding standing(String id) {
        return runner.state().batteries().stream()
                .filter(one -> one.battery().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Instant now() {
        return manual.time().now();
    }

    /** Lives on until a local time, with the program running. */
    House until(String local) {
        return until(paris(local));
    }

    House until(Instant end) {
        while (now().isBefore(end)) {
            tick();
            if (polled && steps % POLLED_EVERY == 0) {
                poll();
            }
            steps++;
            runner.lookOnce();
        }
        return this;
    }

    /** Time passes without the program. */
    House withoutProgram(String local) {
        var end = paris(local);
        while (now().isBefore(end)) {
            tick();
        }
        return this;
    }

    private void tick() {
        manual.advance(STEP);
        double load = loadW.applyAsDouble(now());
        double left = load;
        for (var battery : batteries) {
            double told = battery.toldW(now());
            left -= battery.followsMeter() ? 0 : told;
        }
        double charging = 0;
        for (var battery : batteries) {
            double told = battery.toldW(now());
            double power = battery.followsMeter() ? Math.clamp(left, 0, battery.mostOutW()) : told;
            left -= battery.followsMeter() ? power : 0;
            battery.run(power, STEP);
            charging += Math.max(0, -power);
        }
        samples.add(new Sample(now(), charging, load));
    }

    private double meterW() {
        double meter = loadW.applyAsDouble(now());
        for (var battery : batteries) {
            meter -= battery.powerW;
        }
        return meter;
    }

    void poll() {
        for (var battery : batteries) {
            if (!battery.online) {
                live.update(fleet -> fleet.change(battery.id, state -> missed(state)));
                continue;
            }
            var told = battery.observed(meterW());
            var seen =
                    metered ? told : told.toBuilder().number(Quantity.METER_POWER_W, null).build();
            live.update(
                    fleet ->
                            fleet.change(
                                    battery.id,
                                    state ->
                                            answered(
                                                    state.learn(
                                                            seen, now(), Duration.ofMinutes(3)))));
            history.store(new Reading(battery.mac, now(), seen));
        }
    }

    private BatteryState answered(BatteryState state) {
        return linked(state, 0, now());
    }

    private static BatteryState missed(BatteryState state) {
        return linked(state, state.link().missedRounds() + 1, state.link().lastAnswer());
    }

    private static BatteryState linked(
            BatteryState state, int missed, @org.jspecify.annotations.Nullable Instant answered) {
        return state.withLink(
                state.host(),
                state.port(),
                state.mac(),
                state.device(),
                new LinkHealth(
                        Diagnosis.GOOD,
                        false,
                        1,
                        1,
                        0.0,
                        Duration.ofMillis(150),
                        Duration.ofMillis(150),
                        answered,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(2),
                        missed,
                        false,
                        Harm.NONE));
    }

    /** Somebody orders something, not the plan. */
    void person(String battery, BatteryCommand command) {
        control.order(new Order(battery, command, JournalEntry.Author.WINDOW, "by hand"), _ -> {});
    }

    /** Somebody sets a mode in the app. */
    void app(String battery, ModeCommand command) {
        battery(battery).obey(command, now());
    }

    /** Modes of all batteries. */
    List<OperatingMode> modes() {
        return batteries.stream().map(battery -> battery.mode).toList();
    }
}
