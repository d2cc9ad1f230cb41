package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.JournalEntry.Result;

/** The program dies in the eve of the red 13 January 2025 and is begun again. */
class RestartTest {
    private static final String EVE = "2025-01-12T21:55:00";
    private static final String NOON = "2025-01-13T12:00:00";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-12T22:04:30",
                "2025-01-12T22:05:00",
                "2025-01-12T22:05:30",
                "2025-01-13T01:00:00",
                "2025-01-13T03:10:00",
                "2025-01-13T05:59:30",
                "2025-01-13T06:00:30"
            })
    void killed_at_any_moment_and_begun_the_next_noon_the_battery_is_in_its_day_mode(
            String moment) {
        var house = House.at(EVE, 40);
        house.battery("b1").mode = OperatingMode.AI;
        house.battery("b1").fallsBackTo = OperatingMode.PASSIVE;
        house.until(moment).withoutProgram(NOON).restart();
        house.until("2025-01-13T12:03:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AI);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.IDLE);
    }

    @Test
    void a_battery_that_went_home_by_itself_is_only_noted() {
        var house = House.at(EVE, 40).until("2025-01-13T03:00:00").withoutProgram(NOON);
        int orders = house.control.orders.size();
        house.restart();
        house.until("2025-01-13T12:10:00");

        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.history.journal().all().getLast().detail()).contains("seen in Auto since");
        house.until("2025-01-14T06:02:00");
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void a_mode_that_somebody_else_set_is_left_alone_at_noon() {
        var house = House.at(EVE, 40).until("2025-01-13T03:00:00").withoutProgram(NOON);
        house.app("b1", new ModeCommand.ClearSlot(2));
        int orders = house.control.orders.size();
        house.restart();
        house.until("2025-01-13T22:04:30");

        assertThat(house.modes()).containsExactly(OperatingMode.MANUAL);
        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);
        house.until("2025-01-14T06:05:00");
        assertThat(house.modes())
                .as("and it is the day mode")
                .containsExactly(OperatingMode.MANUAL);
    }

    @Test
    void somebody_elses_passive_is_left_alone_at_noon() {
        var house = House.at(EVE, 40).until("2025-01-13T03:00:00").withoutProgram(NOON);
        house.battery("b1").socPct = 80;
        house.app("b1", new ModeCommand.Passive(800, Duration.ofHours(3)));
        int orders = house.control.orders.size();
        house.restart();
        house.until("2025-01-13T13:00:00");

        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.TAKEN_OVER);
    }

    @Test
    void in_the_middle_of_the_night_the_charge_goes_on_without_a_new_command() {
        var house = House.at(EVE, 40).until("2025-01-12T23:30:00");
        int orders = house.control.orders.size();
        house.restart();
        house.until("2025-01-12T23:50:00");
        assertThat(house.control.orders).hasSize(orders);
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FOLLOWS);

        house.until("2025-01-13T06:02:00");
        assertThat(house.battery("b1").socPct).isGreaterThan(98);
    }

    @Test
    void switched_on_again_in_the_middle_of_the_night_the_plan_begins_then() {
        var house = House.at(EVE, 40).withoutProgram("2025-01-13T01:00:00");
        house.restart();
        house.until("2025-01-13T06:02:00");

        assertThat(house.battery("b1").socPct).isGreaterThan(95);
        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killed_in_the_middle_of_a_command_it_reads_back_what_became_of_it(boolean obeyed) {
        var house = House.at(EVE, 40);
        house.control.ends = _ -> Result.PENDING;
        house.control.obeysUnseen = obeyed;
        house.until("2025-01-12T22:05:00");
        house.control.ends = _ -> Result.VERIFIED;
        house.restart();
        house.until("2025-01-12T22:12:00");

        assertThat(house.history.journal().all())
                .extracting(entry -> entry.result())
                .containsExactly(
                        obeyed
                                ? new Result[] {Result.VERIFIED}
                                : new Result[] {Result.LOST, Result.VERIFIED});
        assertThat(house.standing("b1").standing()).isEqualTo(Standing.FOLLOWS);
    }

    @Test
    void asleep_over_six_the_machine_puts_the_battery_back_when_it_wakes() {
        var house = House.at(EVE, 40);
        house.battery("b1").fallsBackTo = OperatingMode.PASSIVE;
        house.until("2025-01-13T05:00:00").withoutProgram("2025-01-13T09:30:00");
        house.until("2025-01-13T09:33:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
    }

    @Test
    void asleep_over_six_the_machine_leaves_what_somebody_set_meanwhile() {
        var house = House.at(EVE, 40).until("2025-01-13T05:00:00");
        house.withoutProgram("2025-01-13T09:30:00");
        house.app("b1", new ModeCommand.Ai());
        int orders = house.control.orders.size();
        house.until("2025-01-13T12:00:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AI);
        assertThat(house.control.orders).hasSize(orders);
    }

    @Test
    void switched_off_in_the_settings_what_the_last_run_left_is_still_put_back() {
        var house = House.at(EVE, 40);
        house.battery("b1").fallsBackTo = OperatingMode.PASSIVE;
        house.until("2025-01-13T03:00:00").withoutProgram(NOON);
        house.with(House.planning("none", "restore", false)).restart();
        house.until("2025-01-13T12:03:00");

        assertThat(house.modes()).containsExactly(OperatingMode.AUTO);
        assertThat(house.control.orders.getLast().why())
                .startsWith("Still in the plan’s command of 22:05, whose time ended at ")
                .endsWith("did not run. The plan is switched off.");
    }
}
