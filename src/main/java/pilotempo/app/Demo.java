package pilotempo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.app.cli.CommandProblem;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.KnownBattery;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;
import pilotempo.marstek.simulator.SimulatedPast;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.LoadedSettings;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DemoSeason;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;

/**
 * A house that does not exist: a simulated fleet, its past week and invented colours, in a folder
 * of its own.
 */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final List<String> NAMES = List.of("Salon", "Garage", "Atelier");
    private static final Duration PAST = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final long SEED = 20_260_106;

    /** Steers its own fleet at once: nobody's battery is in it. */
    private static final PlanningSettings STEERED =
            new PlanningSettings("tempo", 95, 1000, Set.of("RED"), "auto", "restore", false);

    private final Path data;
    private final SimulatedFleet fleet;
    private final LoadedSettings settings;

    private Demo(Path data, SimulatedFleet fleet, LoadedSettings settings) {
        this.data = data;
        this.fleet = fleet;
        this.settings = settings;
    }

    /** Makes the folder, fills it and starts the fleet; takes a few seconds. */
    static Demo open(Settings base, Time time)
            throws CommandProblem, IOException, InterruptedException {
        var data = Files.createTempDirectory("pilotempo-demo-");
        var now = time.now();
        var clock = new TempoClock(base.zone());
        var colours = new DemoSeason(SEED, clock.dayOf(now), clock, time.clock());
        var plan =
                FleetPlan.local(NAMES.size(), "127.0.0.1", 0, Set.of(), SEED)
                        .in(base.zone())
                        .withNightsBefore(day -> colours.day(day).colour() == TempoColour.RED);
        try (var history = LocalHistory.open(data, base.history(), base.zone(), time)) {
            var continued = SimulatedPast.tell(plan, now.minus(PAST), now, STEP, history::store);
            fill(history, continued, colours, clock.dayOf(now), now);
            var fleet = SimulatedFleet.start(continued, time);
            return new Demo(
                    data,
                    fleet,
                    new LoadedSettings(
                            settings(base, fleet), Optional.empty(), List.of(), List.of()));
        } catch (HistoryUnavailable unavailable) {
            throw CommandProblem.failed(unavailable.getMessage());
        }
    }

    Path data() {
        return data;
    }

    LoadedSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        fleet.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            LOG.info("The demo's folder {} could not be removed", data, left);
        }
    }

    private static void fill(
            History history, FleetPlan plan, DemoSeason colours, LocalDate today, Instant now)
            throws InterruptedException {
        var season = TempoSeason.of(today);
        var known =
                new ArrayList<DayColour>(colours.season(new TempoSeason(season.startYear() - 1)));
        known.addAll(colours.season(season));
        history.colours().save(known);
        for (int n = 0; n < NAMES.size(); n++) {
            var device = plan.batteries().get(n).device();
            history.remember(
                    new KnownBattery(
                            device.mac(),
                            id(n),
                            NAMES.get(n),
                            device.model(),
                            device.firmware(),
                            Set.of(),
                            now));
        }
        history.flush();
    }

    private static Settings settings(Settings base, SimulatedFleet fleet) {
        var batteries = new ArrayList<BatterySettings>();
        for (int n = 0; n < NAMES.size(); n++) {
            var address = fleet.addresses().get(n);
            batteries.add(
                    new BatterySettings(
                            id(n),
                            NAMES.get(n),
                            Optional.of(address.getAddress().getHostAddress()),
                            address.getPort(),
                            Optional.of(new Mac("02005e%06x".formatted(n + 1))),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false));
        }
        var poll =
                new PollSettings(
                        Optional.of(Duration.ofSeconds(10)),
                        Duration.ofSeconds(60),
                        Optional.of(Duration.ofMillis(500)),
                        Duration.ofSeconds(2),
                        1,
                        true,
                        Optional.of("127.0.0.1"),
                        true);
        var tempo = base.tempo();
        return base.withBatteries(batteries)
                .withPoll(poll)
                .withPlanning(STEERED)
                .withTempo(
                        new TempoSettings(
                                TempoSettings.Source.NONE,
                                tempo.rteBaseUrl(),
                                Optional.empty(),
                                Optional.empty(),
                                tempo.publicBaseUrl(),
                                Optional.empty(),
                                tempo.offer(),
                                List.of(),
                                tempo.subscribedKva().or(() -> Optional.of(9)),
                                tempo.exportPrice()));
    }

    private static String id(int n) {
        return NAMES.get(n).toLowerCase(java.util.Locale.ROOT);
    }
}
