package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Outcome.Verdict;
import pilotempo.history.JournalEntry;
import pilotempo.marstek.simulator.Fault;

/** Each misbehaviour of a device against each kind of command, all batteries at once. */
class FaultyFleetTest {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private static final Map<Fault, Verdict> ALWAYS =
            new EnumMap<>(
                    Map.of(
                            Fault.LOSES_WRITES, Verdict.VERIFIED,
                            Fault.IGNORES_WRITES, Verdict.IGNORED,
                            Fault.LATE_WRITES, Verdict.VERIFIED,
                            Fault.REFUSES_WRITES, Verdict.REFUSED,
                            Fault.DENIES_WRITES, Verdict.VERIFIED,
                            Fault.DIES_ON_WRITE, Verdict.LOST,
                            Fault.TELLS_OLD_MODE, Verdict.VERIFIED,
                            Fault.PASSIVE_MODE_ONLY, Verdict.VERIFIED,
                            Fault.DROPS_PASSIVE, Verdict.VERIFIED));

    /** Chance decides, or nothing may go wrong at all. */
    private static final List<Fault> OTHERS =
            List.of(
                    Fault.REVERSES_POWER,
                    Fault.HALF_POWER,
                    Fault.REBOOTS_ON_WRITE,
                    Fault.LOSES_REPLIES,
                    Fault.LATE,
                    Fault.GARBAGE,
                    Fault.DOUBLES,
                    Fault.ECHOES,
                    Fault.BUSY_ERRORS,
                    Fault.NUMERIC_MODES,
                    Fault.UNSIGNED_POWER,
                    Fault.ODD_TYPES);

    private record Case(int battery, Fault fault, Outcome outcome, Duration took) {}

    @Test
    void auto() throws Exception {
        for (var told : tell(new ModeCommand.Auto(), Duration.ofSeconds(2))) {
            if (told.fault() == Fault.REVERSES_POWER) {
                assertThat(told.outcome().verdict())
                        .as(told.toString())
                        .isEqualTo(Verdict.VERIFIED);
            }
        }
    }

    @Test
    void passive_charging() throws Exception {
        for (var told : tell(Scene.passive(-900), Duration.ofSeconds(2))) {
            if (told.fault() == Fault.REVERSES_POWER) {
                assertThat(told.outcome().verdict())
                        .as(told.toString())
                        .isEqualTo(Verdict.REVERSED);
            }
            if (told.fault() == Fault.HALF_POWER) {
                assertThat(told.outcome().verdict()).as(told.toString()).isEqualTo(Verdict.PARTLY);
                assertThat(told.outcome().entry().orElseThrow().sends()).isEqualTo(1);
            }
        }
    }

    @Test
    void passive_holding() throws Exception {
        for (var told : tell(Scene.passive(0), Duration.ofSeconds(2))) {
            if (told.fault() == Fault.REVERSES_POWER) {
                assertThat(told.outcome().verdict())
                        .as(told.toString())
                        .isEqualTo(Verdict.VERIFIED);
            }
        }
    }

    @Test
    void a_slot_that_runs_now() throws Exception {
        for (var told : tell(Scene.slot(3, -800), Duration.ofSeconds(2))) {
            if (told.fault() == Fault.REVERSES_POWER) {
                assertThat(told.outcome().verdict())
                        .as(told.toString())
                        .isEqualTo(Verdict.REVERSED);
            }
        }
    }

    @Test
    void passive_charging_of_devices_that_need_long_pauses() throws Exception {
        tell(Scene.passive(-900), Duration.ofSeconds(5));
    }

    /** Gives every battery the same order at the same time; what holds for all is checked here. */
    private static List<Case> tell(BatteryCommand command, Duration gap) throws Exception {
        var faults = new ArrayList<>(ALWAYS.keySet());
        faults.addAll(OTHERS);
        var batteries =
                IntStream.range(0, faults.size())
                        .mapToObj(n -> Scene.battery(n + 1, faults.get(n)))
                        .toList();
        try (var scene = new Scene(gap, batteries);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders = new ArrayList<Callable<Case>>();
            for (int n = 0; n < faults.size(); n++) {
                int battery = n + 1;
                var fault = faults.get(n);
                orders.add(
                        () -> {
                            long begun = scene.time.ticker().nanos();
                            var outcome = scene.order(battery, command);
                            long took = scene.time.ticker().nanos() - begun;
                            return new Case(battery, fault, outcome, Duration.ofNanos(took));
                        });
            }
            var told = new ArrayList<Case>();
            for (var order : threads.invokeAll(orders)) {
                told.add(order.get());
            }
            told.forEach(one -> check(scene, one, command));
            return told;
        }
    }

    private static void check(Scene scene, Case told, BatteryCommand command) {
        var outcome = told.outcome();
        var journal = scene.journal(told.battery());
        var expected = ALWAYS.get(told.fault());
        if (expected != null) {
            assertThat(outcome.verdict()).as(told.toString()).isEqualTo(expected);
        }
        assertThat(scene.writes(told.battery())).as(told.toString()).hasSizeLessThanOrEqualTo(5);
        assertThat(told.took()).as(told.toString()).isLessThanOrEqualTo(A_MINUTE);
        if (outcome.verdict().good()) {
            assertThat(scene.mode(told.battery()))
                    .as("no false success: " + told)
                    .isEqualTo(((ModeCommand) command).mode());
        }
        assertThat(journal).as(told.toString()).isNotEmpty();
        var line = journal.getFirst();
        assertThat(line.command()).isEqualTo(command);
        assertThat(line.result().name()).isEqualTo(outcome.verdict().name());
        assertThat(journal.stream().mapToInt(JournalEntry::sends).sum())
                .as("sends journaled: " + told)
                .isEqualTo(scene.writes(told.battery()).size());
        assertThat(line.latency()).isNotNull();
    }
}
