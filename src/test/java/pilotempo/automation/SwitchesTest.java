package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.settings.UiSettings;

/** Pause, trial day, on and off, and a clock that can't be believed. */
class SwitchesTest {
    private static final String EVE = "2025-01-12T21:55:00";

    @Test
    void pausing_ends_what_runs_and_outlives_a_restart() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        house.runner.pause(Optional.empty());
        house.until("2025-01-12T23:00:30");
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
        assertThat(house.control.orders.getLast().why()).isEqualTo("The plan is paused.");

        house.restart();
        house.until("2025-01-13T02:00:00");
        assertThat(house.runner.state().paused()).isTrue();
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);

        house.runner.resume();
        house.until("2025-01-13T02:05:00");
        assertThat(house.runner.state().paused()).isFalse();
        assertThat(PlanRunnerTest.power(house.control.of("b1").getLast())).isNegative();
    }

    @Test
    void the_journal_is_kept_in_the_language_of_the_settings() {
        var house = House.at(EVE, 40).speaking(UiSettings.Language.FR).until("2025-01-12T23:00:00");
        assertThat(house.control.orders.getFirst().why())
                .startsWith("Lundi est rouge")
                .endsWith("cette nuit.");
        house.runner.pause(Optional.empty());
        house.until("2025-01-12T23:00:30");
        assertThat(house.control.orders.getLast().why()).isEqualTo("Le plan est en pause.");
    }

    @Test
    void a_pause_until_a_moment_ends_by_itself() {
        var house = House.at(EVE, 40).until("2025-01-12T22:00:00");
        house.runner.pause(Optional.of(House.paris("2025-01-12T23:00:00")));
        house.until("2025-01-12T22:59:30");
        assertThat(house.control.orders).isEmpty();
        assertThat(house.runner.state().pausedUntil())
                .isEqualTo(House.paris("2025-01-12T23:00:00"));

        house.until("2025-01-12T23:01:00");
        assertThat(house.control.orders).hasSize(1);
        assertThat(house.runner.state().paused()).isFalse();
    }

    @Test
    void switched_off_the_battery_goes_back() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        house.with(House.planning("none", "restore", false)).until("2025-01-12T23:00:30");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
        assertThat(house.runner.state().enabled()).isFalse();
        house.until("2025-01-13T01:00:00");
        assertThat(house.control.orders).hasSize(2);
    }

    @Test
    void the_first_day_is_a_trial_that_orders_nothing_and_asks_where_the_night_matters() {
        var house = House.at("2025-01-12T20:00:00", 40);
        house.with(House.planning("tempo", "restore", true)).until("2025-01-13T05:00:00");

        var state = house.runner.state();
        assertThat(house.control.orders).isEmpty();
        assertThat(state.dryRun()).isTrue();
        assertThat(state.dryRunUntil()).isEqualTo(House.paris("2025-01-13T20:00:30"));
        assertThat(state.urgentDryRun()).isTrue();
        assertThat(state.plan().orElseThrow().actions()).isNotEmpty();
        assertThat(state.acts()).isFalse();

        house.restart();
        house.until("2025-01-13T20:00:00");
        assertThat(house.runner.state().dryRun()).isTrue();
        house.until("2025-01-13T22:06:00");
        assertThat(house.runner.state().dryRun()).isFalse();
        assertThat(house.control.orders).hasSize(1);
    }

    @Test
    void a_trial_in_which_no_dear_day_begins_is_not_urgent() {
        var house = House.at("2025-01-24T20:00:00", 40);
        house.with(House.planning("tempo", "restore", true)).until("2025-01-24T20:01:00");

        assertThat(house.runner.state().dryRun()).isTrue();
        assertThat(house.runner.state().urgentDryRun()).isFalse();
    }

    @Test
    void the_trial_is_ended_by_whoever_wants_the_night() {
        var house = House.at("2025-01-12T20:00:00", 40);
        house.with(House.planning("tempo", "restore", true)).until("2025-01-12T21:00:00");
        house.runner.endDryRun();
        house.until("2025-01-12T22:06:00");

        assertThat(house.control.orders).hasSize(1);
    }

    @Test
    void a_clock_before_everything_writes_nothing_and_begins_no_trial() {
        var house = House.at("2000-01-01T00:10:00", 40);
        house.with(House.planning("tempo", "restore", true)).until("2000-01-01T01:00:00");
        assertThat(house.runner.state().clockDoubted()).isTrue();
        assertThat(house.history.facts().beginningWith("")).isEmpty();

        house.manual.setWall(House.paris("2025-01-12T22:30:00"));
        house.until("2025-01-12T22:35:00");
        assertThat(house.runner.state().clockDoubted()).isFalse();
        assertThat(house.runner.state().dryRunUntil()).isAfter(House.paris("2025-01-13T22:30:00"));
    }

    @Test
    void a_clock_behind_what_was_recorded_writes_nothing_until_somebody_confirms_it() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        int orders = house.control.orders.size();
        house.manual.setWall(House.paris("2025-01-12T05:58:00"));
        house.until("2025-01-12T06:10:00");
        assertThat(house.runner.state().clockDoubted()).isTrue();
        assertThat(house.control.orders).hasSize(orders);

        house.runner.resume();
        house.until("2025-01-12T06:13:00");
        assertThat(house.runner.state().clockDoubted()).isFalse();
    }

    @Test
    void a_clock_set_back_by_an_hour_while_it_charges_and_confirmed_makes_no_storm() {
        var house = House.at(EVE, 40).until("2025-01-12T23:30:00");
        int orders = house.control.orders.size();
        house.manual.setWall(House.paris("2025-01-12T22:30:00"));
        house.runner.resume();
        house.until("2025-01-12T22:40:00");
        house.battery("b1").socPct = 100;
        house.until("2025-01-12T23:20:00");

        assertThat(house.control.orders.size()).isLessThanOrEqualTo(orders + 2);
        assertThat(PlanRunnerTest.power(house.control.of("b1").getLast())).isZero();
        house.person("b1", new ModeCommand.Ai());
        house.until("2025-01-12T23:25:00");
        assertThat(house.standing("b1").standing()).isEqualTo(BatteryStanding.Standing.TAKEN_OVER);
    }

    @Test
    void a_clock_that_jumps_forward_makes_a_new_look_and_no_storm() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        int orders = house.control.orders.size();
        house.manual.setWall(House.paris("2025-01-13T04:00:00"));
        house.until("2025-01-13T04:20:00");

        assertThat(house.control.orders.size()).isLessThanOrEqualTo(orders + 1);
        assertThat(house.standing("b1").standing()).isEqualTo(BatteryStanding.Standing.FOLLOWS);
    }

    @Test
    void a_plan_of_another_moment_is_made_of_what_is_stored_and_nothing_is_done() {
        var house = House.at("2025-01-11T12:00:00", 40).until("2025-01-11T12:02:00");
        house.with(House.planning("none", "restore", true));
        house.restart();
        var plan = house.runner.planAt("tempo", House.paris("2025-01-12T21:00:00"));

        assertThat(plan.at()).isEqualTo(House.paris("2025-01-12T21:00:00"));
        assertThat(plan.at("b1", House.paris("2025-01-12T22:10:00")).orElseThrow().charges())
                .isTrue();
        assertThat(plan.at("b1", House.paris("2025-01-13T07:00:00")).orElseThrow().mode())
                .isEqualTo(OperatingMode.AUTO);
        assertThat(house.control.orders).isEmpty();
    }

    @Test
    void a_level_that_was_never_known_plans_the_whole_night() {
        var house = House.at("2025-01-12T21:00:00", 40);
        var plan = house.runner.planAt(House.paris("2025-01-12T21:00:00"));

        var charge = plan.at("b1", House.paris("2025-01-12T22:05:00")).orElseThrow();
        assertThat(charge.charges()).isTrue();
        assertThat(charge.until()).isEqualTo(House.paris("2025-01-13T05:50:00"));
    }

    @Test
    void closing_leaves_the_battery_with_its_commands_own_end() {
        var house = House.at(EVE, 40).until("2025-01-12T23:00:00");
        house.runner.close();

        assertThat(house.control.last("b1")).isInstanceOf(ModeCommand.Passive.class);
        assertThat(house.modes()).containsExactly(OperatingMode.PASSIVE);
        assertThat(Duration.between(house.now(), house.history.journal().all().getLast().until()))
                .isPositive();
    }
}
