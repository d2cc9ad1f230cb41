package pilotempo.automation;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.engine.LocalEngine;
import pilotempo.history.History;
import pilotempo.history.JournalEntry;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.SteppedTime;
import pilotempo.marstek.Haste;
import pilotempo.marstek.LineSettings;
import pilotempo.marstek.MarstekNetwork;
import pilotempo.marstek.Query;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetLog;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.sync.ServerSync;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ColourService;
import pilotempo.tempo.source.ShippedPrices;

/**
 * A simulated fleet on real sockets, and the whole engine over it with a real database, in time
 * that leaps over what is only waited for. The program can be ended and begun again on the same
 * database.
 */
final class RealHouse implements AutoCloseable {
    final RealSeason season = RealSeason.of("2024-2025");
    final SteppedTime clock;
    final SimulatedFleet fleet;
    private final Path data;
    private final int batteries;
    private final Lifecycle machine = new Lifecycle();
    private UnaryOperator<History> disk = history -> history;
    private DatabaseSettings server = DatabaseSettings.DEFAULT;
    private Optional<Duration> interval = Optional.of(Duration.ofSeconds(20));
    private Duration gap = Duration.ofSeconds(1);
    private @Nullable Lifecycle program;
    private @Nullable LocalEngine engine;
    private @Nullable History history;
    private Instant began;

    RealHouse(Path data, String local, double socPct, int batteries, Fault... faults) {
        this.data = data;
        this.batteries = batteries;
        began = House.paris(local);
        clock = SteppedTime.at(began);
        var plan = new ArrayList<FleetPlan.Battery>();
        for (int n = 1; n <= batteries; n++) {
            plan.add(
                    new FleetPlan.Battery(
                            new Device(mac(n), "VenusE 3.0", 150),
                            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
                            5120,
                            socPct,
                            faults.length == 0 ? Set.of() : EnumSet.copyOf(List.of(faults)),
                            new FleetPlan.Start(18, 0, 0, 0, OperatingMode.AUTO, 0, null)));
        }
        fleet =
                machine.own(
                        SimulatedFleet.start(
                                new FleetPlan(plan, 7).withLatency(Duration.ofMillis(100)),
                                clock.time()));
    }

    /** Readings and commands are to be sent to a server, from the next start on. */
    RealHouse server(String url) {
        server = new DatabaseSettings(Optional.of(url), "pilotempo", Optional.empty());
        return this;
    }

    /** What the program sees of its disk from the next start on. */
    RealHouse disk(UnaryOperator<History> as) {
        disk = as;
        return this;
    }

    /** How often the batteries are asked, from the next start on; empty = {@code auto}. */
    RealHouse asked(Optional<Duration> every, Duration withGap) {
        interval = every;
        gap = withGap;
        return this;
    }

    RealHouse start() {
        var parts = new Lifecycle();
        var time = clock.time();
        var opened = parts.own(LocalHistory.open(data, HistorySettings.DEFAULT, House.PARIS, time));
        var seen = disk.apply(opened);
        var random = RandomGenerator.of("L64X128MixRandom");
        var offer = ShippedPrices.offer(TempoSettings.DEFAULT);
        var colours =
                parts.own(ColourService.open(nobody(), House.PARIS, seen.colours(), time, random));
        var sync = parts.own(ServerSync.open(server, House.PARIS, opened.outbox(), time, random));
        var begun =
                parts.own(
                        new LocalEngine(
                                settings(),
                                seen,
                                sync,
                                colours,
                                offer.prices(),
                                new Tariff(new TempoClock(House.PARIS), offer, season),
                                (_, _) -> {},
                                Locale.ENGLISH,
                                OptionalLong::empty,
                                time,
                                random));
        program = parts;
        engine = begun;
        history = opened;
        began = clock.now();
        begun.startPolling();
        sync.start();
        await(() -> !begun.steering().plan().batteries().isEmpty());
        return this;
    }

    private static TempoSettings nobody() {
        var all = TempoSettings.DEFAULT;
        return new TempoSettings(
                TempoSettings.Source.NONE,
                all.rteBaseUrl(),
                Optional.empty(),
                Optional.empty(),
                all.publicBaseUrl(),
                Optional.empty(),
                all.offer(),
                List.of(),
                Optional.of(9),
                BigDecimal.ZERO);
    }

    private Settings settings() {
        var fleetSettings = new ArrayList<BatterySettings>();
        for (int n = 1; n <= batteries; n++) {
            fleetSettings.add(
                    BatterySettings.at(
                            "b" + n, "b" + n, "127.0.0.1", fleet.addresses().get(n - 1).getPort()));
        }
        var poll =
                new PollSettings(
                        interval,
                        Duration.ofSeconds(120),
                        Optional.of(gap),
                        Duration.ofSeconds(10),
                        1,
                        false,
                        Optional.of("127.0.0.1"),
                        false);
        return Settings.DEFAULT
                .withBatteries(fleetSettings)
                .withPoll(poll)
                .withTempo(nobody())
                .withPlanning(
                        new PlanningSettings(
                                "tempo", 100, 2000, Set.of("RED"), "auto", "restore", false));
    }

    LocalEngine engine() {
        return Objects.requireNonNull(engine);
    }

    /** The program ends, whatever it was doing. */
    void kill() {
        Objects.requireNonNull(program).close();
    }

    static Mac mac(int number) {
        return new Mac("02005e%06x".formatted(number));
    }

    OperatingMode mode(int battery) {
        return Objects.requireNonNull(fleet.truth(mac(battery)).values().mode());
    }

    double power(int battery) {
        return value(battery, Quantity.ONGRID_POWER_W);
    }

    double level(int battery) {
        return value(battery, Quantity.SOC_PCT);
    }

    private double value(int battery, Quantity quantity) {
        return Objects.requireNonNull(fleet.truth(mac(battery)).values().number(quantity));
    }

    List<FleetLog.Write> writes(int battery) {
        return fleet.log().of(mac(battery)).writes();
    }

    List<JournalEntry> journal(int battery) {
        return Objects.requireNonNull(history).journal().newest(mac(battery), 99).reversed();
    }

    /** What the journal got since an instant. */
    List<JournalEntry> journal(int battery, Instant since) {
        return journal(battery).stream().filter(entry -> !entry.at().isBefore(since)).toList();
    }

    BatteryStanding standing(int battery) {
        return engine().steering().plan().batteries().stream()
                .filter(one -> one.battery().equals("b" + battery))
                .findFirst()
                .orElseThrow();
    }

    /** Lives on until a local time. */
    RealHouse until(String local) {
        clock.until(House.paris(local));
        return this;
    }

    /** Lives on until something is so, at most an hour. */
    void await(BooleanSupplier so) {
        clock.await(so, Duration.ofHours(1));
    }

    /** Somebody else's program commands a battery. */
    void otherProgram(int battery, ModeCommand command) throws InterruptedException {
        clock.during(() -> order(battery, command));
        await(() -> mode(battery) == command.mode());
    }

    private void order(int battery, ModeCommand command) throws InterruptedException {
        try (var network =
                MarstekNetwork.open(Optional.of("127.0.0.1"), clock.time(), new Random(3))) {
            var line =
                    network.line(
                            new LineSettings(
                                    "other",
                                    Optional.of("127.0.0.1"),
                                    fleet.addresses().get(battery - 1).getPort(),
                                    Optional.of(mac(battery)),
                                    Optional.empty(),
                                    Optional.of(Duration.ofSeconds(1)),
                                    Duration.ofSeconds(10),
                                    false));
            for (int tries = 0; tries < 10 && mode(battery) != command.mode(); tries++) {
                line.ask(Query.IDENTITY);
                line.order(
                        () -> command, new Haste(Duration.ofSeconds(15), Duration.ofSeconds(10)));
            }
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        machine.close();
        clock.close();
    }
}
