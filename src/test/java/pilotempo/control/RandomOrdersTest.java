package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Outcome.Verdict;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetPlan;

/** Random orders to random devices: what must hold whatever happens. */
class RandomOrdersTest {
    private static final int BATTERIES = 8;
    private static final int ORDERS = 3;
    private static final List<OperatingMode> STARTS =
            List.of(OperatingMode.AUTO, OperatingMode.AI, OperatingMode.MANUAL);
    private static final List<Fault> FAULTS =
            List.of(
                    Fault.LOSES_REPLIES,
                    Fault.LATE,
                    Fault.LATE_WRITES,
                    Fault.LOSES_WRITES,
                    Fault.IGNORES_WRITES,
                    Fault.REFUSES_WRITES,
                    Fault.DENIES_WRITES,
                    Fault.DIES_ON_WRITE,
                    Fault.REBOOTS_ON_WRITE,
                    Fault.TELLS_OLD_MODE,
                    Fault.PASSIVE_MODE_ONLY,
                    Fault.REVERSES_POWER,
                    Fault.BUSY_ERRORS,
                    Fault.DOUBLES,
                    Fault.GARBAGE);

    private record Told(
            BatteryCommand command, Outcome outcome, Duration took, OperatingMode mode) {}

    @Test
    void no_false_success_no_storm_and_a_true_journal() throws Exception {
        long seed = System.nanoTime();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var batteries = new ArrayList<FleetPlan.Battery>();
        for (int n = 1; n <= BATTERIES; n++) {
            batteries.add(
                    Scene.battery(
                            n,
                            "VenusE 3.0",
                            150,
                            30 + random.nextInt(40),
                            STARTS.get(random.nextInt(STARTS.size())),
                            FAULTS.get(random.nextInt(FAULTS.size())),
                            FAULTS.get(random.nextInt(FAULTS.size()))));
        }
        try (var scene = new Scene(Duration.ofSeconds(2), batteries);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var works = new ArrayList<Callable<List<Told>>>();
            for (int n = 1; n <= BATTERIES; n++) {
                int battery = n;
                var commands = new ArrayList<BatteryCommand>();
                for (int order = 0; order < ORDERS; order++) {
                    commands.add(command(random));
                }
                works.add(() -> tell(scene, battery, commands));
            }
            var all = threads.invokeAll(works);
            for (int n = 1; n <= BATTERIES; n++) {
                check(scene, n, all.get(n - 1).get(), "seed " + seed + ", " + batteries.get(n - 1));
            }
        }
    }

    private static BatteryCommand command(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new ModeCommand.Auto();
            case 1 -> new ModeCommand.Ai();
            case 2 -> Scene.passive(0);
            case 3 -> Scene.slot(random.nextInt(10), 100 * (random.nextInt(10) - 11));
            default -> Scene.passive(100 * (random.nextInt(40) - 20));
        };
    }

    private static List<Told> tell(Scene scene, int battery, List<BatteryCommand> commands)
            throws Exception {
        var told = new ArrayList<Told>();
        for (var command : commands) {
            long begun = scene.time.ticker().nanos();
            var outcome = scene.order(battery, command, Author.WINDOW);
            var took = Duration.ofNanos(scene.time.ticker().nanos() - begun);
            told.add(new Told(command, outcome, took, scene.mode(battery)));
        }
        return told;
    }

    private static void check(Scene scene, int battery, List<Told> told, String scenario) {
        for (var one : told) {
            var as = scenario + ": " + one;
            if (one.outcome().verdict().good()) {
                assertThat(one.mode()).as(as).isEqualTo(((ModeCommand) one.command()).mode());
            }
            int most = one.outcome().verdict() == Verdict.REVERSED ? 90 : 60;
            assertThat(one.took()).as(as).isLessThanOrEqualTo(Duration.ofSeconds(most));
            one.outcome()
                    .entry()
                    .ifPresent(
                            line -> {
                                assertThat(line.sends()).as(as).isLessThanOrEqualTo(5);
                                assertThat(line.result().name())
                                        .as(as)
                                        .isEqualTo(one.outcome().verdict().name());
                                assertThat(scene.journal(battery)).as(as).contains(line);
                            });
        }
        int sends = scene.journal(battery).stream().mapToInt(JournalEntry::sends).sum();
        assertThat(scene.writes(battery)).as(scenario).hasSize(sends);
        assertThat(scene.journal(battery))
                .as(scenario)
                .noneMatch(line -> line.result() == JournalEntry.Result.PENDING);
    }
}
