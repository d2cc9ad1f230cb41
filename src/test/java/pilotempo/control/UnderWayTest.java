package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Outcome.Verdict;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.marstek.Query;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetPlan;

/** What happens while orders are under way. */
class UnderWayTest {
    private static final Duration GAP = Duration.ofSeconds(2);

    private static Scene with(FleetPlan.Battery... batteries) {
        return new Scene(GAP, List.of(batteries));
    }

    @Test
    void orders_to_one_battery_go_one_after_the_other_and_polling_goes_on_between()
            throws Exception {
        try (var scene = with(Scene.battery(1, Fault.LOSES_WRITES));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var polls =
                    threads.submit(
                            () -> {
                                var line = Objects.requireNonNull(scene.lines.get("b1"));
                                while (!Thread.currentThread().isInterrupted()) {
                                    line.ask(Query.POWER);
                                }
                                return null;
                            });
            var orders = new ArrayList<Callable<Outcome>>();
            for (int n = 1; n <= 3; n++) {
                int power = -300 * n;
                var author = n == 2 ? Author.COMMAND_LINE : Author.WINDOW;
                orders.add(() -> scene.order(1, Scene.passive(power), author));
            }
            var all = threads.invokeAll(orders);
            polls.cancel(true);
            for (var done : all) {
                assertThat(done.get().verdict()).isEqualTo(Verdict.VERIFIED);
            }

            var powers = scene.writes(1).stream().map(write -> powerOf(write.params())).toList();
            var runs = new ArrayList<String>();
            for (var power : powers) {
                if (runs.isEmpty() || !runs.getLast().equals(power)) {
                    runs.add(power);
                }
            }
            assertThat(runs).as("not interleaved: " + powers).doesNotHaveDuplicates().hasSize(3);
            assertThat(powers).hasSize(5);
            assertThat(scene.fleet.log().of(Scene.mac(1)).smallestQuiet())
                    .isGreaterThanOrEqualTo(GAP);
            assertThat(scene.fleet.log().of(Scene.mac(1)).byMethod())
                    .hasEntrySatisfying(
                            "ES.GetStatus", asked -> assertThat(asked).isGreaterThan(5));
            assertThat(scene.control.busy("b1")).isEmpty();
        }
    }

    @Test
    void a_plans_order_that_waited_while_a_person_commanded_is_not_sent() throws Exception {
        try (var scene = with(Scene.battery(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var person = threads.submit(() -> scene.order(1, Scene.passive(300)));
            scene.clock.await(() -> scene.control.busy("b1").isPresent(), Duration.ofMinutes(1));
            var plan = threads.submit(() -> scene.order(1, Scene.passive(-900), Author.PLAN));
            assertThat(person.get().verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(plan.get().verdict()).isEqualTo(Verdict.NOT_SENT);
            assertThat(plan.get().sentence()).contains("somebody commanded it meanwhile");

            assertThat(scene.writes(1)).hasSize(1);
            assertThat(scene.order(1, Scene.passive(-900), Author.PLAN).verdict())
                    .as("given after it, it is the plan's to say")
                    .isEqualTo(Verdict.VERIFIED);
        }
    }

    @Test
    void a_battery_that_dies_is_given_up_in_time_though_it_is_polled_with_long_pauses()
            throws Exception {
        try (var scene =
                        new Scene(
                                Duration.ofSeconds(5),
                                List.of(Scene.battery(1, Fault.DIES_ON_WRITE)),
                                true,
                                Duration.ofMillis(2400));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var line = Objects.requireNonNull(scene.lines.get("b1"));
            for (int n = 0; n < 3; n++) {
                line.ask(Query.MODE); // teaches it long patience
            }
            assertThat(line.state().timeOut()).isGreaterThan(Duration.ofSeconds(5));
            var polls =
                    threads.submit(
                            () -> {
                                while (!Thread.currentThread().isInterrupted()) {
                                    line.ask(Query.POWER);
                                }
                                return null;
                            });
            long begun = scene.time.ticker().nanos();
            Outcome outcome;
            try {
                outcome = scene.order(1, Scene.passive(-900));
            } finally {
                polls.cancel(true);
            }
            var took = Duration.ofNanos(scene.time.ticker().nanos() - begun);
            assertThat(outcome.verdict()).isEqualTo(Verdict.LOST);
            assertThat(took).isLessThanOrEqualTo(Duration.ofSeconds(60));
            assertThat(scene.writes(1)).hasSizeBetween(1, 5);
        }
    }

    private static String powerOf(String params) {
        return params.replaceAll(".*\"power\":(-?\\d+).*", "$1");
    }

    @Test
    void closing_in_the_middle_is_quick_and_leaves_the_journal_as_far_as_it_came()
            throws Exception {
        try (var scene = with(Scene.battery(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var order = threads.submit(() -> scene.order(1, Scene.passive(-900)));
            scene.clock.await(() -> scene.control.busy("b1").isPresent(), Duration.ofMinutes(1));
            var next = threads.submit(() -> scene.order(1, new ModeCommand.Auto()));
            scene.clock.await(() -> scene.writes(1).size() == 1, Duration.ofMinutes(1));
            assertThat(scene.control.busy("b1").map(Stage::attempt)).contains(1);

            long begun = System.nanoTime();
            scene.control.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(2));
            for (var one : List.of(order, next)) {
                assertThatThrownBy(one::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedException.class);
            }
            var journal = scene.journal(1);
            assertThat(journal).hasSize(1);
            assertThat(journal.getFirst().result()).isEqualTo(Result.PENDING);
            assertThat(journal.getFirst().sends()).isEqualTo(1);
            assertThat(journal.getFirst().detail()).contains("interrupted");
            assertThat(journal.getFirst().until()).isNotNull();
            assertThatThrownBy(() -> scene.order(1, new ModeCommand.Auto()))
                    .isInstanceOf(InterruptedException.class);
            assertThat(scene.writes(1)).hasSize(1);
        }
    }

    @Test
    void an_order_goes_on_over_the_new_line_when_the_settings_change() throws Exception {
        try (var scene = with(Scene.battery(1, Fault.LOSES_WRITES));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var order = threads.submit(() -> scene.order(1, Scene.passive(-900)));
            scene.clock.await(() -> scene.writes(1).size() == 1, Duration.ofMinutes(1));
            scene.replaceLines();
            assertThat(order.get().verdict()).isEqualTo(Verdict.VERIFIED);
            assertThat(scene.mode(1)).isEqualTo(OperatingMode.PASSIVE);
            assertThat(scene.writes(1)).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void while_nothing_can_be_written_down_only_what_moves_nothing_is_sent() throws Exception {
        try (var scene = new Scene(GAP, List.of(Scene.battery(1)), false, Duration.ofMillis(100))) {
            for (var moving : List.<BatteryCommand>of(Scene.passive(-900), Scene.slot(1, 300))) {
                var refused = scene.order(1, moving);
                assertThat(refused.verdict()).isEqualTo(Verdict.NOT_SENT);
                assertThat(refused.sentence()).contains("the history can't be written");
            }
            assertThat(scene.writes(1)).isEmpty();
            for (var still : List.of(Scene.passive(0), new ModeCommand.Auto())) {
                var done = scene.order(1, still);
                assertThat(done.verdict()).isEqualTo(Verdict.VERIFIED);
                assertThat(done.sentence()).contains("the journal does not have it");
            }
        }
    }

    @Test
    void listeners_hear_each_step() throws Exception {
        try (var scene = with(Scene.battery(1, Fault.LOSES_WRITES))) {
            var steps = new ArrayList<Stage>();
            scene.control.order(
                    new Order("b1", new ModeCommand.Auto(), Author.WINDOW, ""),
                    stage -> {
                        steps.add(stage);
                        throw new IllegalStateException("a listener that fails");
                    });
            assertThat(steps)
                    .startsWith(
                            new Stage(Stage.Step.QUEUED, 0),
                            new Stage(Stage.Step.SENDING, 1),
                            new Stage(Stage.Step.CHECKING, 1),
                            new Stage(Stage.Step.RETRYING, 1),
                            new Stage(Stage.Step.SENDING, 2))
                    .contains(new Stage(Stage.Step.CHECKING, 3));
        }
    }
}
