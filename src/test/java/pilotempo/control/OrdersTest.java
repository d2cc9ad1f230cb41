package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.DeviceSetting;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Outcome.Verdict;
import pilotempo.control.ReversedPower.Trust;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.marstek.Haste;
import pilotempo.marstek.simulator.Fault;
import pilotempo.marstek.simulator.FleetPlan;

/** Single orders to single batteries, over real sockets. */
class OrdersTest {
    private final List<Scene> scenes = new ArrayList<>();

    @AfterEach
    void close() {
        scenes.forEach(Scene::close);
    }

    private Scene with(FleetPlan.Battery... batteries) {
        scenes.add(new Scene(Duration.ofSeconds(2), List.of(batteries)));
        return scenes.getLast();
    }

    private static FleetPlan.Battery in(OperatingMode mode, Fault... faults) {
        return Scene.battery(1, "VenusE 3.0", 150, 55, mode, faults);
    }

    @Test
    void a_mode_that_it_is_in_is_not_sent() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        var outcome = scene.order(1, new ModeCommand.Auto());
        assertThat(outcome.verdict()).isEqualTo(Verdict.UNNEEDED);
        assertThat(outcome.entry()).isEmpty();
        assertThat(scene.writes(1)).isEmpty();
        assertThat(scene.journal(1)).isEmpty();
    }

    @Test
    void what_was_seen_a_minute_ago_is_no_proof_that_a_silent_battery_is_in_its_mode()
            throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        assertThat(scene.order(1, new ModeCommand.Auto()).verdict()).isEqualTo(Verdict.UNNEEDED);
        scene.fleet.online(Scene.mac(1), false);
        var outcome = scene.order(1, new ModeCommand.Auto());
        assertThat(outcome.verdict()).isEqualTo(Verdict.LOST);
        assertThat(outcome.sentence()).contains("does not answer");
    }

    @Test
    void a_passive_is_sent_again_only_if_its_power_or_its_end_differ_or_it_was_left()
            throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        assertThat(scene.order(1, Scene.passive(-900)).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(scene.order(1, Scene.passive(-900)).verdict()).isEqualTo(Verdict.UNNEEDED);
        assertThat(scene.writes(1)).hasSize(1);

        var longer = new ModeCommand.Passive(-900, Duration.ofHours(3));
        assertThat(scene.order(1, longer).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(scene.writes(1)).hasSize(2);

        Objects.requireNonNull(scene.lines.get("b1")).order(ModeCommand.Auto::new, Haste.NONE);
        assertThat(scene.order(1, longer).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(scene.writes(1)).hasSize(4);
    }

    @Test
    void less_power_than_asked_is_not_done_and_an_order_given_again_is_sent_again()
            throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.HALF_POWER));
        for (int n = 1; n <= 2; n++) {
            var outcome = scene.order(1, Scene.passive(-900));
            assertThat(outcome.verdict()).isEqualTo(Verdict.PARTLY);
            assertThat(outcome.verdict().good()).isFalse();
            assertThat(outcome.sentence()).contains("done only in part", "less than asked");
            assertThat(scene.journal(1).getFirst().result()).isEqualTo(Result.PARTLY);
            assertThat(scene.writes(1)).hasSize(n);
        }
        assertThat(scene.order(1, new ModeCommand.Auto()).verdict()).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void it_is_written_down_before_the_first_datagram_leaves() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        var sentWhenNoted = new ArrayList<Integer>();
        var results = new ArrayList<Result>();
        try (var _ =
                scene.history
                        .journal()
                        .onChange(
                                () -> {
                                    sentWhenNoted.add(scene.writes(1).size());
                                    scene.journal(1).forEach(line -> results.add(line.result()));
                                })) {
            scene.order(1, Scene.passive(-900));
        }
        assertThat(sentWhenNoted).startsWith(0, 0, 0).endsWith(1);
        assertThat(results).startsWith(Result.PENDING).endsWith(Result.VERIFIED);
        var line = scene.journal(1).getFirst();
        assertThat(line.why()).isEqualTo("because");
        assertThat(line.until())
                .isBetween(Scene.START.plusSeconds(7200), Scene.START.plusSeconds(7240));
    }

    @Test
    void more_than_the_model_takes_is_refused_at_first_contact_and_nothing_is_sent()
            throws Exception {
        var scene = with(Scene.battery(1, "Venus A", 149, 55, OperatingMode.AUTO));
        assertThatThrownBy(() -> scene.order(1, Scene.passive(-2600)))
                .isInstanceOf(BadOrder.class)
                .hasMessageContaining("-2500 W (charging) to 2500 W");
        assertThatThrownBy(() -> scene.order(1, Scene.passive(-2000)))
                .isInstanceOf(BadOrder.class)
                .hasMessageContaining("-1500 W (charging) to 1500 W (delivering)");
        assertThat(scene.control.limits("b1").chargeW()).isEqualTo(1500);
        assertThat(scene.writes(1)).isEmpty();
        assertThat(scene.journal(1)).isEmpty();
    }

    @Test
    void what_a_model_does_not_know_is_refused() {
        var mini = with(Scene.battery(1, "VNSEM-0", 301, 55, OperatingMode.AUTO));
        var old = with(Scene.battery(1, "VenusE 3.0", 148, 55, OperatingMode.AUTO));
        for (var wrong : List.<BatteryCommand>of(Scene.passive(-300), Scene.slot(6, -300))) {
            assertThatThrownBy(() -> mini.order(1, wrong)).isInstanceOf(BadOrder.class);
        }
        for (var wrong :
                List.of(
                        new ModeCommand.Ups(),
                        new DeviceSetting.Light(true),
                        new DeviceSetting.DepthOfDischarge(80))) {
            assertThatThrownBy(() -> old.order(1, wrong)).isInstanceOf(BadOrder.class);
        }
        assertThat(mini.writes(1)).isEmpty();
        assertThat(old.writes(1)).isEmpty();
    }

    @Test
    void a_battery_that_is_not_in_the_settings_is_told_with_those_that_are() {
        var scene = with(in(OperatingMode.AUTO), Scene.battery(2));
        assertThatThrownBy(
                        () ->
                                scene.control.order(
                                        new Order(
                                                "salon", new ModeCommand.Auto(), Author.WINDOW, ""),
                                        _ -> {}))
                .isInstanceOf(BadOrder.class)
                .hasMessageContaining("b1, b2");
    }

    @Test
    void a_full_battery_that_takes_nothing_is_no_failure() throws Exception {
        var full =
                with(Scene.battery(1, "VenusE 3.0", 150, 100, OperatingMode.AI))
                        .order(1, Scene.passive(-2000));
        assertThat(full.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(full.sentence()).contains("is full, at 100 %");
        var empty =
                with(Scene.battery(1, "VenusE 3.0", 150, 12, OperatingMode.AI))
                        .order(1, Scene.passive(2000));
        assertThat(empty.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(empty.sentence()).contains("is empty, at 12 %");
    }

    @Test
    void slots_and_settings_are_acknowledged_at_best_but_the_change_to_manual_is_seen()
            throws Exception {
        var scene = with(in(OperatingMode.AI));
        var first = scene.order(1, Scene.slot(3, -800));
        assertThat(first.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(first.sentence()).contains("what the slot holds can't be read back");
        assertThat(scene.order(1, Scene.slot(4, -800)).verdict()).isEqualTo(Verdict.ACKNOWLEDGED);
        assertThat(scene.order(1, new ModeCommand.ClearSlot(3)).verdict())
                .isEqualTo(Verdict.ACKNOWLEDGED);
        assertThat(scene.order(1, new DeviceSetting.DepthOfDischarge(80)).verdict())
                .isEqualTo(Verdict.ACKNOWLEDGED);
        assertThat(scene.writes(1)).hasSize(4);

        var ledger = scene.control.slots("b1");
        assertThat(ledger.otherMode()).isFalse();
        assertThat(ledger.slots()).extracting(SlotLedger.Written::number).containsExactly(3, 4);
        assertThat(ledger.slots()).extracting(SlotLedger.Written::sure).containsOnly(true);
        assertThat(ledger.slots().getFirst().slot()).isNull();
    }

    @Test
    void a_plans_passive_ends_at_its_moment_however_late_it_is_sent() throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.LOSES_WRITES));
        var outcome = scene.order(1, Scene.passive(-900), Author.PLAN);
        assertThat(outcome.verdict()).isEqualTo(Verdict.VERIFIED);
        var end = Objects.requireNonNull(scene.journal(1).getFirst().until());
        assertThat(end).isBetween(Scene.START.plusSeconds(7200), Scene.START.plusSeconds(7203));
        assertThat(scene.writes(1)).hasSize(3);
        for (var write : scene.writes(1)) {
            var told = write.at().plusSeconds(Scene.seconds(write));
            assertThat(told).isBetween(end.minusSeconds(3), end.plusMillis(500));
        }
    }

    @Test
    void a_persons_passive_lasts_as_long_as_asked() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        scene.order(1, Scene.passive(-900));
        assertThat(Scene.seconds(scene.writes(1).getFirst())).isEqualTo(7200);
    }

    @Test
    void after_a_reversal_a_plan_gives_no_power_until_a_person_ordered_again() throws Exception {
        var scene = with(in(OperatingMode.AI, Fault.REVERSES_POWER));
        var reversed = scene.order(1, Scene.passive(-900), Author.PLAN);
        assertThat(reversed.verdict()).isEqualTo(Verdict.REVERSED);
        assertThat(reversed.sentence()).contains("delivers").contains("It was put back: AI.");
        assertThat(scene.mode(1)).isEqualTo(OperatingMode.AI);
        assertThat(scene.journal(1))
                .extracting(line -> line.author() + " " + line.result())
                .containsExactly("PLAN REVERSED", "SAFETY VERIFIED");
        assertThat(trust(scene)).isInstanceOf(Trust.Stopped.class);

        int writes = scene.writes(1).size();
        assertThat(scene.order(1, Scene.passive(-900), Author.PLAN).verdict())
                .isEqualTo(Verdict.NOT_SENT);
        assertThat(scene.writes(1)).hasSize(writes);
        assertThat(scene.order(1, Scene.passive(0), Author.PLAN).verdict())
                .isEqualTo(Verdict.VERIFIED);

        scene.order(1, new ModeCommand.Auto(), Author.WINDOW);
        assertThat(trust(scene)).isEqualTo(new Trust.Full());
    }

    private static Trust trust(Scene scene) {
        return new ReversedPower(scene.history.facts()).of(Scene.mac(1), scene.time.now());
    }

    @Test
    void after_a_rest_a_plan_may_try_little_power_and_the_right_sign_frees_it() throws Exception {
        var scene = with(in(OperatingMode.AI));
        new ReversedPower(scene.history.facts())
                .happened(Scene.mac(1), Scene.START.minus(Duration.ofMinutes(21)));
        assertThat(scene.order(1, Scene.passive(-900), Author.PLAN).sentence())
                .contains("at most 300 W");
        assertThat(scene.writes(1)).isEmpty();

        assertThat(scene.order(1, Scene.passive(-300), Author.PLAN).verdict())
                .isEqualTo(Verdict.VERIFIED);
        assertThat(trust(scene)).isEqualTo(new Trust.Full());
    }

    @Test
    void a_full_battery_proves_nothing_about_its_sign() throws Exception {
        var scene = with(Scene.battery(1, "VenusE 3.0", 150, 100, OperatingMode.AI));
        new ReversedPower(scene.history.facts())
                .happened(Scene.mac(1), Scene.START.minus(Duration.ofMinutes(21)));
        assertThat(scene.order(1, Scene.passive(-300), Author.PLAN).verdict())
                .isEqualTo(Verdict.VERIFIED);
        assertThat(trust(scene)).isEqualTo(new Trust.Trial());
    }

    @Test
    void a_reversal_in_the_trial_gives_it_up_for_the_night() throws Exception {
        var scene = with(in(OperatingMode.AI, Fault.REVERSES_POWER));
        new ReversedPower(scene.history.facts())
                .happened(Scene.mac(1), Scene.START.minus(Duration.ofMinutes(21)));
        assertThat(scene.order(1, Scene.passive(-300), Author.PLAN).verdict())
                .isEqualTo(Verdict.REVERSED);
        assertThat(trust(scene))
                .isInstanceOfSatisfying(
                        Trust.Stopped.class, stopped -> assertThat(stopped.forTheNight()).isTrue());
    }

    @Test
    void after_a_reversed_slot_it_is_put_into_auto_where_slots_rest() throws Exception {
        var scene = with(in(OperatingMode.MANUAL, Fault.REVERSES_POWER));
        var reversed = scene.order(1, Scene.slot(3, -800));
        assertThat(reversed.verdict()).isEqualTo(Verdict.REVERSED);
        assertThat(scene.mode(1)).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void a_battery_that_is_not_there_is_given_up_within_a_minute() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        scene.fleet.online(Scene.mac(1), false);
        long begun = scene.time.ticker().nanos();
        var outcome = scene.order(1, Scene.passive(-900));
        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(outcome.sentence()).contains("does not answer");
        assertThat(Duration.ofNanos(scene.time.ticker().nanos() - begun))
                .isLessThan(Duration.ofSeconds(60));
        assertThat(scene.journal(1))
                .extracting(line -> line.result())
                .containsExactly(Result.NOT_SENT);
    }

    @Test
    void nothing_is_sent_to_another_battery_at_its_address() throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.WRONG_MAC));
        var outcome = scene.order(1, Scene.passive(-900));
        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_SENT);
        assertThat(outcome.sentence()).contains("another battery");
        assertThat(scene.writes(1)).isEmpty();
    }

    @Test
    void a_passive_of_seconds_is_over_before_or_seen_while_it_runs() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        var outcome = scene.order(1, new ModeCommand.Passive(-900, Duration.ofSeconds(6)));
        assertThat(outcome.verdict()).isIn(Verdict.VERIFIED, Verdict.UNPROVEN);
        assertThat(scene.writes(1)).hasSize(1);
    }

    @Test
    void the_live_state_learns_the_new_mode_at_once() throws Exception {
        var scene = with(in(OperatingMode.AUTO));
        scene.order(1, Scene.passive(-900));
        var mode = Objects.requireNonNull(scene.live.current().batteries().getFirst().mode());
        assertThat(mode.value()).isEqualTo(OperatingMode.PASSIVE);
        assertThat(mode.at()).isAfter(Instant.parse("2026-01-05T00:30:08Z"));
    }

    @Test
    void where_no_mode_is_told_a_power_proves_it_and_the_rest_is_not_proven() throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.HIDES_MODE));
        assertThat(scene.order(1, Scene.passive(-900)).verdict()).isEqualTo(Verdict.VERIFIED);
        var held = scene.order(1, Scene.passive(0));
        assertThat(held.verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(held.verdict().good()).isFalse();
        assertThat(held.sentence())
                .contains("says that it received it, and does not tell its mode");
        assertThat(scene.order(1, new ModeCommand.Auto()).verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(scene.mode(1)).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void a_reversed_power_is_undone_though_no_mode_is_told() throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.HIDES_MODE, Fault.REVERSES_POWER));
        assertThat(scene.order(1, Scene.passive(-900)).verdict()).isEqualTo(Verdict.REVERSED);
        assertThat(scene.mode(1)).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void a_passive_that_sets_the_mode_only_is_sent_again() throws Exception {
        var scene = with(in(OperatingMode.AUTO, Fault.PASSIVE_MODE_ONLY));
        assertThat(scene.order(1, Scene.passive(-900)).verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(scene.writes(1)).hasSize(2);
    }
}
