package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.marstek.Haste;
import pilotempo.marstek.Query;
import pilotempo.marstek.simulator.Fault;

/** What becomes of commands that an earlier run left undecided. */
class SettlementTest {
    private @Nullable Scene opened;

    private Scene scene(OperatingMode mode, Fault... faults) {
        opened =
                new Scene(
                        Duration.ofMillis(500),
                        List.of(Scene.battery(1, "VenusE 3.0", 150, 55, mode, faults)));
        return opened;
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(opened).close();
    }

    /** As a run that was killed leaves it in the journal. */
    private static void cutOff(Scene scene, BatteryCommand command, Author author, Duration ago) {
        var at = scene.time.now().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        Instant until =
                command instanceof ModeCommand.Passive(_, Duration lasts) ? at.plus(lasts) : null;
        scene.history
                .journal()
                .note(
                        new JournalEntry(
                                UUID.randomUUID(),
                                Scene.mac(1),
                                at,
                                author,
                                command,
                                until,
                                "",
                                Result.PENDING,
                                1,
                                null,
                                ""));
    }

    /** Told by a run that is no more. */
    private static void told(Scene scene, ModeCommand command) throws InterruptedException {
        var line = Objects.requireNonNull(scene.lines.get("b1"));
        line.ask(Query.IDENTITY);
        line.order(() -> command, Haste.NONE);
        scene.time.pause().forAtLeast(Duration.ofSeconds(10));
    }

    private static String newest(Scene scene) {
        var entry = scene.journal(1).getLast();
        return entry.author() + " " + entry.result() + ": " + entry.detail();
    }

    @Test
    void what_the_battery_shows_was_done() throws Exception {
        var scene = scene(OperatingMode.AUTO);
        told(scene, Scene.passive(-900));
        cutOff(scene, Scene.passive(-900), Author.COMMAND_LINE, Duration.ofSeconds(30));

        assertThat(scene.control.settle()).isTrue();
        assertThat(newest(scene))
                .startsWith(
                        "COMMAND_LINE VERIFIED: was interrupted before it was decided: read back");
        assertThat(scene.writes(1)).hasSize(1);
        assertThat(scene.control.busy("b1")).isEmpty();
    }

    @Test
    void what_it_does_not_show_is_lost() throws Exception {
        var scene = scene(OperatingMode.AI);
        cutOff(scene, Scene.passive(-900), Author.PLAN, Duration.ofMinutes(5));
        assertThat(scene.control.settle()).isTrue();
        assertThat(newest(scene)).startsWith("PLAN LOST").endsWith("it is in AI");
        assertThat(scene.writes(1)).isEmpty();
    }

    @Test
    void a_slot_can_t_be_read_back() throws Exception {
        var scene = scene(OperatingMode.MANUAL);
        cutOff(scene, Scene.slot(2, 500), Author.WINDOW, Duration.ofMinutes(5));
        assertThat(scene.control.settle()).isTrue();
        assertThat(newest(scene)).startsWith("WINDOW LOST").contains("can't be read back");
    }

    @Test
    void a_battery_that_does_not_answer_is_asked_again_later() throws Exception {
        var scene = scene(OperatingMode.AUTO);
        cutOff(scene, new ModeCommand.Auto(), Author.WINDOW, Duration.ofMinutes(5));
        scene.fleet.online(Scene.mac(1), false);
        assertThat(scene.control.settle()).isFalse();
        assertThat(newest(scene)).startsWith("WINDOW PENDING");

        scene.fleet.online(Scene.mac(1), true);
        assertThat(scene.control.settle()).isTrue();
        assertThat(newest(scene)).startsWith("WINDOW VERIFIED");
    }

    @Test
    void what_nothing_can_tell_any_more_is_decided_without_asking() throws Exception {
        var scene = scene(OperatingMode.AUTO);
        cutOff(scene, new ModeCommand.Ai(), Author.WINDOW, Duration.ofHours(6));
        cutOff(scene, new DeviceSetting.Light(true), Author.WINDOW, Duration.ofHours(5));
        cutOff(scene, Scene.passive(-900), Author.PLAN, Duration.ofHours(3));
        assertThat(scene.control.settle()).isTrue();
        assertThat(scene.journal(1)).extracting(JournalEntry::result).containsOnly(Result.LOST);
        assertThat(scene.journal(1))
                .extracting(entry -> entry.detail().replaceAll(".*: ", ""))
                .containsExactly(
                        "another command came after it",
                        "it can't be read back",
                        "its time is over");
        assertThat(scene.fleet.log().of(Scene.mac(1)).byMethod()).isEmpty();
    }

    @Test
    void a_power_that_came_out_reversed_is_undone() throws Exception {
        var scene = scene(OperatingMode.AUTO, Fault.REVERSES_POWER);
        told(scene, Scene.passive(-900));
        cutOff(scene, Scene.passive(-900), Author.PLAN, Duration.ofSeconds(20));
        assertThat(scene.control.settle()).isTrue();
        assertThat(scene.journal(1))
                .extracting(entry -> entry.author() + " " + entry.result())
                .containsExactly("PLAN REVERSED", "SAFETY VERIFIED");
        assertThat(scene.mode(1)).isEqualTo(OperatingMode.AUTO);
        assertThat(new ReversedPower(scene.history.facts()).of(Scene.mac(1), scene.time.now()))
                .isInstanceOf(Trust.Stopped.class);
    }

    @Test
    void the_next_order_decides_it_by_what_it_reads_before() throws Exception {
        var scene = scene(OperatingMode.AI);
        cutOff(scene, Scene.passive(-900), Author.COMMAND_LINE, Duration.ofSeconds(40));
        scene.order(1, new ModeCommand.Auto());
        assertThat(scene.journal(1))
                .extracting(JournalEntry::result)
                .containsExactly(Result.LOST, Result.VERIFIED);
        assertThat(scene.journal(1).getFirst().detail()).endsWith("it is in AI");
    }
}
